package org.busbar.optimizers.bayes.acquire;

import org.busbar.api.LabId;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.busbar.optimizers.search.numeric.Keyed;
import org.osgi.service.component.annotations.Component;

/**
 * The logarithm of how much a trial is expected to raise the best mean anywhere, of one objective.
 *
 * <p>Anywhere is: at 256 sites at most, at the rows tried that may be the best, and at the row itself. Over these it is
 * exact. It also values what is learnt of other rows, so it suits noisy trials and the last ones before a decision; the
 * probability that a site keeps limits is not weighed. Of equally likely models the gains are averaged. Has no slopes.
 * Source: P. Frazier, W. Powell, S. Dayanik, INFORMS J. Comput. 21 (2009) 599, doi:10.1287/ijoc.1080.0314.
 */
@Component
@LabId(KnowledgeGradient.ID)
public final class KnowledgeGradient implements Acquisition {

    static final String ID = "knowledge-gradient";

    private static final int MOST = 256;

    @Override
    public Worth weigh(Outlook outlook) {
        Settings.of(outlook, this, ID);
        Model model = Objectives.only(outlook, ID);
        Keyed keyed = Keyed.of(outlook.seed(), 3);
        double[][] sites = Sites.some(outlook.sites(), MOST, keyed.at(1));
        return LogMean.of(model.members().stream()
                .<Worth>map(member -> new Raised(
                        member, Sites.and(sites, Contenders.of(member, Standing.rows(outlook), keyed.at(2)))))
                .toList());
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }

    private static final class Raised implements Worth {

        private final Model model;
        private final double[] means;
        private final Correlated.Toward toward;

        Raised(Model model, double[][] places) {
            this.model = model;
            this.means = model.predict(places).means();
            this.toward = Blockwise.of(model, places);
        }

        @Override
        public double[] of(double[][] rows) {
            Model.Forecast forecast = model.predict(rows);
            double[][] covariances = toward.of(rows);
            double[] worth = new double[rows.length];
            for (int r = 0; r < rows.length; r++) {
                worth[r] = log(forecast.means()[r], forecast.deviations()[r], covariances[r]);
            }
            return worth;
        }

        private double log(double mean, double deviation, double[] covariances) {
            double spread = Math.sqrt(deviation * deviation + model.noise());
            if (spread == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            double[][] lines = new double[means.length + 1][];
            for (int j = 0; j < means.length; j++) {
                lines[j] = new double[] {means[j], covariances[j] / spread};
            }
            lines[means.length] = new double[] {mean, deviation * deviation / spread};
            return Envelope.logGain(lines);
        }
    }
}
