package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.busbar.optimizers.search.numeric.Keyed;
import org.osgi.service.component.annotations.Component;

/**
 * The logarithm of the expected improvement on the best so far, of one objective, where noise leaves open which is best.
 *
 * <p>The values at the rows tried that kept all limits, and at the rows awaited, are drawn jointly; each draw has its own
 * best. Given a draw the improvement at a new row is integrated exactly, so few draws suffice, the worth is smooth, and
 * no smoothed maximum is needed. Rows that are never the best are left out. What is awaited counts as drawn: the worth is
 * the improvement beyond what is awaited. The setting {@code draws} is how many there are in total, shared by equally
 * likely models, 16 each at least; 128 unless set. Sources: B. Letham et al., Bayesian Anal. 14 (2019) 495, doi:10.1214/18-BA1110; S. Ament
 * et al., NeurIPS 2023, arXiv 2310.20708.
 */
@Component
@LabId(NoisyLogExpectedImprovement.ID)
public final class NoisyLogExpectedImprovement implements Acquisition {

    static final String ID = "noisy-log-ei";

    private static final Parameter.Whole DRAWS = Parameter.whole("draws", 16, 4096);
    private static final int USUAL = 128;
    private static final int LEAST = 16;

    @Override
    public Worth weigh(Outlook outlook) throws InterruptedException {
        int draws = Settings.of(outlook, this, ID).get(DRAWS, USUAL);
        List<Model> members = Objectives.only(outlook, ID).members();
        int each = Integer.highestOneBit(Math.max(LEAST, draws / members.size()));
        List<Worth> parts = new ArrayList<>();
        for (int s = 0; s < members.size(); s++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Told to stop while drawing the best so far");
            }
            parts.add(part(members.get(s), outlook, each, Keyed.of(outlook.seed(), 1, s)));
        }
        return LogMean.of(parts);
    }

    private static Worth part(Model model, Outlook outlook, int draws, Keyed keyed) {
        double[][] anchors = Contenders.of(model, Standing.rows(outlook), keyed.at(1));
        double floor = anchors.length == 0 ? Standing.best(outlook, model) : Double.NEGATIVE_INFINITY;
        Anchored anchored = new Anchored(model, anchors);
        return new DrawnImprovement(anchored, NormalDraws.even(draws, anchors.length, keyed.at(2)), floor);
    }

    @Override
    public List<Parameter> settings() {
        return List.of(DRAWS);
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }

    @Override
    public boolean awaits() {
        return true;
    }
}
