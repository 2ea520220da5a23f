package org.busbar.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How an optimizer is to choose, as a body has it: each setting a number, a text that begins with a number and is one with
 * its unit such as {@code "0.1 mm"}, another text, true or false, or a value as an object.
 */
final class Setting {

    static final Form.Field FIELD =
            Form.values("settings", "How it is to choose; what is left out is as the optimizer takes it by itself");

    private Setting() {}

    /** The settings in a body; none if it has none. */
    static Values of(Body body) {
        Map<String, Value> settings = new LinkedHashMap<>();
        body.object("settings")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), value("settings." + entry.getKey(), entry.getValue())));
        return new Values(settings);
    }

    private static Value value(String place, JsonNode node) {
        try {
            if (node.isBoolean()) {
                return new Text(node.asString());
            }
            if (node.isString() && node.stringValue().strip().matches("[+-]?[0-9.].*")) {
                return Quantity.parse(node.stringValue());
            }
            return Json.mapper().treeToValue(node, Value.class);
        } catch (JacksonException e) {
            throw Refused.invalid(place, place + ": " + Reasons.of(e));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(place, place + ": " + e.getMessage());
        }
    }
}
