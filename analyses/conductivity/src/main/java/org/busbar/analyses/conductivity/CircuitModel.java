package org.busbar.analyses.conductivity;

import java.util.stream.DoubleStream;
import org.busbar.analyses.conductivity.Circuit.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * The circuit as a function of its free coordinates, with its analytic Jacobian, both divided by the measured |Z|.
 *
 * <p>The coordinates are ln R, ln X, then ln &alpha; and L (in units of {@link Spectrum#inductanceUnit}) where they are
 * free. Rows are the real and the imaginary part of each point in turn.
 */
final class CircuitModel implements MultivariateJacobianFunction {

    private static final double LEAST_LOG_EXPONENT = Math.log(0.1);
    private static final double MOST_LOG_EXPONENT = Math.log(2);

    private final Spectrum spectrum;
    private final Circuit start;
    private final Freedom freedom;

    /** Which coordinates are free beside ln R and ln X; the others stay as they are in the start circuit. */
    record Freedom(boolean exponent, boolean inductance) {

        int coordinates() {
            return 2 + (exponent ? 1 : 0) + (inductance ? 1 : 0);
        }
    }

    CircuitModel(Spectrum spectrum, Circuit start, Freedom freedom) {
        this.spectrum = spectrum;
        this.start = start;
        this.freedom = freedom;
    }

    /** The coordinates of the start circuit. */
    double[] start() {
        return chosen(
                Math.log(start.resistance()),
                Math.log(start.reactance()),
                Math.log(start.exponent()),
                start.inductance() / spectrum.inductanceUnit());
    }

    /** The measured parts divided by |Z|, without unit. */
    double[] target() {
        return spectrum.points().stream()
                .flatMapToDouble(p -> DoubleStream.of(p.real(), p.imaginary()).map(part -> part / p.modulus()))
                .toArray();
    }

    /** The circuit that has these coordinates. */
    Circuit circuit(RealVector at) {
        double exponent = freedom.exponent ? Math.exp(at.getEntry(2)) : start.exponent();
        double inductance = freedom.inductance
                ? at.getEntry(freedom.coordinates() - 1) * spectrum.inductanceUnit()
                : start.inductance();
        return new Circuit(Math.exp(at.getEntry(0)), Math.exp(at.getEntry(1)), exponent, inductance, start.centre());
    }

    /**
     * The nearest coordinates with .1 &le; &alpha; &le; 2: wide enough to see on which side of its bounds the optimum is,
     * narrow enough to keep a spectrum without electrodes from running away.
     */
    RealVector confined(RealVector at) {
        if (!freedom.exponent) {
            return at;
        }
        RealVector confined = at.copy();
        confined.setEntry(2, Math.min(MOST_LOG_EXPONENT, Math.max(LEAST_LOG_EXPONENT, at.getEntry(2))));
        return confined;
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector at) {
        Circuit circuit = circuit(at);
        RealVector value = new ArrayRealVector(2 * spectrum.size());
        RealMatrix jacobian = new Array2DRowRealMatrix(2 * spectrum.size(), freedom.coordinates());
        for (int i = 0; i < spectrum.size(); i++) {
            fill(value, jacobian, i, circuit);
        }
        return new Pair<>(value, jacobian);
    }

    private void fill(RealVector value, RealMatrix jacobian, int point, Circuit circuit) {
        double omega = spectrum.points().get(point).omega();
        double weight = 1 / spectrum.points().get(point).modulus();
        Complex z = circuit.impedance(omega).times(weight);
        Complex byReactance = circuit.electrodes(omega).times(weight);
        Complex byExponent = circuit.byLogExponent(omega).times(weight);
        double byInductance = weight * omega * spectrum.inductanceUnit();
        value.setEntry(2 * point, z.real());
        value.setEntry(2 * point + 1, z.imaginary());
        jacobian.setRow(2 * point, chosen(weight * circuit.resistance(), byReactance.real(), byExponent.real(), 0));
        jacobian.setRow(2 * point + 1, chosen(0, byReactance.imaginary(), byExponent.imaginary(), byInductance));
    }

    private double[] chosen(double resistance, double reactance, double exponent, double inductance) {
        double[] chosen = new double[freedom.coordinates()];
        chosen[0] = resistance;
        chosen[1] = reactance;
        if (freedom.exponent) {
            chosen[2] = exponent;
        }
        if (freedom.inductance) {
            chosen[chosen.length - 1] = inductance;
        }
        return chosen;
    }
}
