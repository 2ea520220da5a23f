package org.busbar.optimizers.bayes.gp;

import org.busbar.optimizers.search.numeric.Sloped;

/** The log density of hyper-parameters given data, up to a constant, in the logs of the hyper-parameters. */
final class LogPosterior implements Sloped {

    private final Likelihood likelihood;
    private final Priors priors;

    LogPosterior(Likelihood likelihood, Priors priors) {
        this.likelihood = likelihood;
        this.priors = priors;
    }

    /** The negative log density over the hyper-parameters themselves: its minimum is the MAP. */
    @Override
    public double at(double[] logs, double[] slope) {
        double value = likelihood.at(logs, slope) + priors.log(logs, slope);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = -slope[i];
        }
        return -value;
    }

    /** The log density over the logs, for samplers; minus infinity outside the bounds. */
    double overLogs(double[] logs) {
        double[] bounded = priors.bounded(logs);
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            if (bounded[i] != logs[i]) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += logs[i];
        }
        double value = likelihood.at(logs) + priors.log(logs, new double[logs.length]) + sum;
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
