package org.busbar.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.api.Capability;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** Opens a sequence: that of a run, or one that is a step of another. */
final class Opening {

    private Opening() {}

    /** The scope of the sequence of a run; empty if its inputs would be refused. */
    static Optional<Scope> run(Course course) {
        Run run = course.run();
        Ledger ledger = course.setting().ledger();
        Fitted inputs = fitted(run.sequence(), Reckoned.known(run.inputs()), () -> "");
        if (!inputs.isAccepted()) {
            ledger.note("Run " + run.id() + ": would be refused: " + String.join("; ", inputs.refusals()));
            return Optional.empty();
        }
        Scope scope = new Scope(run.sequence(), inputs.reckoned());
        if (isGuarded(run.sequence())) {
            ledger.note(scope.title() + ": its interlocks and suspenders are assumed to hold");
        }
        return Optional.of(scope);
    }

    /** Begins a sequence that is a step. */
    static void nested(Spot spot, Step.Nested nested) {
        Sequence sequence = nested.sequence();
        Fitted inputs = fitted(sequence, spot.inputs(), spot::path);
        if (!inputs.isAccepted()) {
            spot.refuse(String.join("; ", inputs.refusals()));
            return;
        }
        if (isGuarded(sequence)) {
            spot.note("its interlocks and suspenders are assumed to hold");
        }
        Scope inside = spot.scope().nested(nested.id(), sequence, inputs.reckoned());
        Frame steps = new Frame(inside, spot.frame().hold(), sequence.steps(), failed -> close(spot, inside));
        spot.branch().enter(steps);
    }

    private static void close(Spot spot, Scope inside) {
        Wiring wiring = new Wiring(
                inside, new Casting(spot.setting().lab(), spot.course().cast(), inside));
        Map<String, Reckoned> outputs = new LinkedHashMap<>();
        inside.sequence().outputs().forEach((name, input) -> outputs.put(name, wiring.value(input)));
        spot.finish(outputs);
    }

    private static Fitted fitted(Sequence sequence, Map<String, Reckoned> inputs, Supplier<String> path) {
        return Fitted.of(new Capability(sequence.name(), sequence.inputs(), List.of()), inputs, path);
    }

    private static boolean isGuarded(Sequence sequence) {
        return !sequence.interlocks().isEmpty() || !sequence.suspenders().isEmpty();
    }
}
