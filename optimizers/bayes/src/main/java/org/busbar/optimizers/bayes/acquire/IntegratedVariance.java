package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.busbar.optimizers.search.numeric.Keyed;
import org.osgi.service.component.annotations.Component;

/**
 * The logarithm of how much a trial would lower the variance over the whole space: to learn, not to optimise.
 *
 * <p>A measurement at x lowers the variance at s by cov(x, s)²/(σ²(x) + noise); the mean is taken over 512 sites at most
 * and the row itself, over equally likely models, and summed over the objectives. For a model that knows no covariances
 * it comes down to the variance of the row. Has no slopes. Source: D. A. Cohn, Z. Ghahramani, M. I. Jordan, J. Artif.
 * Intell. Res. 4 (1996) 129, doi:10.1613/jair.295.
 */
@Component
@LabId(IntegratedVariance.ID)
public final class IntegratedVariance implements Acquisition {

    static final String ID = "integrated-variance";

    private static final int MOST = 512;

    @Override
    public Worth weigh(Outlook outlook) {
        Settings.of(outlook, this, ID);
        Objectives.check(outlook, ID, 1, Integer.MAX_VALUE, "one objective or more");
        double[][] sites = Sites.some(outlook.sites(), MOST, Keyed.of(outlook.seed(), 4));
        List<Lowered> parts = new ArrayList<>();
        for (Model model : outlook.models()) {
            List<Model> members = model.members();
            members.forEach(member ->
                    parts.add(new Lowered(member, Blockwise.of(member, sites), (sites.length + 1.0) * members.size())));
        }
        return rows -> logs(parts, rows);
    }

    private static double[] logs(List<Lowered> parts, double[][] rows) {
        double[] sum = new double[rows.length];
        parts.forEach(part -> part.add(rows, sum));
        for (int r = 0; r < sum.length; r++) {
            sum[r] = StrictMath.log(sum[r]);
        }
        return sum;
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }

    /** What one model says; its sum is divided by {@code count}. */
    private record Lowered(Model model, Correlated.Toward toward, double count) {

        void add(double[][] rows, double[] sum) {
            double[] deviations = model.predict(rows).deviations();
            double[][] covariances = toward.of(rows);
            for (int r = 0; r < rows.length; r++) {
                double variance = deviations[r] * deviations[r];
                double squares = Root.dot(covariances[r], covariances[r], covariances[r].length);
                double spread = variance + model.noise();
                sum[r] += spread > 0 ? (squares + variance * variance) / spread / count : 0;
            }
        }
    }
}
