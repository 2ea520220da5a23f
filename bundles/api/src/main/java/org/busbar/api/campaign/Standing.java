package org.busbar.api.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a campaign has come.
 *
 * @param id unique in the lab
 * @param optimizer the {@code lab.id} of the optimizer that will be asked next
 * @param detail what it does or waits for, as a sentence for people
 * @param trials every trial so far, by number
 * @param best the trial with the best value of the first objective; empty before the first result
 */
public record Standing(
        String id,
        Campaign campaign,
        Campaign.State state,
        String optimizer,
        String detail,
        Instant begun,
        List<Trial> trials,
        Optional<Trial> best) {

    public Standing {
        trials = List.copyOf(trials);
    }
}
