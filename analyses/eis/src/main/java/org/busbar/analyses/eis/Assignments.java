package org.busbar.analyses.eis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.Slot;
import org.busbar.analyses.eis.fit.Bound;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;

/**
 * Reads what is said about parameters, such as {@code R0=12, C1=1 uF}: a number in the unit of the parameter, or with a
 * unit of its own. Bounds are two numbers with {@code ..} between them, as in {@code CPE1_alpha=0.5..1}.
 */
final class Assignments {

    private final String input;
    private final Circuit circuit;

    /** @param input what is read, for messages */
    Assignments(String input, Circuit circuit) {
        this.input = input;
        this.circuit = circuit;
    }

    /**
     * The numbers, each in the unit of its parameter; none for a blank text.
     *
     * @throws IllegalArgumentException if the text is of another form or names a parameter that is not there
     */
    Map<String, Double> numbers(String text) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        parts(text).forEach((name, value) -> numbers.put(name, number(name, value)));
        return numbers;
    }

    /** The bounds, each in the unit of its parameter; otherwise as {@link #numbers}. */
    Map<String, Bound> bounds(String text) {
        Map<String, Bound> bounds = new LinkedHashMap<>();
        parts(text).forEach((name, value) -> bounds.put(name, bound(name, value)));
        return bounds;
    }

    private Map<String, String> parts(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String[] sides = part.split("=", -1);
            if (sides.length != 2) {
                throw refusal(part, "it has no form such as R0=12");
            }
            if (parts.put(sides[0].strip(), sides[1].strip()) != null) {
                throw refusal(part, "it says something about " + sides[0].strip() + " again");
            }
        }
        return parts;
    }

    private Bound bound(String name, String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw refusal(name + "=" + text, "bounds have a form such as 0.5..1");
        }
        try {
            return new Bound(number(name, ends[0]), number(name, ends[1]));
        } catch (IllegalArgumentException e) {
            throw refusal(name + "=" + text, e);
        }
    }

    private double number(String name, String text) {
        Slot slot = slot(name)
                .orElseThrow(() -> refusal(
                        name,
                        "the circuit has no such parameter, only "
                                + circuit.parameters().stream().map(Slot::name).toList()));
        try {
            Quantity quantity = Quantity.parse(text);
            boolean bare = quantity.unit().equals(Unit.ONE);
            double number = bare ? quantity.value() : quantity.in(slot.unit());
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(number + " is not a finite number");
            }
            return number;
        } catch (IllegalArgumentException e) {
            throw refusal(name + "=" + text, e);
        }
    }

    private Optional<Slot> slot(String name) {
        return circuit.parameters().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst();
    }

    private IllegalArgumentException refusal(String part, String reason) {
        return new IllegalArgumentException(input + " '" + part.strip() + "': " + reason);
    }

    private IllegalArgumentException refusal(String part, IllegalArgumentException cause) {
        IllegalArgumentException refusal = refusal(part, String.valueOf(cause.getMessage()));
        refusal.initCause(cause);
        return refusal;
    }
}
