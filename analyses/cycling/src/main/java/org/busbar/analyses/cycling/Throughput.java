package org.busbar.analyses.cycling;

import java.util.List;
import java.util.Locale;
import org.busbar.api.Quantity;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/** All that passed in one direction, in A.h, by integral and by counter. */
record Throughput(Direction direction, double integral, double uncertainty, double counter) {

    private static final double AGREEMENT = 0.005;
    private static final double NOTHING = 1e-4;

    /** The sum over {@code cycles}; errors of gain and offset are common to them. */
    static Throughput of(Direction direction, List<Cycle> cycles, Accuracy accuracy) {
        double integral = 0;
        double uncertainty = 0;
        double counter = 0;
        for (Cycle cycle : cycles) {
            HalfCycle half = cycle.half(direction);
            integral += half.capacity();
            uncertainty += half.uncertainty(accuracy);
            counter += half.counter();
        }
        return new Throughput(direction, integral, uncertainty, counter);
    }

    Quantity quantity() {
        return Quantity.of(integral, uncertainty, "A.h");
    }

    /**
     * Flags a counter that differs from the integral by more than .5 % of the larger one, if that is not next to nothing
     * against {@code all} that passed in both directions, A.h.
     */
    Quality judge(double all) {
        double allowed = Math.max(AGREEMENT * Math.max(integral, counter), NOTHING * all);
        return Math.abs(integral - counter) <= allowed
                ? Quality.ok()
                : Quality.ok()
                        .flag(
                                Level.SUSPICIOUS,
                                String.format(
                                        Locale.ROOT,
                                        "counter_differs: %s %.6g A.h by integral, %.6g A.h by counter, .5 %% allowed",
                                        direction.name().toLowerCase(Locale.ROOT),
                                        integral,
                                        counter));
    }
}
