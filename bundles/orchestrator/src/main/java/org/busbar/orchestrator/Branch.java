package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.inventory.Effect;

/** One thread of a run and its pen. Used by that thread only. */
final class Branch {

    private final RunContext context;
    private final Pen pen;
    private String at = "";

    Branch(RunContext context) {
        this.context = context;
        this.pen = new Pen(
                context.equipment().journal(), detail -> context.control().tell(at, detail));
    }

    /** Another thread of the same run. */
    Branch fork() {
        return new Branch(context);
    }

    Run run() {
        return context.run();
    }

    RunControl control() {
        return context.control();
    }

    RunHistory history() {
        return context.history();
    }

    Questions questions() {
        return context.questions();
    }

    Equipment equipment() {
        return context.equipment();
    }

    /** Passes when the step at that path may begin; waits while the run is paused. */
    void checkpoint(String path) throws InterruptedException {
        at = path;
        if (control().isPaused()) {
            flush();
            control().tell(path, RunControl.PAUSED);
        }
        control().checkpoint();
    }

    /** @throws InterruptedException if the run is to end */
    void goOn() throws InterruptedException {
        if (control().isEnding()) {
            throw new InterruptedException("The run is to end");
        }
    }

    /** Writes down that a step begins; it may be done when this returns. */
    LabEvent.StepBegun begin(String path, Agent agent, Values inputs, boolean repeatable, int attempt) {
        return begin(path, agent, inputs, repeatable, attempt, List.of());
    }

    /** The same of a step that is about to use something up. */
    LabEvent.StepBegun begin(
            String path, Agent agent, Values inputs, boolean repeatable, int attempt, List<Effect> effects) {
        LabEvent.StepBegun begun =
                new LabEvent.StepBegun(Instant.now(), run().id(), path, agent, inputs, repeatable, attempt, effects);
        pen.write(begun);
        control().begin();
        return begun;
    }

    /** Hands over what came of a step. */
    void end(String path, Made made) {
        boolean cutShort = made.outcome() instanceof Outcome.Unknown || made.outcome() instanceof Outcome.Stopped;
        if (control().isSuspended() && cutShort) {
            return; // the next server settles it: the journal says that it had begun
        }
        pen.hand(new LabEvent.StepEnded(Instant.now(), run().id(), path, made.outcome(), made.effects()));
    }

    void write(LabEvent event) {
        pen.write(event);
    }

    void flush() {
        pen.flush();
    }

    void tell(String path, String detail, Duration expected) {
        control().tell(path, detail, expected);
    }
}
