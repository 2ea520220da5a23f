package org.busbar.api.inventory;

import java.time.Instant;
import java.util.List;
import org.busbar.api.Quantity;

/**
 * What is known of one sample.
 *
 * @param parents the samples it was made of
 * @param amount how much of it is left
 * @param position where it is; empty if not known
 * @param state whether it is there
 * @param origin the run and step that made it, or who entered it
 * @param since of the last change
 */
public record SampleCard(
        String sample,
        List<String> parents,
        Quantity amount,
        String position,
        State state,
        String origin,
        Instant since) {

    public SampleCard {
        parents = List.copyOf(parents);
    }

    /** Whether a sample is there. */
    public enum State {
        PRESENT,
        /** An action that handled it has an unknown outcome: somebody has to look. */
        UNVERIFIED,
        ENDED
    }
}
