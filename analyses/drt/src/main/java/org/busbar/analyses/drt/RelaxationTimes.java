package org.busbar.analyses.drt;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import org.busbar.analyses.impedance.KramersKronig;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Component;

/**
 * The distribution of relaxation times of an impedance spectrum by regularised least squares without negative parts, with
 * a 90 % band from resampled residuals. A spectrum that violates the Kramers-Kronig relations gets none: its columns are
 * empty.
 */
@Component
@LabId("drt")
public final class RelaxationTimes implements Analysis {

    private static final String NAME = "drt";
    private static final int FEWEST_POINTS = 5;

    private static final Choice REGULARISATION = choice("regularisation", "auto", "given");
    private static final Real LAMBDA = real("lambda", "1", 1e-9, 1e3);
    private static final Choice WEIGHTING = choice("weighting", "modulus", "unit");
    private static final Whole PER_DECADE = whole("points_per_decade", 5, 50);
    private static final Whole RESAMPLES = whole("resamples", 20, 10_000);
    private static final Whole SEED = whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);

    private static final Capability CAPABILITY = new Capability(
                    NAME,
                    List.of(
                            Impedance.FREQUENCY,
                            Impedance.REAL,
                            Impedance.IMAGINARY,
                            REGULARISATION,
                            LAMBDA,
                            WEIGHTING,
                            PER_DECADE,
                            RESAMPLES,
                            SEED),
                    Distribution.OUTPUTS)
            .byDefault(REGULARISATION.name(), new Text("auto"))
            .byDefault(LAMBDA.name(), Quantity.of(1e-3, "1"))
            .byDefault(WEIGHTING.name(), new Text("modulus"))
            .byDefault(PER_DECADE.name(), Quantity.of(20, "1"))
            .byDefault(RESAMPLES.name(), Quantity.of(200, "1"))
            .byDefault(SEED.name(), Quantity.of(0, "1"));

    /** Ready to use. */
    public RelaxationTimes() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) throws InterruptedException {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Spectrum spectrum = Impedance.spectrum(NAME, FEWEST_POINTS, all);
        KramersKronig test = KramersKronig.of(spectrum);
        return test.verdict() == KramersKronig.Verdict.VIOLATION
                ? Distribution.none().with(Quality.OUTPUT.name(), test.quality().text())
                : found(spectrum, test, all);
    }

    private static Values found(Spectrum spectrum, KramersKronig test, Values all) throws InterruptedException {
        Grid grid = Grid.of(spectrum, (int) all.get(PER_DECADE));
        boolean byModulus = all.get(WEIGHTING).equals("modulus");
        Regularisation regularisation = new Regularisation(Equations.of(spectrum, grid, byModulus));
        boolean chosen = all.get(REGULARISATION).equals("auto");
        Solution solution = chosen ? regularisation.crossValidated() : regularisation.solve(all.get(LAMBDA));
        List<Solution> neighbours = regularisation.neighbours(solution);
        Resamples resamples = Resamples.of(solution, neighbours, (int) all.get(RESAMPLES), all.get(SEED));
        Solution smoother = regularisation.solve(3 * solution.lambda(), solution);
        return new Distribution(solution, resamples, neighbours)
                .values()
                .with(
                        Distribution.RESOLUTION.name(),
                        Impedance.series(Distribution.RESOLUTION, regularisation.resolution(solution)))
                .with(
                        Quality.OUTPUT.name(),
                        Doubts.of(test, solution, smoother, chosen).text());
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        boolean none = outputs.get(Distribution.TAU).length == 0;
        return none ? List.of() : new DistributionCharts(CAPABILITY.completed(inputs), outputs).all();
    }
}
