package org.busbar.helao;

import java.util.stream.StreamSupport;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the bare numbers and texts of HELAO into values with units, and back. */
final class Conversion {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Conversion() {}

    /**
     * A value for a parameter.
     *
     * @param declared the parameter it is meant for; null if not known
     * @param unit the unit of bare numbers; empty for that of the parameter, or 1 if there is none
     * @throws IllegalArgumentException if the unit is unknown
     */
    static Value value(JsonNode node, @Nullable Parameter declared, String unit) {
        boolean wordsOnly = declared instanceof Parameter.Choice || declared instanceof Parameter.Note;
        if (node.isNumber() && !wordsOnly) {
            return new Quantity(node.doubleValue(), unit(declared, unit), Double.NaN);
        }
        if (node.isBoolean() && declared instanceof Parameter.Whole) {
            return Quantity.of(node.booleanValue() ? 1 : 0, "1");
        }
        if (isNumbers(node) && !wordsOnly) {
            double[] numbers = StreamSupport.stream(node.spliterator(), false)
                    .mapToDouble(one -> one.isNull() ? Double.NaN : one.doubleValue())
                    .toArray();
            return new Series(numbers, unit(declared, unit));
        }
        return text(node.isString() ? node.stringValue() : node.toString(), declared);
    }

    private static boolean isNumbers(JsonNode node) {
        return node.isArray()
                && StreamSupport.stream(node.spliterator(), false).allMatch(one -> one.isNumber() || one.isNull());
    }

    private static Value text(String text, @Nullable Parameter declared) {
        if (declared instanceof Parameter.Specimen) {
            return new Sample(text);
        }
        boolean number = declared instanceof Parameter.Real || declared instanceof Parameter.Whole;
        return number ? Quantity.parse(text) : new Text(text);
    }

    /** The unit that bare numbers of a parameter have. */
    static Unit unit(@Nullable Parameter declared, String mapped) {
        if (!mapped.isEmpty()) {
            return Unit.of(mapped);
        }
        if (declared instanceof Parameter.Real real) {
            return real.unit();
        }
        return declared instanceof Parameter.Curve curve ? curve.unit() : Unit.ONE;
    }

    /** A number without unit becomes one in the unit of the parameter, as HELAO means it; others stay as they are. */
    static Value fit(Value value, @Nullable Parameter declared, String mapped) {
        Unit unit = unit(declared, mapped);
        if (value instanceof Quantity q && q.unit().equals(Unit.ONE)) {
            return new Quantity(q.value(), unit, q.uncertainty());
        }
        if (value instanceof Series s && s.unit().equals(Unit.ONE)) {
            return new Series(s.values(), unit);
        }
        return value;
    }

    /**
     * As HELAO's clients see it: a number, a list of numbers (a missing one is null), a text.
     *
     * @param unit the unit of the number; empty for the one it has
     */
    static JsonNode json(Value value, String unit) {
        if (value instanceof Quantity q) {
            return number(unit.isEmpty() ? q.value() : q.in(unit));
        }
        if (value instanceof Series s) {
            ArrayNode list = NODES.arrayNode();
            for (double number : unit.isEmpty() ? s.values() : s.in(Unit.of(unit))) {
                list.add(number(number));
            }
            return list;
        }
        return value instanceof Resource r ? resource(r) : NODES.stringNode(value.toString());
    }

    private static JsonNode number(double number) {
        return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
    }

    private static ObjectNode resource(Resource resource) {
        return NODES.objectNode()
                .put("uri", resource.uri().toString())
                .put("mediaType", resource.mediaType())
                .put("sha256", resource.sha256());
    }
}
