package org.busbar.optimizers.bayes.gp;

import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Sloped;

/**
 * One draw of a whole function from a Gaussian process, with its slope: f(x) = m + Φ(x)w + k(x,X)A⁻¹(y - m - Φ(X)w - ε),
 * where Φ are random Fourier features and w, ε normal draws (Rahimi and Recht 2007; Wilson et al. 2020, arXiv:2002.09309).
 * Immutable; any thread. O((features + rows) columns) per evaluation.
 */
public final class Pathwise implements Sloped {

    private final double mean;
    private final double[][] frequencies;
    private final double[] phases;
    private final double[] amplitudes;
    private final Cross cross;
    private final double[] updates;

    private Pathwise(double mean, Waves waves, Cross cross, double[] updates) {
        this.mean = mean;
        this.frequencies = waves.frequencies();
        this.phases = waves.phases();
        this.amplitudes = waves.amplitudes();
        this.cross = cross;
        this.updates = updates;
    }

    private record Waves(double[][] frequencies, double[] phases, double[] amplitudes) {

        static Waves draw(Kernel kernel, double[] lengths, int features, Keyed keyed) {
            Waves waves = new Waves(new double[features][], new double[features], new double[features]);
            for (int f = 0; f < features; f++) {
                waves.frequencies[f] = kernel.frequency(lengths.length, keyed);
                for (int k = 0; k < lengths.length; k++) {
                    waves.frequencies[f][k] /= lengths[k];
                }
                waves.phases[f] = 2 * Math.PI * keyed.uniform();
                waves.amplitudes[f] = Math.sqrt(2.0 / features) * keyed.normal();
            }
            return waves;
        }
    }

    /**
     * Draws a function.
     *
     * @param features number of cosines, 1 or more; 1,000 to 2,000 as a rule
     */
    public static Pathwise draw(GaussianProcess process, int features, Keyed keyed) {
        if (features < 1) {
            throw new IllegalArgumentException("features = " + features + " is less than 1");
        }
        Waves waves = Waves.draw(process.kernel(), process.hyperparameters().lengths(), features, keyed.at(0));
        Pathwise prior = new Pathwise(
                process.mean(),
                waves,
                process.cross(),
                new double[process.data().size()]);
        return new Pathwise(
                process.mean(), waves, process.cross(), process.solve(prior.residuals(process, keyed.at(1))));
    }

    private double[] residuals(GaussianProcess process, Keyed keyed) {
        Data data = process.data();
        double[] residuals = new double[data.size()];
        for (int i = 0; i < residuals.length; i++) {
            double sd = Math.sqrt(data.variance(i, process.hyperparameters().noise()));
            residuals[i] = data.value(i) - waves(data.at(i), new double[data.columns()]) - sd * keyed.normal();
        }
        return residuals;
    }

    @Override
    public double at(double[] x, double[] slope) {
        double[] k = new double[cross.size()];
        double[] decays = new double[cross.size()];
        cross.fill(Data.checked(cross.columns(), x, 0), k, decays);
        System.arraycopy(cross.slope(x, decays, updates), 0, slope, 0, slope.length);
        return waves(x, slope) + Regression.dot(k, updates);
    }

    /** Mean and prior part; its slope is added. */
    private double waves(double[] x, double[] slope) {
        double sum = mean;
        for (int f = 0; f < phases.length; f++) {
            double angle = phases[f] + Regression.dot(frequencies[f], x);
            sum += amplitudes[f] * StrictMath.cos(angle);
            double sine = amplitudes[f] * StrictMath.sin(angle);
            for (int k = 0; k < slope.length; k++) {
                slope[k] -= sine * frequencies[f][k];
            }
        }
        return sum;
    }
}
