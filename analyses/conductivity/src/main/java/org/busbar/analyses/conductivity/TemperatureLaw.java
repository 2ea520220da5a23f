package org.busbar.analyses.conductivity;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** How the logarithm of a conductivity depends on temperature, fitted. Temperatures in K. */
interface TemperatureLaw {

    /** ln of the conductivity in S/m. */
    double logarithm(double kelvin);

    /** Derivatives of {@link #logarithm} with respect to the parameters. */
    double[] gradient(double kelvin);

    /** R_g T<sup>2</sup> times the derivative of the logarithm with respect to T, J/mol. */
    double activationEnergy(double kelvin);

    /** Derivatives of {@link #activationEnergy} with respect to the parameters. */
    double[] activationGradient(double kelvin);

    /** Of the parameters, ln A first; without what is common to all points. */
    RealMatrix covariance();

    /** Sum of squared residuals over their variances. */
    double chi2();

    /** How many parameters were fitted. */
    default int parameters() {
        return covariance().getRowDimension();
    }

    /** Standard error of {@link #logarithm}. */
    default double error(double kelvin) {
        return propagated(gradient(kelvin));
    }

    /** Standard error of {@link #activationEnergy}, J/mol. */
    default double activationError(double kelvin) {
        return propagated(activationGradient(kelvin));
    }

    /** Standard error of the parameter at {@code index}. */
    default double error(int index) {
        return Math.sqrt(covariance().getEntry(index, index));
    }

    /** Measured less fitted logarithms. */
    default double[] residuals(TemperatureSeries series) {
        double[] residuals = new double[series.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = series.logarithm()[i] - logarithm(series.kelvin()[i]);
        }
        return residuals;
    }

    private double propagated(double[] gradient) {
        RealVector vector = MatrixUtils.createRealVector(gradient);
        return Math.sqrt(Math.max(0, vector.dotProduct(covariance().operate(vector))));
    }
}
