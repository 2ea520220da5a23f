package org.busbar.forecast;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Step;

/** One step where it is about to begin. */
record Spot(Branch branch, Frame frame, Step step) {

    Course course() {
        return branch.course();
    }

    Setting setting() {
        return course().setting();
    }

    Run run() {
        return course().run();
    }

    Scope scope() {
        return frame.scope();
    }

    Casting casting() {
        return new Casting(setting().lab(), course().cast(), scope());
    }

    /** The path of this execution. */
    String path() {
        return scope().path(step.id());
    }

    /** Where the step stands, whatever the pass. */
    String place() {
        return scope().place(step.id());
    }

    /** Tells people something about the step, once however often it is done. */
    void note(String what) {
        setting().ledger().note(scope().title() + ", step " + place() + ": " + what);
    }

    /** Tells people that something hangs on values which are not known before a run. */
    void noteAssumed(String before, String after, List<String> inputs) {
        for (String input : inputs) {
            setting()
                    .ledger()
                    .note(scope().title() + ": " + before + place() + after + " is worked out with an assumed "
                            + input);
        }
    }

    Reckoned value(Input input) {
        return new Wiring(scope(), casting()).value(input);
    }

    /** What the inputs of the step are. */
    Map<String, Reckoned> inputs() {
        Wiring wiring = new Wiring(scope(), casting());
        Map<String, Reckoned> values = new LinkedHashMap<>();
        step.inputs().forEach((name, input) -> values.put(name, wiring.value(input)));
        return values;
    }

    /**
     * Whether a condition holds; empty if that is not known before a run.
     *
     * @throws IllegalArgumentException if the two values cannot be compared
     */
    Optional<Boolean> holds(Condition condition) {
        Reckoned left = value(condition.left());
        Reckoned right = value(condition.right());
        boolean unknown = left.isAssumed() || right.isAssumed();
        return unknown
                ? Optional.empty()
                : left.value().flatMap(one -> right.value().map(other -> condition.holds(one, other)));
    }

    /** The step takes from now for {@code time}; on no device if its name is empty. */
    void lasts(String device, Duration time) {
        course().hasBegun();
        setting().ledger().slot(this, device, setting().agenda().now(), time);
    }

    /** The step is done and has given this. */
    void finish(Map<String, Reckoned> outputs) {
        scope().finish(step.id(), outputs);
    }

    /** The run would fail here. */
    void refuse(String why) {
        refuse(why, Recovery.FAIL);
    }

    /** The step would fail; so would the run, unless it goes on without the step. */
    void refuse(String why, Recovery recovery) {
        setting().ledger().note("Run " + run().id() + ", step " + place() + ": would be refused: " + why);
        if (recovery.policy() != Recovery.Policy.IGNORE) {
            course().fail();
        }
    }

    /** Begins the step; true if the next one can begin at once. */
    boolean begin() {
        if (step instanceof Step.Act act) {
            return new Acting(this, act).begin();
        }
        if (step instanceof Step.Use use) {
            return new Using(this, use).begin();
        }
        if (step instanceof Step.Wait wait) {
            return new Waiting(this, wait).begin();
        }
        if (step instanceof Step.Parallel parallel) {
            return new Branching(this, parallel).begin();
        }
        beginInner();
        return true;
    }

    private void beginInner() {
        if (step instanceof Step.Nested nested) {
            Opening.nested(this, nested);
        } else if (step instanceof Step.Repeat repeat) {
            new Looping(this, repeat).begin();
        } else if (step instanceof Step.Choose choose) {
            new Choosing(this, choose).begin();
        } else {
            new Answering(this).begin();
        }
    }
}
