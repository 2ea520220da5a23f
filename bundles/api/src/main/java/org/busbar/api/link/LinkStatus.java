package org.busbar.api.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line and how it fares.
 *
 * @param reason why it is in that state, as a sentence for people; empty if there is nothing to say
 * @param users the symbolic names of the plug-ins that have it
 * @param exchanges how many were made
 * @param failures how many of them failed
 * @param connections how often it was connected
 * @param last when the last exchange ended
 * @param tracedUntil until when its bytes are written down
 * @param faults the failures that it acts out
 */
public record LinkStatus(
        String uri,
        State state,
        String reason,
        Instant since,
        List<String> users,
        long exchanges,
        long failures,
        long connections,
        Optional<Instant> last,
        Optional<Instant> tracedUntil,
        List<LinkFault> faults) {

    /** Whether it is connected. */
    public enum State {
        /** Nobody has used it yet. */
        UNUSED,
        CONNECTED,
        /** It was lost, or never found; it is tried again by itself. */
        LOST
    }

    public LinkStatus {
        users = List.copyOf(users);
        faults = List.copyOf(faults);
    }

    /** Whether the instrument at its end is one in software. */
    public boolean isSimulated() {
        return uri.startsWith("sim:");
    }
}
