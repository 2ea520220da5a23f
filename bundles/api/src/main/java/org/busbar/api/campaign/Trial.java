package org.busbar.api.campaign;

import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;

/**
 * One suggested point of a campaign and what became of it.
 *
 * @param number from 1, in the order of suggestion
 * @param suggestedBy the optimizer that suggested it
 * @param request the id of the request that carries it
 * @param outputs what was measured; empty unless {@code state} is DONE
 * @param reason why it failed; empty otherwise
 * @param grounds why it was suggested
 */
public record Trial(
        int number,
        Values point,
        Agent suggestedBy,
        String request,
        State state,
        Values outputs,
        String reason,
        Grounds grounds) {

    /** Where a trial stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        ABANDONED
    }
}
