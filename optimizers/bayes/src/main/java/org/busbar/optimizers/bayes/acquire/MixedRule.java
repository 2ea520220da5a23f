package org.busbar.optimizers.bayes.acquire;

import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.osgi.service.component.annotations.Component;

/**
 * α times the mean plus 1 - α times the variance, of one objective.
 *
 * <p>The setting {@code alpha} is from 0 (only explore) to 1 (only use what is known); 0.5 unless set. The rule adds a
 * quantity to its square, so it has a meaning only for the standardised objective, which it is given here; a chosen α
 * means something else whenever the spread of the values tried changes. Source: the rule of the HELAO framework, F.
 * Rahmanian et al., Adv. Mater. Interfaces 9 (2022) 2101987, doi:10.1002/admi.202101987.
 */
@Component
@LabId(MixedRule.ID)
public final class MixedRule implements Acquisition {

    static final String ID = "mixed";

    private static final Parameter.Real ALPHA = Parameter.real("alpha", "1", 0, 1);

    @Override
    public Worth weigh(Outlook outlook) {
        double alpha = Settings.of(outlook, this, ID).get(ALPHA, 0.5);
        Model model = Objectives.only(outlook, ID);
        return new Pointwise(model, new Weighted(alpha, 0, 1 - alpha));
    }

    @Override
    public List<Parameter> settings() {
        return List.of(ALPHA);
    }
}
