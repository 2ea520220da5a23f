package org.busbar.api.experiment;

import java.time.Instant;
import java.util.List;
import org.busbar.api.Parameter;

/**
 * Something a run waits to be told by a person; answered by {@link Orchestrator#settle}.
 *
 * @param step the path of the step
 * @param text what is asked, as a sentence for people
 * @param form what the answer must hold
 * @param isRecovery whether a step failed or its fate is unknown; false for a step that asks by design
 */
public record Inquiry(String run, String step, String text, List<Parameter> form, boolean isRecovery, Instant since) {

    public Inquiry {
        form = List.copyOf(form);
    }
}
