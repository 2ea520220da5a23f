package org.busbar.orchestrator;

import java.time.Instant;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Step;

/** Has a person fill in a form. */
final class Asking {

    private final Branch branch;
    private final Step.Ask step;
    private final String path;

    Asking(Branch branch, Step.Ask step, Frame frame) {
        this.branch = branch;
        this.step = step;
        this.path = frame.path(step.id());
    }

    Values untilDone() throws InterruptedException {
        Past past = branch.history().take(path);
        Values done = past.done();
        if (done != null) {
            return done;
        }
        branch.checkpoint(path);
        if (past.settlement() instanceof Settlement.GiveUp givenUp) {
            throw new StepFailed(path, givenUp.reason());
        }
        if (past.begun() == null) {
            branch.begin(path, Agent.named("person"), Values.none(), true, 1);
            branch.write(new LabEvent.StepAsked(Instant.now(), branch.run().id(), path, step.text()));
        }
        return answered();
    }

    private Values answered() throws InterruptedException {
        branch.control().tell(path, "asks a person: " + step.text());
        branch.goOn();
        Settlement answer = branch.questions().ask(path, step.text(), Optional.of(step.form()), false, () -> null);
        branch.control().done(path);
        if (answer instanceof Settlement.Happened happened) {
            return happened.outputs();
        }
        throw new StepFailed(path, ((Settlement.GiveUp) answer).reason());
    }
}
