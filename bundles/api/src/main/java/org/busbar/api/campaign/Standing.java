package org.busbar.api.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.optimize.Space;

/**
 * How far a campaign has come.
 *
 * @param id unique in the lab
 * @param optimizer the {@code lab.id} of the optimizer that will be asked next
 * @param detail what it does or waits for, as a sentence for people
 * @param trials every trial so far, by number
 * @param best the trial with the best value of the first objective among those that kept all limits, at the target
 *     fidelity if there is one; empty before the first such result
 * @param settings how the optimizer chooses
 * @param space where suggestions are made now
 * @param shadow the optimizer that is asked too and not obeyed; empty if there was none yet
 */
public record Standing(
        String id,
        Campaign campaign,
        Campaign.State state,
        String optimizer,
        String detail,
        Instant begun,
        List<Trial> trials,
        Optional<Trial> best,
        Values settings,
        Space space,
        Optional<Shadow> shadow) {

    public Standing {
        trials = List.copyOf(trials);
    }
}
