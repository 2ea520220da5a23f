package org.busbar.helao;

import java.util.Optional;
import org.busbar.api.Value;
import org.busbar.api.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A value as this lab and as HELAO knows it.
 *
 * @param literal as HELAO's client wrote it; null where it comes from this lab
 * @param value under {@code value}, as this lab knows it; none where only HELAO's client wrote it
 * @param unit the unit HELAO's clients expect; empty for the one it has
 */
record Datum(JsonNode literal, Values value, String unit) {

    private static final String VALUE = "value";

    static Datum of(JsonNode literal) {
        return new Datum(literal, Values.none(), "");
    }

    static Datum of(Value value, String unit) {
        return new Datum(JsonNodeFactory.instance.nullNode(), Values.of(VALUE, value), unit);
    }

    /** As this lab knows it. */
    Optional<Value> known() {
        return value.isEmpty() ? Optional.empty() : Optional.of(value.get(VALUE));
    }

    /** As HELAO's clients see it: as they wrote it, if they did. */
    JsonNode json() {
        return literal.isNull()
                ? known().map(known -> Conversion.json(known, unit)).orElse(literal)
                : literal;
    }

    /** The same value, written by HELAO's client in that way. */
    Datum writtenAs(JsonNode text) {
        return new Datum(text, value, unit);
    }
}
