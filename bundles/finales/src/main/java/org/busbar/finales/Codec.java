package org.busbar.finales;

import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Value;
import org.busbar.api.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON objects as values of the lab and back.
 *
 * @param forms by the name of the member
 * @param others the form of a member of any other name
 */
record Codec(Map<String, Form> forms, Form others) {

    /** For values of which nothing is known but what they say themselves. */
    static final Codec UNTAUGHT = new Codec(Map.of(), new Form.Word());

    Codec {
        forms = Map.copyOf(forms);
    }

    Values values(JsonNode object) {
        Map<String, Value> values = new LinkedHashMap<>();
        object.properties()
                .forEach(member ->
                        values.put(member.getKey(), form(member.getKey()).value(member.getValue())));
        return new Values(values);
    }

    ObjectNode json(Values values) {
        ObjectNode object = StrictJson.mapper().createObjectNode();
        values.byName().forEach((name, value) -> object.set(name, form(name).json(value)));
        return object;
    }

    private Form form(String name) {
        return forms.getOrDefault(name, others);
    }
}
