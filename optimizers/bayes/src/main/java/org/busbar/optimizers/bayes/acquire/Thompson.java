package org.busbar.optimizers.bayes.acquire;

import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.busbar.optimizers.search.numeric.Keyed;
import org.osgi.service.component.annotations.Component;

/**
 * One function drawn from what the model holds possible, of one objective; its maximum is to be tried.
 *
 * <p>Values are drawn jointly at the sites (the first 1,000 of them in a random order). At a site the worth is the value
 * drawn; at any other row it is the mean given these values, so it is a smooth function that passes through the draw, and
 * the same for all rows and calls. Where sites are all candidates it is an exact draw. Off the sites a model that has
 * slopes lacks the small scatter the sites leave open; one that has none, such as a forest, gets that scatter, too, drawn
 * for each row by itself. Of equally likely models one is drawn. Another seed gives another function. Sources: W. R.
 * Thompson, Biometrika 25 (1933) 285, doi:10.1093/biomet/25.3-4.285; J. T. Wilson et al., ICML 2020, arXiv 2002.09309.
 */
@Component
@LabId(Thompson.ID)
public final class Thompson implements Acquisition {

    static final String ID = "thompson";

    private static final int MOST = 1000;

    @Override
    public Worth weigh(Outlook outlook) {
        Settings.of(outlook, this, ID);
        Keyed keyed = Keyed.of(outlook.seed(), 2);
        List<Model> members = Objectives.only(outlook, ID).members();
        Model model = members.get(keyed.at(1).below(members.size()));
        Anchored anchored = new Anchored(model, Sites.some(outlook.sites(), MOST, keyed.at(2)));
        return new DrawnFunction(anchored, NormalDraws.random(anchored.size(), keyed.at(3)), keyed.at(4));
    }
}
