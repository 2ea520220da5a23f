package org.busbar.helao;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of one step.
 *
 * @param inner whether it stands under {@code data/data} and {@code data/parameters}, as with HELAO's drivers, or under
 *     {@code data} and {@code parameters}; both are found under either
 */
record StepData(SoeStep step, boolean inner, Map<String, Datum> parameters, Map<String, Datum> data, Instant measured) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm:ss");

    StepData {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** The single value at a path below the step; empty if there is none or it is a group. */
    Optional<Datum> at(List<String> path) {
        List<String> rest = withoutOuterData(path);
        if (rest.size() < 2) {
            return Optional.empty();
        }
        Datum datum = (rest.get(0).equals("data") ? data : parameters).get(rest.get(1));
        boolean known = rest.get(0).equals("data") || rest.get(0).equals("parameters");
        return datum == null || !known ? Optional.empty() : below(datum, rest.subList(2, rest.size()));
    }

    private static Optional<Datum> below(Datum datum, List<String> path) {
        if (path.isEmpty()) {
            return Optional.of(datum);
        }
        JsonNode node = datum.json().at("/" + String.join("/", path));
        return node.isMissingNode() ? Optional.empty() : Optional.of(Datum.of(node));
    }

    /** Both {@code data/data/key} and {@code data/key} name the same. */
    static List<String> withoutOuterData(List<String> path) {
        boolean twice = path.size() > 1
                && path.get(0).equals("data")
                && (path.get(1).equals("data") || path.get(1).equals("parameters"));
        return twice ? path.subList(1, path.size()) : path;
    }

    /** What is at a path, group or value, as JSON; missing if there is nothing. */
    JsonNode json(List<String> path) {
        JsonNode literal = path.isEmpty() ? json() : json().at("/" + String.join("/", path));
        List<String> rest = withoutOuterData(path);
        return literal.isMissingNode() && !rest.isEmpty() ? shape(false).at("/" + String.join("/", rest)) : literal;
    }

    private JsonNode json() {
        return shape(inner);
    }

    private ObjectNode shape(boolean nested) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("parameters", object(parameters));
        if (nested) {
            ObjectNode outer = root.putObject("data");
            outer.set("data", object(data));
            outer.set("parameters", object(parameters));
        } else {
            root.set("data", object(data));
        }
        root.putObject("meta").put("measurement_time", TIME.format(measured.atZone(ZoneId.systemDefault())));
        return root;
    }

    private static ObjectNode object(Map<String, Datum> data) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        data.forEach((key, datum) -> object.set(key, datum.json()));
        return object;
    }
}
