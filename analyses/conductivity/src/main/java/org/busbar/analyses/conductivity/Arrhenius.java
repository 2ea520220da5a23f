package org.busbar.analyses.conductivity;

import java.util.Arrays;
import org.hipparchus.linear.RealMatrix;

/**
 * ln &kappa; = ln A - E<sub>a</sub>/(R<sub>g</sub> T).
 *
 * @param prefactor ln of A in S/m
 * @param energy E<sub>a</sub>, J/mol
 */
record Arrhenius(double prefactor, double energy, double chi2, RealMatrix covariance) implements TemperatureLaw {

    static Arrhenius of(TemperatureSeries series) {
        double[] ones = new double[series.size()];
        Arrays.fill(ones, 1);
        double[] inverse = Arrays.stream(series.kelvin())
                .map(t -> -1 / (Conductivity.GAS_CONSTANT * t))
                .toArray();
        WeightedFit fit = WeightedFit.of(new double[][] {ones, inverse}, series.logarithm(), series.sigma());
        double scale = series.known() ? 1 : fit.chi2() / (series.size() - 2);
        return new Arrhenius(
                fit.coefficients().getEntry(0),
                fit.coefficients().getEntry(1),
                fit.chi2(),
                fit.covariance().scalarMultiply(scale));
    }

    @Override
    public double logarithm(double kelvin) {
        return prefactor - energy / (Conductivity.GAS_CONSTANT * kelvin);
    }

    @Override
    public double[] gradient(double kelvin) {
        return new double[] {1, -1 / (Conductivity.GAS_CONSTANT * kelvin)};
    }

    @Override
    public double activationEnergy(double kelvin) {
        return energy;
    }

    @Override
    public double[] activationGradient(double kelvin) {
        return new double[] {0, 1};
    }
}
