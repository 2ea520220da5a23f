package org.busbar.analyses.conductivity;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The law of Vogel, Tammann and Fulcher with a root: ln &kappa; = ln A - (1/2) ln T - B/(T - T<sub>0</sub>).
 *
 * <p>Linear in ln A and B, so only T<sub>0</sub> is searched, from 0 K to 2 K below the lowest temperature.
 *
 * @param prefactor ln of A in S.K<sup>1/2</sup>/m
 * @param pseudoEnergy B, K
 * @param ideal T<sub>0</sub>, K
 */
record Vtf(double prefactor, double pseudoEnergy, double ideal, double chi2, RealMatrix covariance)
        implements TemperatureLaw {

    private static final double MARGIN = 2;
    private static final int GRID = 50;
    private static final double PRECISE = 1e-9;
    private static final int MOST = 500;

    static Vtf of(TemperatureSeries series) {
        double most = series.lowest() - MARGIN;
        DoubleUnaryOperator misfit = t0 -> line(series, t0).chi2();
        double best = 0;
        double least = misfit.applyAsDouble(best);
        for (int i = 1; i <= GRID; i++) {
            double found = misfit.applyAsDouble(most * i / GRID);
            best = found < least ? most * i / GRID : best;
            least = Math.min(found, least);
        }
        double low = Math.max(0, best - most / GRID);
        double high = Math.min(most, best + most / GRID);
        double ideal = new BrentOptimizer(PRECISE, PRECISE)
                .optimize(
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(misfit::applyAsDouble),
                        new SearchInterval(low, high, best > low && best < high ? best : (low + high) / 2),
                        new MaxEval(MOST))
                .getPoint();
        return at(series, ideal);
    }

    private static Vtf at(TemperatureSeries series, double t0) {
        WeightedFit line = line(series, t0);
        double b = line.coefficients().getEntry(1);
        double[] curved = Arrays.stream(series.kelvin())
                .map(t -> -b / ((t - t0) * (t - t0)))
                .toArray();
        double[][] columns = {ones(series), inverse(series, t0), curved};
        double scale = series.known() ? 1 : line.chi2() / Math.max(1, series.size() - 3);
        RealMatrix covariance = WeightedFit.covariance(columns, series.sigma()).scalarMultiply(scale);
        return new Vtf(line.coefficients().getEntry(0), b, t0, line.chi2(), covariance);
    }

    private static WeightedFit line(TemperatureSeries series, double t0) {
        double[] wanted = series.logarithm().clone();
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] += 0.5 * Math.log(series.kelvin()[i]);
        }
        return WeightedFit.of(new double[][] {ones(series), inverse(series, t0)}, wanted, series.sigma());
    }

    private static double[] ones(TemperatureSeries series) {
        double[] ones = new double[series.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] inverse(TemperatureSeries series, double t0) {
        return Arrays.stream(series.kelvin()).map(t -> -1 / (t - t0)).toArray();
    }

    /** Of B and T<sub>0</sub>. */
    double correlation() {
        return covariance.getEntry(1, 2) / error(1) / error(2);
    }

    @Override
    public double logarithm(double kelvin) {
        return prefactor - 0.5 * Math.log(kelvin) - pseudoEnergy / (kelvin - ideal);
    }

    @Override
    public double[] gradient(double kelvin) {
        double above = kelvin - ideal;
        return new double[] {1, -1 / above, -pseudoEnergy / (above * above)};
    }

    @Override
    public double activationEnergy(double kelvin) {
        double above = kelvin - ideal;
        return Conductivity.GAS_CONSTANT * kelvin * kelvin * (pseudoEnergy / (above * above) - 1 / (2 * kelvin));
    }

    @Override
    public double[] activationGradient(double kelvin) {
        double above = kelvin - ideal;
        double unit = Conductivity.GAS_CONSTANT * kelvin * kelvin / (above * above);
        return new double[] {0, unit, 2 * unit * pseudoEnergy / above};
    }
}
