package org.busbar.json;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Values as JSON: {@code {"value": 7.4, "unit": "mS/cm", "uncertainty": 0.2}} (no {@code uncertainty} if not known),
 * {@code {"series": [1, 2], "unit": "Hz"}} (a missing number is null; see {@link StoredSeries} for long ones),
 * {@code {"sample": "s-1"}}, {@code {"uri": …, "mediaType": …, "sha256": …}}, and a plain string for a text.
 */
final class ValueJson {

    private final SeriesForm series;

    ValueJson(SeriesForm series) {
        this.series = series;
    }

    SimpleModule module() {
        return new SimpleModule("busbar-values")
                .addSerializer(Unit.class, new UnitWriter())
                .addDeserializer(Unit.class, new UnitReader())
                .addSerializer(Value.class, new ValueWriter())
                .addDeserializer(Value.class, new ValueReader<>(Value.class))
                .addDeserializer(Quantity.class, new ValueReader<>(Quantity.class))
                .addSerializer(Values.class, new ValuesWriter())
                .addDeserializer(Values.class, new ValuesReader());
    }

    private static final class UnitWriter extends StdSerializer<Unit> {
        UnitWriter() {
            super(Unit.class);
        }

        @Override
        public void serialize(Unit unit, JsonGenerator out, SerializationContext context) {
            out.writeString(unit.ucum());
        }
    }

    private static final class UnitReader extends StdDeserializer<Unit> {
        UnitReader() {
            super(Unit.class);
        }

        @Override
        public Unit deserialize(JsonParser in, DeserializationContext context) {
            return Unit.of(in.getString());
        }
    }

    private final class ValueWriter extends StdSerializer<Value> {
        ValueWriter() {
            super(Value.class);
        }

        @Override
        public void serialize(Value value, JsonGenerator out, SerializationContext context) {
            write(value, out);
        }
    }

    private final class ValuesWriter extends StdSerializer<Values> {
        ValuesWriter() {
            super(Values.class);
        }

        @Override
        public void serialize(Values values, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            values.byName().forEach((name, value) -> {
                out.writeName(name);
                write(value, out);
            });
            out.writeEndObject();
        }
    }

    private void write(Value value, JsonGenerator out) {
        if (value instanceof Text text) {
            out.writeString(text.text());
            return;
        }
        out.writeStartObject();
        if (value instanceof Quantity q) {
            number("value", q.value(), out);
            out.writeStringProperty("unit", q.unit().ucum());
            if (!Double.isNaN(q.uncertainty())) {
                number("uncertainty", q.uncertainty(), out);
            }
        } else if (value instanceof Series s) {
            series.write(s, out);
        } else if (value instanceof Sample s) {
            out.writeStringProperty("sample", s.id());
        } else if (value instanceof Resource r) {
            out.writeStringProperty("uri", r.uri().toString());
            out.writeStringProperty("mediaType", r.mediaType());
            out.writeStringProperty("sha256", r.sha256());
        }
        out.writeEndObject();
    }

    private static void number(String name, double number, JsonGenerator out) {
        out.writeName(name);
        Numbers.write(number, out);
    }

    private final class ValueReader<T extends Value> extends StdDeserializer<T> {
        private final Class<T> kind;

        ValueReader(Class<T> kind) {
            super(kind);
            this.kind = kind;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            Value value = read(context.readTree(in));
            if (!kind.isInstance(value)) {
                throw new IllegalArgumentException("'" + value + "' is not a " + kind.getSimpleName());
            }
            return kind.cast(value);
        }
    }

    private final class ValuesReader extends StdDeserializer<Values> {
        ValuesReader() {
            super(Values.class);
        }

        @Override
        public Values deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("named values are a JSON object, {\"name\": value, ...}");
            }
            Map<String, Value> values = new LinkedHashMap<>();
            JsonNode tree = context.readTree(in);
            tree.properties().forEach(entry -> values.put(entry.getKey(), read(entry.getKey(), entry.getValue())));
            return new Values(values);
        }
    }

    private Value read(String name, JsonNode node) {
        try {
            return read(node);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private Value read(JsonNode node) {
        if (node.isString()) {
            return new Text(node.stringValue());
        }
        if (node.isNumber()) {
            return new Quantity(node.doubleValue(), Unit.ONE, Double.NaN);
        }
        if (node.has("value")) {
            only(node, "value", "unit", "uncertainty");
            return new Quantity(Numbers.read(node.get("value")), unit(node), Numbers.read(node.path("uncertainty")));
        }
        if (node.has("series")) {
            return series.read(node, unit(node));
        }
        if (node.has("sample")) {
            only(node, "sample");
            return new Sample(text(node, "sample"));
        }
        if (node.has("uri")) {
            only(node, "uri", "mediaType", "sha256");
            return new Resource(URI.create(text(node, "uri")), text(node, "mediaType"), text(node, "sha256"));
        }
        throw new IllegalArgumentException(
                node + " is not a value: give a text, a number, {\"value\": .., \"unit\": ..},"
                        + " {\"series\": [..], \"unit\": ..} or {\"sample\": ..}");
    }

    /** Refuses members of other names. */
    static void only(JsonNode node, String... names) {
        for (String name : node.propertyNames()) {
            if (!java.util.List.of(names).contains(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not known here, only " + String.join(", ", names));
            }
        }
    }

    private static Unit unit(JsonNode node) {
        return node.has("unit") ? Unit.of(text(node, "unit")) : Unit.ONE;
    }

    private static String text(JsonNode node, String name) {
        JsonNode text = node.path(name);
        if (!text.isString()) {
            throw new IllegalArgumentException("'" + name + "' is missing or no text in " + node);
        }
        return text.stringValue();
    }
}
