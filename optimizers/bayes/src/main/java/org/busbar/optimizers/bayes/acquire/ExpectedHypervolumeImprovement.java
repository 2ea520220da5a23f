package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.osgi.service.component.annotations.Component;

/**
 * The logarithm of how much a trial is expected to enlarge the hypervolume of the front, for two to four objectives.
 *
 * <p>Exact, not sampled: objectives are modelled independently, so over each box of what the front leaves open the
 * expected gain is a product. The front is that of the means at rows tried that kept all limits and at rows awaited. The
 * reference is {@link Outlook#reference}; for objectives of which none is stated, the worst of the front less a tenth of
 * its range. Of equally likely models each has its own front, and the gains are averaged. Sources: K. Yang et al., J.
 * Glob. Optim. 75 (2019) 3, doi:10.1007/s10898-019-00798-7, for the sum over boxes; the logarithm after S. Ament et al.,
 * NeurIPS 2023, arXiv 2310.20708.
 */
@Component
@LabId(ExpectedHypervolumeImprovement.ID)
public final class ExpectedHypervolumeImprovement implements Acquisition {

    static final String ID = "ehvi";

    @Override
    public Worth weigh(Outlook outlook) throws InterruptedException {
        Settings.of(outlook, this, ID);
        Objectives.check(outlook, ID, 2, 4, "two to four objectives");
        double[] reference = Reference.of(outlook);
        double[][] rows = Standing.rows(outlook);
        List<Worth> parts = new ArrayList<>();
        for (List<Model> world : Objectives.worlds(outlook)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Told to stop while cutting what the front leaves open into boxes");
            }
            double[][] front = Front.beyond(Objectives.means(world, rows), reference);
            parts.add(new GainedVolume(world, Cell.beyond(front, reference)));
        }
        return LogMean.of(parts);
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }
}
