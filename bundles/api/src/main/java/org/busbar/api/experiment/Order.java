package org.busbar.api.experiment;

/**
 * A verb and who says it.
 *
 * @param step the path of the step it is for; empty for the whole run. A step can be cancelled, paused now, resumed and
 *     aborted; what follows is as if it had failed
 * @param by who says so
 * @param reason why, as a sentence for people; may be empty
 * @param force whether it is meant also for somebody else's run
 */
public record Order(Verb verb, String step, String by, String reason, boolean force) {

    /** For the whole run. */
    public Order(Verb verb, String by, String reason, boolean force) {
        this(verb, "", by, reason, force);
    }
}
