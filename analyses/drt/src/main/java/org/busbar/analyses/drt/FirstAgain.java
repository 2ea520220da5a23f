package org.busbar.analyses.drt;

import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.Locale;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;

/**
 * How far the impedance at the first frequency had moved when that frequency was measured again at the end.
 *
 * @param difference |Z<sub>last</sub> - Z<sub>first</sub>|/|Z<sub>first</sub>|; empty if the last row is of another
 *     frequency
 */
record FirstAgain(double[] difference) {

    private static final double SAME = 1e-6;
    private static final double SUSPECT = 0.01;
    private static final int FEWEST = 3;

    /** Of the rows in the order of measurement. */
    static FirstAgain of(Values inputs) {
        double[] frequency = inputs.get(Impedance.FREQUENCY);
        double[] real = inputs.get(Impedance.REAL);
        double[] imaginary = inputs.get(Impedance.IMAGINARY);
        int last = frequency.length - 1;
        if (last + 1 < FEWEST || Math.abs(frequency[last] - frequency[0]) > SAME * frequency[0]) {
            return new FirstAgain(new double[0]);
        }
        double moved = StrictMath.hypot(real[last] - real[0], imaginary[last] - imaginary[0]);
        return new FirstAgain(new double[] {moved / StrictMath.hypot(real[0], imaginary[0])});
    }

    /** Suspicious above 1 %. */
    Quality quality() {
        if (difference.length == 0 || difference[0] <= SUSPECT) {
            return Quality.ok();
        }
        return Quality.ok()
                .flag(
                        SUSPICIOUS,
                        String.format(
                                Locale.ROOT,
                                "kk_suspicious: the first frequency had moved by %.2g %% of |Z| when repeated,"
                                        + " 1 %% allowed",
                                100 * difference[0]));
    }
}
