package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;
import java.util.List;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Slice;

/**
 * Fits Gaussian processes by maximum a posteriori. Pure; any thread.
 *
 * <p>Above 250 rows the hyper-parameters are searched on 200 rows: the best 50 and 150 drawn from the others. Up to 500 rows
 * they then take a few steps more on all rows. The process itself is conditioned on all rows.
 *
 * @param kernel covariance of the function
 * @param family of priors
 */
public record Trainer(Kernel kernel, Priors.Family family) {

    private static final int SEARCHED = 250;
    private static final int SUBSET = 200;
    private static final int POLISHED = 500;
    private static final int POLISHING = 4;
    private static final int EXACT = 1_000;
    private static final double WIDTH = 1.5;
    private static final int BURN_IN = 4;
    private static final int THIN = 2;

    /** Matérn-5/2 and log-normal priors that scale with the dimension. */
    public static Trainer standard() {
        return new Trainer(Kernel.MATERN_52, Priors.Family.LOG_NORMAL);
    }

    /**
     * Finds the most probable hyper-parameters and conditions on all rows. Without rows it gives the prior.
     *
     * @param keyed random numbers: same numbers, same data, same result
     */
    public GaussianProcess fit(Data data, Keyed keyed) {
        return GaussianProcess.of(kernel, search(data, keyed), data);
    }

    /** Like {@link #fit}, but above 1,000 rows conditions on the rows nearby. */
    public Posterior fitLarge(Data data, Keyed keyed) {
        return data.size() <= EXACT ? fit(data, keyed) : LocalProcess.of(kernel, search(data, keyed), data);
    }

    /**
     * Draws hyper-parameters from their posterior by slice sampling, starting at the maximum (section 5.4.1 of Rasmussen and
     * Williams 2006; Neal 2003, doi:10.1214/aos/1056562461), and conditions on all rows with each.
     *
     * @param maximum what {@link #fit} gave for the data
     * @param members number of draws, 1 or more; 8 to 16 as a rule
     */
    public List<GaussianProcess> ensemble(GaussianProcess maximum, int members, Keyed keyed) {
        Data data = maximum.data();
        Data searched = data.size() <= SEARCHED ? data : Subset.of(data, SUBSET, keyed.at(SUBSET));
        Priors priors = family.of(data.columns());
        LogPosterior posterior = new LogPosterior(new Likelihood(kernel, searched), priors);
        double[] start = priors.bounded(maximum.hyperparameters().logs());
        double[] widths = new double[start.length];
        Arrays.fill(widths, WIDTH);
        return Slice.draw(posterior::overLogs, start, widths, BURN_IN, members, THIN, keyed.at(1)).stream()
                .map(Hyperparameters::ofLogs)
                .map(drawn -> GaussianProcess.of(kernel, drawn, data))
                .toList();
    }

    private Fitted search(Data data, Keyed keyed) {
        Priors priors = family.of(data.columns());
        if (data.size() == 0) {
            return Fitted.given(Hyperparameters.ofLogs(priors.modes(data.columns())));
        }
        if (data.size() <= SEARCHED) {
            return new MaximumPosterior(kernel, priors, data).search(keyed);
        }
        Fitted rough = new MaximumPosterior(kernel, priors, Subset.of(data, SUBSET, keyed.at(SUBSET))).search(keyed);
        return data.size() <= POLISHED ? polished(rough, data, priors) : rough;
    }

    private Fitted polished(Fitted rough, Data data, Priors priors) {
        Fitted fine = new MaximumPosterior(kernel, priors, data).polish(rough.hyperparameters(), POLISHING);
        return new Fitted(
                fine.hyperparameters(),
                fine.density(),
                rough.starts(),
                rough.evaluations() + fine.evaluations(),
                rough.rows(),
                rough.converged());
    }
}
