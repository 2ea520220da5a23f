package org.busbar.orchestrator;

import java.time.Instant;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;

/** How the coming of devices is told. */
final class Comings {

    private Comings() {}

    static LabEvent appeared(Agent agent) {
        return new LabEvent.Appeared(Instant.now(), agent.id(), "device", agent);
    }

    static LabEvent refused(Agent agent) {
        return new LabEvent.Faulted(
                Instant.now(),
                agent.id(),
                "Two devices want to be '" + agent.id() + "': the first keeps the name, the one from " + agent.bundle()
                        + " " + agent.version() + " is not used; give it another lab.id");
    }
}
