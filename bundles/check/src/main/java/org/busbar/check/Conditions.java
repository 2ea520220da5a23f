package org.busbar.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Input;

/** Checks that both sides of a condition are there and can be compared. */
final class Conditions {

    private final Wiring wiring;
    private final Findings findings;

    Conditions(Wiring wiring, Findings findings) {
        this.wiring = wiring;
        this.findings = findings;
    }

    void check(String step, String field, Condition condition, Scope scope) {
        Source left = wiring.follow(step, field, condition.left(), scope);
        Source right = wiring.follow(step, field, condition.right(), scope);
        fault(condition, left, right)
                .ifPresent(reason -> findings.add(
                        step,
                        field,
                        Wording.of(condition.left()) + " "
                                + condition.relation().sign() + " " + Wording.of(condition.right())
                                + " cannot be compared: " + reason));
    }

    /** Checks a condition that is watched during the whole run. */
    void watched(String field, Condition condition) {
        List<Input> inner = Stream.of(condition.left(), condition.right())
                .filter(side -> side instanceof Input.Output || side instanceof Input.Previous)
                .toList();
        inner.forEach(side -> findings.add(
                "",
                field,
                Wording.of(side) + " comes from a step; what is watched all the time is compared with readings,"
                        + " inputs and constants only"));
        if (inner.isEmpty()) {
            check("", field, condition, Scope.fresh(Optional.empty()));
        }
    }

    private static Optional<String> fault(Condition condition, Source left, Source right) {
        for (Source side : List.of(left, right)) {
            Optional<String> fault = side.kind().flatMap(kind -> fault(condition, kind));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return left.kind().isPresent() && right.kind().isPresent()
                ? fault(left.kind().get(), right.kind().get())
                : Optional.empty();
    }

    private static Optional<String> fault(Condition condition, Kind side) {
        if (side.isText()) {
            return condition.isOfEquality()
                    ? Optional.empty()
                    : Optional.of("texts are equal (==) or not (!=), none is above another");
        }
        return side.isNumber() ? Optional.empty() : Optional.of(side + " is neither a number nor a text");
    }

    private static Optional<String> fault(Kind left, Kind right) {
        return left.convertsTo(right) ? Optional.empty() : Optional.of("one is " + left + " and the other " + right);
    }
}
