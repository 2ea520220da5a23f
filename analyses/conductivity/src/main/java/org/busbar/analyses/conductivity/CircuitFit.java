package org.busbar.analyses.conductivity;

import org.busbar.analyses.conductivity.CircuitModel.Freedom;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/**
 * The circuit with the smallest sum of |Z - Z<sub>fit</sub>|<sup>2</sup>/|Z|<sup>2</sup> (Levenberg-Marquardt), and how
 * well it is determined.
 *
 * @param freedom what was fitted beside R and X
 * @param chi2 the sum divided by the degrees of freedom, without unit: its root is the relative noise
 * @param covariance of the free coordinates of {@link CircuitModel}, scaled by {@code chi2}
 * @param residuals (Z<sub>fit</sub> - Z)/|Z|, real and imaginary part of each point in turn
 */
record CircuitFit(Circuit circuit, Freedom freedom, double chi2, RealMatrix covariance, RealVector residuals) {

    private static final double TOLERANCE = 1e-12;
    private static final int MOST_EVALUATIONS = 1_000;
    private static final double SINGULAR = 1e-14;

    /**
     * Fits what is free, from {@code start}.
     *
     * @throws IllegalArgumentException if the fit does not converge or the spectrum does not determine R and X
     */
    static CircuitFit of(Spectrum spectrum, Circuit start, Freedom freedom) {
        return of(spectrum, start, freedom, MOST_EVALUATIONS);
    }

    /** As above, giving up after that many evaluations. */
    static CircuitFit of(Spectrum spectrum, Circuit start, Freedom freedom, int evaluations) {
        CircuitModel model = new CircuitModel(spectrum, start, freedom);
        Optimum optimum = optimum(spectrum, model, evaluations);
        int degrees = 2 * spectrum.size() - freedom.coordinates();
        double chi2 = optimum.getCost() * optimum.getCost() / degrees;
        Circuit circuit = model.circuit(optimum.getPoint());
        RealMatrix covariance = inverse(optimum, circuit, spectrum).scalarMultiply(chi2);
        return new CircuitFit(
                circuit, freedom, chi2, covariance, optimum.getResiduals().mapMultiply(-1));
    }

    /** Standard error of R divided by R. */
    double resistanceError() {
        return error(0);
    }

    /** Standard error of X divided by X. */
    double reactanceError() {
        return error(1);
    }

    /** Standard error of L in H, where it is free. */
    double inductanceError(Spectrum spectrum) {
        return error(freedom.coordinates() - 1) * spectrum.inductanceUnit();
    }

    /** Root mean square of the residuals of a single real number, relative to |Z|. */
    double noise() {
        return Math.sqrt(chi2);
    }

    /** Standard error of the coordinate at {@code index}. */
    double error(int index) {
        return Math.sqrt(covariance.getEntry(index, index));
    }

    private static Optimum optimum(Spectrum spectrum, CircuitModel model, int evaluations) {
        try {
            return new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .withOrthoTolerance(TOLERANCE)
                    .optimize(new LeastSquaresBuilder()
                            .model(model)
                            .start(model.start())
                            .target(model.target())
                            .parameterValidator(model::confined)
                            .maxEvaluations(evaluations)
                            .maxIterations(evaluations)
                            .build());
        } catch (MathIllegalStateException e) {
            throw Refusal.noConvergence("at most " + evaluations + " evaluations", spectrum, e);
        }
    }

    private static RealMatrix inverse(Optimum optimum, Circuit circuit, Spectrum spectrum) {
        try {
            return optimum.getCovariances(SINGULAR);
        } catch (MathIllegalArgumentException e) {
            throw Refusal.undetermined(circuit, spectrum, e);
        }
    }
}
