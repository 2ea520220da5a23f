package org.busbar.finales;

import java.net.URI;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * How one member of a FINALES object is kept as a value of the lab. Whatever JSON goes in comes back, also what the
 * schema of the member would refuse; only 298 and 298.0 are the same.
 */
sealed interface Form {

    /** Before the JSON text of what is no string where a string is expected. */
    String ESCAPE = "json:";

    long LARGEST_EXACT = 1L << 53;

    Value value(JsonNode json);

    JsonNode json(Value value);

    /** A number in a unit. */
    record Number(Unit unit, boolean whole) implements Form {
        @Override
        public Value value(JsonNode json) {
            return isExact(json) ? new Quantity(json.doubleValue(), unit, Double.NaN) : text(json);
        }

        @Override
        public JsonNode json(Value value) {
            if (value instanceof Quantity quantity) {
                double number = quantity.unit().measuresSameAs(unit) ? quantity.in(unit) : quantity.value();
                return whole ? plain(number) : DoubleNode.valueOf(number);
            }
            return natural(value);
        }
    }

    /** A string. */
    record Word() implements Form {
        @Override
        public Value value(JsonNode json) {
            if (isExact(json)) {
                return new Quantity(json.doubleValue(), Unit.ONE, Double.NaN);
            }
            return json.isString() && !json.stringValue().startsWith(ESCAPE)
                    ? new Text(json.stringValue())
                    : new Text(ESCAPE + json);
        }

        @Override
        public JsonNode json(Value value) {
            if (value instanceof Text text) {
                return text.text().startsWith(ESCAPE)
                        ? parsed(text.text().substring(ESCAPE.length()))
                        : StringNode.valueOf(text.text());
            }
            return natural(value);
        }
    }

    /** True or false, or anything else as its JSON text. */
    record Document() implements Form {
        @Override
        public Value value(JsonNode json) {
            return text(json);
        }

        @Override
        public JsonNode json(Value value) {
            return natural(value);
        }
    }

    /** What no schema declares. */
    record Undeclared() implements Form {
        @Override
        public Value value(JsonNode json) {
            return isExact(json) ? new Quantity(json.doubleValue(), Unit.ONE, Double.NaN) : text(json);
        }

        @Override
        public JsonNode json(Value value) {
            return natural(value);
        }
    }

    /** A value of the lab's own offers, of which the parameter tells the kind. */
    record Own(Unit unit, boolean text) implements Form {
        @Override
        public Value value(JsonNode json) {
            if (json.isString()) {
                return text ? new Text(json.stringValue()) : new Sample(json.stringValue());
            }
            if (json.isArray()) {
                double[] numbers =
                        json.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
                return new Series(numbers, unit);
            }
            return json.isObject()
                    ? new Resource(
                            URI.create(json.path("uri").asString("")),
                            json.path("mediaType").asString(""),
                            json.path("sha256").asString(""))
                    : new Quantity(json.doubleValue(), unit, Double.NaN);
        }

        @Override
        public JsonNode json(Value value) {
            if (value instanceof Quantity quantity && quantity.unit().measuresSameAs(unit)) {
                return plain(quantity.in(unit));
            }
            return value instanceof Text word ? StringNode.valueOf(word.text()) : natural(value);
        }
    }

    private static Text text(JsonNode json) {
        return new Text(json.toString());
    }

    /** Whether a number of 64 bits holds it. */
    private static boolean isExact(JsonNode json) {
        if (json.isFloatingPointNumber()) {
            return true;
        }
        return json.isIntegralNumber() && json.canConvertToLong() && Math.abs(json.longValue()) <= LARGEST_EXACT;
    }

    private static JsonNode plain(double number) {
        return number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT
                ? LongNode.valueOf((long) number)
                : finite(number);
    }

    private static JsonNode finite(double number) {
        return Double.isFinite(number) ? DoubleNode.valueOf(number) : StringNode.valueOf(Double.toString(number));
    }

    private static JsonNode parsed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        try {
            return StrictJson.read(text);
        } catch (IllegalArgumentException e) {
            return StringNode.valueOf(text);
        }
    }

    /** Any value as JSON, where nothing tells more. */
    private static JsonNode natural(Value value) {
        if (value instanceof Text text) {
            return parsed(text.text());
        }
        if (value instanceof Quantity quantity) {
            return plain(quantity.value());
        }
        if (value instanceof Series series) {
            ArrayNode array = StrictJson.mapper().createArrayNode();
            for (int i = 0; i < series.size(); i++) {
                array.add(plain(series.value(i)));
            }
            return array;
        }
        return value instanceof Sample sample ? StringNode.valueOf(sample.id()) : resource((Resource) value);
    }

    private static ObjectNode resource(Resource resource) {
        return StrictJson.mapper()
                .createObjectNode()
                .put("uri", resource.uri().toString())
                .put("mediaType", resource.mediaType())
                .put("sha256", resource.sha256());
    }
}
