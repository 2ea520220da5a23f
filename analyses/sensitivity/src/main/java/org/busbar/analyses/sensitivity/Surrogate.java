package org.busbar.analyses.sensitivity;

import org.busbar.analyses.sensitivity.ProcessFit.Standardised;
import org.busbar.optimizers.search.numeric.Cholesky;
import org.busbar.optimizers.search.numeric.Lbfgsb.Minimum;

/**
 * The mean of a Gaussian process given runs, as a function of places in the unit cube. Safe for use by many threads.
 *
 * <p>Gradient: sum<sub>n</sub> &alpha;<sub>n</sub> k(x, x<sub>n</sub>) (x<sub>n</sub> - x)/l<sup>2</sup>.
 */
final class Surrogate {

    private final Standardised output;
    private final double[] logarithms;
    private final double[] lengths;
    private final double noise;
    private final boolean converged;
    private final double[] alpha;
    private final double[] predicted;
    /** Places of the runs, each coordinate divided by its length. */
    private final double[][] scaled;

    Surrogate(double[][] unit, Standardised output, Minimum found) {
        this.output = output;
        logarithms = found.x().clone();
        lengths = ProcessLikelihood.lengths(found.x());
        noise = ProcessLikelihood.noise(found.x());
        converged = found.converged();
        Cholesky factor = Cholesky.of(new SquaredExponential(lengths).matrix(unit, noise));
        alpha = factor.solve(output.values());
        predicted = predicted(factor.inverse());
        scaled = new double[unit.length][];
        for (int n = 0; n < unit.length; n++) {
            scaled[n] = scaled(unit[n]);
        }
    }

    /** Leave-one-out means in closed form: y - alpha/diag(K^-1) (Rasmussen and Williams, equation 5.12). */
    private double[] predicted(double[][] inverse) {
        double[] means = new double[alpha.length];
        for (int n = 0; n < means.length; n++) {
            means[n] = output.original(output.values()[n] - alpha[n] / inverse[n][n]);
        }
        return means;
    }

    private double[] scaled(double[] unit) {
        double[] place = new double[lengths.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = unit[i] / lengths[i];
        }
        return place;
    }

    /** In units of the output. */
    double mean(double[] unit) {
        double[] place = scaled(unit);
        double sum = 0;
        for (int n = 0; n < alpha.length; n++) {
            sum += alpha[n] * correlation(place, scaled[n]);
        }
        return output.original(sum);
    }

    /** By each coordinate of the unit cube, in units of the output. */
    double[] gradient(double[] unit) {
        double[] place = scaled(unit);
        double[] gradient = new double[place.length];
        for (int n = 0; n < alpha.length; n++) {
            double weight = alpha[n] * correlation(place, scaled[n]);
            for (int i = 0; i < place.length; i++) {
                gradient[i] += weight * (scaled[n][i] - place[i]);
            }
        }
        for (int i = 0; i < place.length; i++) {
            gradient[i] *= output.deviation() / lengths[i];
        }
        return gradient;
    }

    private static double correlation(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double off = one[i] - other[i];
            sum += off * off;
        }
        return StrictMath.exp(-0.5 * sum);
    }

    /** What the other runs say about each run, in units of the output. */
    double[] leaveOneOut() {
        return predicted.clone();
    }

    /** Of the lengths and of the share of noise, as {@link ProcessLikelihood} takes them. */
    double[] logarithms() {
        return logarithms.clone();
    }

    /** In units of the ranges of the inputs. */
    double[] lengths() {
        return lengths.clone();
    }

    /** 1/l of each input over their sum. */
    double[] relevance() {
        double sum = 0;
        double[] relevance = new double[lengths.length];
        for (int i = 0; i < relevance.length; i++) {
            relevance[i] = 1 / lengths[i];
            sum += relevance[i];
        }
        for (int i = 0; i < relevance.length; i++) {
            relevance[i] /= sum;
        }
        return relevance;
    }

    /** Standard deviation of the noise of a run, in units of the output. */
    double noise() {
        double variance = ProcessLikelihood.dot(output.values(), alpha) / alpha.length;
        return output.deviation() * Math.sqrt(variance * noise);
    }

    /** Whether the search for lengths and noise met its tolerance. */
    boolean converged() {
        return converged;
    }
}
