package org.busbar.orchestrator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Suspender;
import org.busbar.api.experiment.Terms;
import org.busbar.api.experiment.Verb;

/** Short ways to write sequences in tests. */
final class Plans {

    private Plans() {}

    static Input ml(double amount) {
        return new Input.Constant(Quantity.of(amount, "mL"));
    }

    static Step.Act dose(String id, String device, double amount) {
        return dose(id, device, ml(amount), Terms.DEFAULT);
    }

    static Step.Act dose(String id, String device, Input amount, Terms terms) {
        return new Step.Act(id, "dose", device, Map.of("amount", amount), terms);
    }

    static Terms on(Recovery recovery) {
        return new Terms(recovery, Duration.ZERO, List.of());
    }

    static Terms within(Duration timeout) {
        return new Terms(Recovery.FAIL, timeout, List.of());
    }

    static Run run(String id, Step... steps) {
        return new Run(id, sequence(Map.of(), steps), Values.none(), "test");
    }

    static Run run(String id, Sequence sequence) {
        return new Run(id, sequence, Values.none(), "test");
    }

    static Sequence sequence(Map<String, Input> outputs, Step... steps) {
        return new Sequence("test", "1", List.of(), List.of(steps), outputs);
    }

    static Sequence withCleanup(Step cleanup, Step... steps) {
        return new Sequence(
                "test", "1", List.of(), List.of(), List.of(steps), List.of(cleanup), Map.of(), List.of(), List.of());
    }

    static Sequence withRole(Role role, Step... steps) {
        return new Sequence(
                "test", "1", List.of(), List.of(role), List.of(steps), List.of(), Map.of(), List.of(), List.of());
    }

    static Sequence interlocked(Condition interlock, Step... steps) {
        return new Sequence(
                "test", "1", List.of(), List.of(), List.of(steps), List.of(), Map.of(), List.of(interlock), List.of());
    }

    static Sequence suspended(Suspender suspender, Step... steps) {
        return new Sequence(
                "test", "1", List.of(), List.of(), List.of(steps), List.of(), Map.of(), List.of(), List.of(suspender));
    }

    /** The temperature of a gadget is below so many degrees. */
    static Condition cooler(String device, double limit) {
        return new Condition(
                new Input.Reading(device, "temperature"),
                Condition.Relation.BELOW,
                new Input.Constant(Quantity.of(limit, "Cel")));
    }

    static Order order(Verb verb) {
        return new Order(verb, "test", "", false);
    }
}
