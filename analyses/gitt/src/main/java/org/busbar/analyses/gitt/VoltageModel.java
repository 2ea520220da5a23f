package org.busbar.analyses.gitt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The voltage as a sum of columns, for given D: the current, the charge of the surface, a constant if it is not known, and for samples far
 * from each other the square of the charge, from that after the pulse on.
 */
final class VoltageModel {

    /** Places of the coefficients. */
    static final int RESISTANCE = 0;

    static final int SLOPE = 1;

    private static final int CONSTANT = 2;

    private final Superposition superposition;
    private final Optional<Double> known;
    private final double[] voltage;
    private final List<double[]> fixed = new ArrayList<>();

    /** At the samples of an excerpt, or at {@code some} of them. */
    VoltageModel(Excerpt excerpt, int[] some, double radius) {
        Recording recording = excerpt.pulse().recording();
        superposition = new Superposition(recording, some, radius);
        known = excerpt.settings().initialVoltage();
        double zero = known.orElse(0.0);
        voltage = Arrays.stream(some)
                .mapToDouble(i -> recording.voltage()[i] - zero)
                .toArray();
        if (known.isEmpty()) {
            fixed.add(ones(some.length));
        }
        if (excerpt.curved()) {
            fixed.add(squares(
                    superposition.charge(), recording.charge(excerpt.pulse().last())));
        }
    }

    int size() {
        return voltage.length;
    }

    double[] charge() {
        return superposition.charge();
    }

    /** The best sum for this ln D. */
    Trial at(double logarithm) {
        double[][] surface = superposition.surface(Math.exp(logarithm));
        return new Trial(logarithm, surface, LeastSquares.of(voltage, columns(surface[0])));
    }

    /**
     * The best sum with one more column: the derivative of the voltage with respect to ln D. Its coefficient, the last,
     * is the Gauss-Newton step.
     */
    Optional<LeastSquares> around(Trial trial) {
        return trial.fit().flatMap(fit -> {
            double slope = fit.coefficients()[SLOPE];
            double[] derivative =
                    Arrays.stream(trial.surface()[1]).map(d -> d * slope).toArray();
            return LeastSquares.of(voltage, columns(trial.surface()[0], derivative));
        });
    }

    private double[][] columns(double[]... variable) {
        List<double[]> columns = new ArrayList<>(List.of(superposition.current(), variable[0]));
        columns.addAll(fixed);
        columns.addAll(Arrays.asList(variable).subList(1, variable.length));
        return columns.toArray(new double[0][]);
    }

    /** V, without current and lead, before any charge has flowed. */
    double constant(LeastSquares fit) {
        return known.orElseGet(() -> fit.coefficients()[CONSTANT]);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] squares(double[] charge, double centre) {
        return Arrays.stream(charge).map(q -> (q - centre) * (q - centre)).toArray();
    }

    /**
     * The model at one D.
     *
     * @param surface see {@link Superposition#surface}
     * @param fit empty if D cannot be told from the rest there
     */
    record Trial(double logarithm, double[][] surface, Optional<LeastSquares> fit) {

        double misfit() {
            return fit.map(LeastSquares::misfit).orElse(Double.POSITIVE_INFINITY);
        }
    }
}
