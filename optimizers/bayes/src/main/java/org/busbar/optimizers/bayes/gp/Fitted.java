package org.busbar.optimizers.bayes.gp;

/**
 * How hyper-parameters were found.
 *
 * @param hyperparameters the result
 * @param density log posterior density of the result, up to a constant
 * @param starts descents that were made; 0 when the hyper-parameters were given
 * @param evaluations of the likelihood
 * @param rows that the hyper-parameters were searched on; fewer than all for large data
 * @param converged whether the best descent ended by itself
 */
public record Fitted(
        Hyperparameters hyperparameters, double density, int starts, int evaluations, int rows, boolean converged) {

    /** Of hyper-parameters that were given, not found. */
    static Fitted given(Hyperparameters hyperparameters) {
        return new Fitted(hyperparameters, Double.NaN, 0, 0, 0, true);
    }
}
