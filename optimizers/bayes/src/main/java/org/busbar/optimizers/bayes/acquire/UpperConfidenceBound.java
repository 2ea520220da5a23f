package org.busbar.optimizers.bayes.acquire;

import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.osgi.service.component.annotations.Component;

/**
 * Mean plus some standard deviations, of one objective: what may be hoped for.
 *
 * <p>The number of deviations is the root of the setting {@code beta} (4 unless set), or, with the setting
 * {@code schedule} = hebo, grows with the number t of trials and the number d of columns as the root of (2 + d/2) ln t +
 * ln(3π²/(3δ)) with δ = 0.01. More is better, so a value to be minimised comes with its sign turned, and this is its
 * lower bound. Sources: N. Srinivas et al., ICML 2010, arXiv 0912.3995; schedule: A. I. Cowen-Rivers et al., JAIR 74
 * (2022), doi:10.1613/jair.1.13643.
 */
@Component
@LabId(UpperConfidenceBound.ID)
public final class UpperConfidenceBound implements Acquisition {

    static final String ID = "ucb";

    private static final Parameter.Real BETA = Parameter.real("beta", "1", 0, 1e6);
    private static final Parameter.Choice SCHEDULE = Parameter.choice("schedule", "fixed", "hebo");
    private static final double USUAL = 4;
    private static final double DELTA = 0.01;

    /** @throws IllegalArgumentException also if both beta and the schedule hebo are set */
    @Override
    public Worth weigh(Outlook outlook) {
        Settings settings = Settings.of(outlook, this, ID);
        Model model = Objectives.only(outlook, ID);
        return new Pointwise(model, new Weighted(1, deviations(settings, outlook), 0));
    }

    private static double deviations(Settings settings, Outlook outlook) {
        if (!settings.get(SCHEDULE, "fixed").equals("hebo")) {
            return Math.sqrt(settings.get(BETA, USUAL));
        }
        if (settings.has(BETA)) {
            throw new IllegalArgumentException(
                    "beta is fixed and the schedule hebo changes it with each trial; set one of them");
        }
        int trials = Math.max(1, outlook.tried().length + outlook.awaited().length);
        return scheduled(trials, columns(outlook));
    }

    private static int columns(Outlook outlook) {
        double[][] seen = Standing.seen(outlook);
        return seen.length == 0 ? 1 : seen[0].length;
    }

    static double scheduled(int trials, int columns) {
        double growth = (2 + columns / 2.0) * StrictMath.log(trials);
        return Math.sqrt(growth + StrictMath.log(3 * Math.PI * Math.PI / (3 * DELTA)));
    }

    @Override
    public List<Parameter> settings() {
        return List.of(BETA, SCHEDULE);
    }
}
