package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.busbar.optimizers.search.numeric.Keyed;
import org.osgi.service.component.annotations.Component;

/**
 * The logarithm of the expected improvement of several objectives seen as one with random weights, for two or more.
 *
 * <p>The value is the least of the weighted objectives plus 0.05 times their sum; weights are drawn from the seed, uniform
 * among those that add up to 1, so another seed goes for another part of the front. Objectives are scaled to [0, 1] over
 * the means at rows tried that kept all limits and at rows awaited, from {@link Outlook#reference} where that is stated and
 * below the best. The value is taken for normal, with the mean and deviation it has over 128 even draws: an approximation,
 * as the least of normal values is not normal. Sources: J. Knowles, IEEE Trans. Evol. Comput. 10 (2006) 50,
 * doi:10.1109/TEVC.2005.851274; S. Ament et al., NeurIPS 2023, arXiv 2310.20708.
 */
@Component
@LabId(RandomChebyshev.ID)
public final class RandomChebyshev implements Acquisition {

    static final String ID = "chebyshev";

    private static final int DRAWS = 128;

    @Override
    public Worth weigh(Outlook outlook) {
        Settings.of(outlook, this, ID);
        Objectives.check(outlook, ID, 2, Integer.MAX_VALUE, "two objectives or more");
        Keyed keyed = Keyed.of(outlook.seed(), 5);
        int size = outlook.models().size();
        Scalarization scalarization = scaled(outlook, keyed.at(1).dirichlet(size));
        double[][] draws = NormalDraws.even(DRAWS, size, keyed.at(2));
        List<Worth> parts = new ArrayList<>();
        for (List<Model> world : Objectives.worlds(outlook)) {
            double best = Standing.best(outlook, rows -> scalarization.means(world, rows, draws));
            parts.add(new ScalarizedImprovement(world, scalarization, draws, best));
        }
        return LogMean.of(parts);
    }

    private static Scalarization scaled(Outlook outlook, double[] weights) {
        double[][] means = Objectives.means(outlook.models(), Standing.seen(outlook));
        double[] low = new double[weights.length];
        double[] range = new double[weights.length];
        for (int m = 0; m < low.length; m++) {
            double[] column = Reference.column(means, m);
            double high = Arrays.stream(column).max().orElse(1);
            double stated = outlook.reference().length > m ? outlook.reference()[m] : Double.NaN;
            low[m] = stated < high ? stated : Arrays.stream(column).min().orElse(0);
            range[m] = high > low[m] ? high - low[m] : 1;
        }
        return new Scalarization(weights, low, range);
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }
}
