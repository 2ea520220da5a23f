package org.busbar.rest;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a person may say happened to a sample. */
final class EffectForm {

    static final List<String> KINDS = List.of("Made", "Moved", "Drawn", "Ended");

    private EffectForm() {}

    static ObjectNode schema(ObjectNode schema) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        KINDS.forEach(properties.putObject("type").put("type", "string").withArray("enum")::add);
        properties.putObject("sample").put("type", "string");
        properties.putObject("amount").put("$ref", "#/components/schemas/" + Vocabulary.GIVEN);
        properties.putObject("position").put("type", "string");
        properties.putObject("parents").put("type", "array").putObject("items").put("type", "string");
        schema.withArray("required").add("type");
        return schema.put("additionalProperties", false);
    }
}
