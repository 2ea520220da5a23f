package org.busbar.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads named values, also in the short forms: {@code "1 mL"} where a number is declared, {@code "s-1"} where a sample
 * is. Collects everything that is wrong before it refuses.
 */
final class Inputs {

    private final String place;
    private final JsonNode given;
    private final Map<String, Parameter> declared = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final List<Problem.Fault> faults = new ArrayList<>();

    /** What could be read, and everything that is wrong with it and the rest. */
    record Judged(Values values, List<Problem.Fault> faults) {}

    private Inputs(String place, JsonNode given, List<Parameter> declared) {
        this.place = place;
        this.given = given;
        declared.forEach(parameter -> this.declared.putIfAbsent(parameter.name(), parameter));
        given.properties().forEach(entry -> read(entry.getKey(), entry.getValue()));
    }

    /** The values as far as they can be read; whether they fit is for somebody else to say. */
    static Values read(String place, JsonNode given, List<Parameter> declared) {
        return new Inputs(place, given, declared).finish();
    }

    /** The values as far as they can be read, with what is wrong with each; refuses nothing. */
    static Judged judged(JsonNode given, List<Parameter> declared) {
        Inputs inputs = new Inputs("", given, declared);
        inputs.check();
        return new Judged(new Values(inputs.values), List.copyOf(inputs.faults));
    }

    /** The parameters that values such as these would be for, so that short forms of others can be read. */
    static List<Parameter> like(Values values) {
        List<Parameter> like = new ArrayList<>();
        values.byName().forEach((name, value) -> {
            if (value instanceof Quantity q) {
                like.add(Parameter.real(name, q.unit().ucum()));
            } else if (value instanceof Sample) {
                like.add(Parameter.specimen(name));
            }
        });
        return like;
    }

    /** Exactly the declared values, each accepted by its parameter. */
    static Values checked(String place, JsonNode given, List<Parameter> declared) {
        Inputs inputs = new Inputs(place, given, declared);
        inputs.check();
        return inputs.finish();
    }

    private void read(String name, JsonNode node) {
        try {
            values.put(name, value(node, declared.get(name)));
        } catch (JacksonException e) {
            fault(name, name + ": " + Reasons.of(e));
        } catch (IllegalArgumentException e) {
            fault(name, name + ": " + e.getMessage());
        }
    }

    private static Value value(JsonNode node, @Nullable Parameter parameter) {
        if (node.isString() && (parameter instanceof Parameter.Real || parameter instanceof Parameter.Whole)) {
            return Quantity.parse(node.stringValue());
        }
        if (node.isString() && parameter instanceof Parameter.Specimen) {
            return new Sample(node.stringValue());
        }
        if (!node.isObject() && !node.isString() && !node.isNumber()) {
            throw new IllegalArgumentException(node + " is not a value: give a text, a number with its unit such as"
                    + " \"1 mL\" or {\"value\": 1, \"unit\": \"mL\"}");
        }
        Value value = Json.mapper().treeToValue(node, Value.class);
        if (value instanceof Quantity q && !Double.isFinite(q.value())) {
            throw new IllegalArgumentException(node + " is not a finite number");
        }
        return value;
    }

    private void check() {
        for (Parameter parameter : declared.values()) {
            if (!given.has(parameter.name())) {
                fault(parameter.name(), "input " + parameter.name() + " is missing");
            }
        }
        values.forEach(this::check);
    }

    private void check(String name, Value value) {
        Parameter parameter = declared.get(name);
        if (parameter == null) {
            fault(name, "there is no input " + name + ", only " + declared.keySet());
        } else {
            parameter.refusal(value).ifPresent(refusal -> fault(name, refusal));
        }
    }

    private void fault(String name, String detail) {
        faults.add(new Problem.Fault(place.isEmpty() ? name : place + "." + name, detail));
    }

    private Values finish() {
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return new Values(values);
    }
}
