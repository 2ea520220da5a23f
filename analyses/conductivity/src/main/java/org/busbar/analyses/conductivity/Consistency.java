package org.busbar.analyses.conductivity;

import java.util.function.ToDoubleFunction;
import org.busbar.analyses.impedance.KramersKronig;
import org.busbar.api.analysis.Quality;

/**
 * Whether a spectrum passes the linear Kramers-Kronig test. One too short to be tested keeps its level, with a flag: a
 * resistance can be had from few points.
 */
final class Consistency {

    private Consistency() {}

    static Quality of(Spectrum spectrum) {
        KramersKronig test = KramersKronig.of(org.busbar.analyses.impedance.Spectrum.of(
                "conductivity",
                Spectrum.FEWEST_POINTS,
                column(spectrum, Spectrum.Point::frequency),
                column(spectrum, Spectrum.Point::real),
                column(spectrum, Spectrum.Point::imaginary)));
        return test.verdict() == KramersKronig.Verdict.NOT_TESTABLE
                ? new Quality(Quality.Level.OK, test.quality().flags())
                : test.quality();
    }

    private static double[] column(Spectrum spectrum, ToDoubleFunction<Spectrum.Point> part) {
        return spectrum.points().stream().mapToDouble(part).toArray();
    }
}
