package org.busbar.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Terms;

/** Which steps have certainly been done, and given their outputs, once others have. */
final class Certain {

    private Certain() {}

    static Set<String> in(List<Step> steps) {
        Set<String> ids = new HashSet<>();
        steps.forEach(step -> add(step, ids));
        return ids;
    }

    /** Adds a step and all it has certainly done: both ways of a choice are left out. */
    static void add(Step step, Set<String> ids) {
        if (mayBeSkipped(step)) {
            return;
        }
        ids.add(step.id());
        if (step instanceof Step.Repeat repeat) {
            repeat.steps().forEach(inner -> add(inner, ids));
        } else if (step instanceof Step.Use use) {
            use.steps().forEach(inner -> add(inner, ids));
        } else if (step instanceof Step.Parallel parallel) {
            parallel.branches().forEach(branch -> branch.forEach(inner -> add(inner, ids)));
        }
    }

    /** Whether the run goes on without it if it fails. */
    static boolean mayBeSkipped(Step step) {
        return terms(step).recovery().policy() == Recovery.Policy.IGNORE;
    }

    static Terms terms(Step step) {
        if (step instanceof Step.Act act) {
            return act.terms();
        }
        return step instanceof Step.Analyse analyse ? analyse.terms() : Terms.DEFAULT;
    }
}
