package org.busbar.api.experiment;

import java.time.Instant;
import java.util.Optional;

/**
 * A reason why a device or position is given no work.
 *
 * @param by who set it
 * @param until when it ends by itself
 */
public record Bar(Kind kind, String by, String reason, Instant since, Optional<Instant> until) {

    /** The kinds of bars. */
    public enum Kind {
        /** A person or run keeps it for itself. */
        HOLD,
        /** It was safety-stopped, or did not confirm a stop within its bound; a person has to look and clear it. */
        STOPPED,
        /** Something was left alone in the middle of its work; a person has to look and clear it. */
        UNVERIFIED
    }
}
