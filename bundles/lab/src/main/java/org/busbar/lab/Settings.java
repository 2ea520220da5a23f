package org.busbar.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;
import tools.jackson.databind.JsonNode;

/** Checks the settings of a device against what its driver declares, and gives them their types. */
final class Settings {

    private final Map<String, AttributeDefinition> known = new LinkedHashMap<>();
    private final Path lab;
    private final List<String> required;
    private final List<String> faults = new ArrayList<>();

    /** @param lab the folder that {@code ${lab}} in a text stands for */
    Settings(ObjectClassDefinition declared, Path lab) {
        this.lab = lab;
        for (AttributeDefinition attribute : all(declared, ObjectClassDefinition.ALL)) {
            known.put(attribute.getID(), attribute);
        }
        required = all(declared, ObjectClassDefinition.REQUIRED).stream()
                .filter(attribute -> attribute.getDefaultValue() == null || attribute.getDefaultValue().length == 0)
                .map(AttributeDefinition::getID)
                .toList();
    }

    private static List<AttributeDefinition> all(ObjectClassDefinition declared, int which) {
        AttributeDefinition[] found = declared.getAttributeDefinitions(which);
        return found == null ? List.of() : Arrays.asList(found);
    }

    /**
     * The settings as the driver wants them.
     *
     * @throws IllegalArgumentException naming everything that is wrong
     */
    Hashtable<String, Object> typed(JsonNode given) {
        Hashtable<String, Object> typed = new Hashtable<>();
        given.properties().forEach(entry -> put(typed, entry.getKey(), entry.getValue()));
        for (String id : required) {
            if (!typed.containsKey(id) && faults.stream().noneMatch(fault -> fault.startsWith(id + " "))) {
                faults.add(id + " is missing");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return typed;
    }

    private void put(Hashtable<String, Object> typed, String key, JsonNode value) {
        String id = key.contains(":") ? key.substring(0, key.indexOf(':')) : key; // "name:Type" of the Configurator
        AttributeDefinition attribute = known.get(id);
        if (attribute == null) {
            faults.add("there is no setting " + id + ", only " + known.keySet());
            return;
        }
        try {
            typed.put(id, attribute.getCardinality() == 0 ? one(attribute, value) : several(attribute, value));
        } catch (IllegalArgumentException e) {
            boolean secret = attribute.getType() == AttributeDefinition.PASSWORD;
            faults.add(id + " = " + (secret ? "***" : value) + ": " + e.getMessage());
        }
    }

    private Object several(AttributeDefinition attribute, JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> texts.add(String.valueOf(one(attribute, item))));
        } else {
            texts.add(String.valueOf(one(attribute, value)));
        }
        return texts.toArray(new String[0]); // DS converts to the declared type
    }

    private Object one(AttributeDefinition attribute, JsonNode value) {
        if (value.isContainer() || value.isNull()) {
            throw new IllegalArgumentException("one value is wanted");
        }
        String text = value.asString().replace("${lab}", lab.toString());
        Object typed = typed(attribute, value, text);
        String refusal = attribute.validate(text);
        if (refusal != null && !refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        return typed;
    }

    private static Object typed(AttributeDefinition attribute, JsonNode value, String text) {
        try {
            return switch (attribute.getType()) {
                case AttributeDefinition.LONG -> Long.valueOf(text);
                case AttributeDefinition.INTEGER, AttributeDefinition.SHORT, AttributeDefinition.BYTE ->
                    Integer.valueOf(text);
                case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> number(text);
                case AttributeDefinition.BOOLEAN -> truth(value, text);
                default -> text;
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number is wanted", e);
        }
    }

    private static Double number(String text) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException("a number is wanted");
        }
        return number;
    }

    private static Boolean truth(JsonNode value, String text) {
        if (!value.isBoolean() && !text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false is wanted");
        }
        return Boolean.valueOf(text);
    }
}
