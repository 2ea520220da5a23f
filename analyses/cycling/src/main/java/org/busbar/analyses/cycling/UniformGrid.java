package org.busbar.analyses.cycling;

import java.util.Arrays;
import java.util.Optional;

/**
 * The charge of a half-cycle on voltages at whole multiples of a spacing.
 *
 * @param voltage ascending in progress: rising in charge, minus a falling voltage in discharge, V
 * @param charge A.h: where noise passes a voltage more than once, halfway between the first and the last time
 * @param spread mean charge between the first and the last passage, A.h
 */
@SuppressWarnings("ArrayRecordComponent") // local to one call, never compared
record UniformGrid(double[] voltage, double[] charge, double spread) {

    private static final int MOST_POINTS = 1_000_000;

    /** The grid with that spacing, V; empty if it has fewer than {@code fewest} points or more than a million. */
    static Optional<UniformGrid> of(HalfCurve curve, double spacing, int fewest) {
        double[] progress = curve.progress();
        if (progress.length < 2) {
            return Optional.empty();
        }
        double from = Math.ceil(progress[0] / spacing - 1e-9);
        double points = Math.floor(progress[progress.length - 1] / spacing + 1e-9) - from + 1;
        if (!(points >= fewest && points <= MOST_POINTS)) {
            return Optional.empty();
        }
        double[] voltage = new double[(int) points];
        Arrays.setAll(voltage, k -> (from + k) * spacing);
        return Optional.of(of(curve, voltage));
    }

    private static UniformGrid of(HalfCurve curve, double[] voltage) {
        double[] first = curve.first(voltage);
        double[] last = curve.last(voltage);
        double[] charge = new double[voltage.length];
        double spread = 0;
        for (int k = 0; k < voltage.length; k++) {
            charge[k] = (first[k] + last[k]) / 2;
            spread += Math.abs(last[k] - first[k]) / voltage.length;
        }
        return new UniformGrid(voltage, charge, spread);
    }

    /** From the first to the last point, A.h. */
    double passed() {
        return charge[charge.length - 1] - charge[0];
    }
}
