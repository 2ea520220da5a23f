package org.busbar.optimizers.bayes.acquire;

import org.busbar.api.LabId;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.osgi.service.component.annotations.Component;

/**
 * The logarithm of the expected improvement on the best expected value so far, of one objective.
 *
 * <p>The best is the highest posterior mean at rows tried that kept all limits, and at rows awaited, about which the
 * models believe; so a lucky measurement does not count more than the model trusts it. Of equally likely models each has
 * its own best, and their improvements are averaged. For little noise; with much, {@code noisy-log-ei}. Source: S. Ament
 * et al., NeurIPS 2023, arXiv 2310.20708.
 */
@Component
@LabId(LogExpectedImprovement.ID)
public final class LogExpectedImprovement implements Acquisition {

    static final String ID = "log-ei";

    @Override
    public Worth weigh(Outlook outlook) {
        Settings.of(outlook, this, ID);
        Model model = Objectives.only(outlook, ID);
        return LogMean.of(model.members().stream()
                .<Worth>map(member -> new Pointwise(member, new Improvement(Standing.best(outlook, member))))
                .toList());
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }
}
