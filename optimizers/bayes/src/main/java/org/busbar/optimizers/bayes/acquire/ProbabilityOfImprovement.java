package org.busbar.optimizers.bayes.acquire;

import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.osgi.service.component.annotations.Component;

/**
 * The logarithm of the probability to improve on the best expected value so far by more than a margin, of one objective.
 *
 * <p>The setting {@code xi} is the margin, in standard deviations of the values tried; 0.01 unless set. A small one stays
 * close to the best, a large one explores. Equally likely models each have their own best; their probabilities are
 * averaged. Source: H. J. Kushner, J. Basic Eng. 86 (1964) 97, doi:10.1115/1.3653121.
 */
@Component
@LabId(ProbabilityOfImprovement.ID)
public final class ProbabilityOfImprovement implements Acquisition {

    static final String ID = "pi";

    private static final Parameter.Real XI = Parameter.real("xi", "1", 0, 100);
    private static final double MARGIN = 0.01;

    @Override
    public Worth weigh(Outlook outlook) {
        double margin = Settings.of(outlook, this, ID).get(XI, MARGIN);
        Model model = Objectives.only(outlook, ID);
        return LogMean.of(model.members().stream()
                .<Worth>map(member -> new Pointwise(member, new Excess(Standing.best(outlook, member) + margin)))
                .toList());
    }

    @Override
    public List<Parameter> settings() {
        return List.of(XI);
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }
}
