package org.busbar.api.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far a run has come.
 *
 * @param step the path of the step it is at; empty before the first
 * @param detail what it does or waits for, as a sentence for people
 * @param since when that began
 * @param doing every step that is at work or waits for a device; several in parallel branches
 */
public record Progress(Run run, Run.State state, String step, String detail, Instant since, List<Activity> doing) {

    public Progress {
        doing = List.copyOf(doing);
    }

    /** With no step under way. */
    public Progress(Run run, Run.State state, String step, String detail, Instant since) {
        this(run, state, step, detail, since, List.of());
    }

    /**
     * One step under way.
     *
     * @param detail what it does or waits for
     * @param expected how long it should take; zero if not known or still waiting
     */
    public record Activity(String step, String detail, Instant since, Duration expected) {}
}
