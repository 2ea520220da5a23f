package org.busbar.api.experiment;

import java.time.Instant;
import org.busbar.api.Values;

/**
 * Who made something, out of what, and when.
 *
 * @param step its path in the run
 * @param agent the plug-in that did it, or the person who said what became of it
 * @param capability what was asked of it
 * @param outputs what it gave; none where they stand beside this
 * @param askedBy who wanted the run; empty where it stands beside this
 * @param ended not before {@code started}
 */
public record Provenance(
        String step,
        Agent agent,
        String capability,
        Values inputs,
        Values outputs,
        String askedBy,
        Instant started,
        Instant ended) {

    /** Without what stands beside it. */
    public Provenance(String step, Agent agent, String capability, Values inputs, Instant started, Instant ended) {
        this(step, agent, capability, inputs, Values.none(), "", started, ended);
    }

    /** The same, complete in itself. */
    public Provenance complete(Values given, String asker) {
        return new Provenance(step, agent, capability, inputs, given, asker, started, ended);
    }
}
