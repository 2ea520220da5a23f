package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
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

    /** Looks whether conditions hold. */
    Conditions conditions() {
        return new Conditions(equipment().readings());
    }

    /** What the books call the execution of a step. */
    String key(String path) {
        return run().id() + "/" + path;
    }

    /** Gives a device no more work, in the name of the run, until a person has looked. */
    void bar(String device, Bar.Kind kind, String reason) {
        Bar bar = new Bar(kind, "run " + run().id(), reason, Instant.now(), Optional.empty());
        equipment().barring().bar(device, bar);
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
        if (made.untouched()) { // or else the next server would take it for a failure of the device
            pen.hand(new LabEvent.StepSettled(
                    Instant.now(), run().id(), path, new Settlement.Repeat(), Agent.ORCHESTRATOR.id()));
        }
    }

    /** Writes down that nobody knows what came of a step which was at work when the server stopped. */
    Made lost(LabEvent.StepBegun lost) {
        String path = lost.step();
        String id = path.substring(path.lastIndexOf('/') + 1);
        Outcome unknown = new Outcome.Unknown(
                "The server stopped while " + lost.agent().id() + " was at work on step " + path + ": look what it did",
                new Provenance(path, lost.agent(), id, lost.inputs(), lost.time(), Instant.now()));
        Made made = new Made(unknown, lost.effects(), lost.repeatable(), false, false);
        equipment().inventory().doubt(key(path), lost.effects());
        end(path, made);
        return made;
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
