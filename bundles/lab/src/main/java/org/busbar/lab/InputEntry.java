package org.busbar.lab;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.experiment.Input;
import org.busbar.json.Faults;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Where a value comes from, as a file has it: {@code ${name}} for an input of the sequence, {@code ${step.output}} for
 * an output of an earlier step, {@code ${device:channel}} for what a channel shows, {@code {previous: "${step.output}",
 * first: 1 V}} for the previous pass of a loop, a number with unit such as {@code 20 Cel}, a word, or a value as JSON
 * has it, such as {@code {series: [1, 2], unit: Hz}}.
 */
final class InputEntry {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([\\w-]+)(?:\\.([\\w-]+))?\\s*}");
    private static final Pattern READING = Pattern.compile("\\$\\{\\s*([\\w.-]+):([\\w.-]+)\\s*}");

    private InputEntry() {}

    /** @throws IllegalArgumentException if it is none of these */
    static Input of(JsonNode node) {
        if (node.isString() || node.isBoolean()) {
            return of(node.asString());
        }
        if (node.isNumber()) {
            return new Input.Constant(Quantity.of(node.doubleValue(), "1"));
        }
        if (node.has("previous")) {
            return previous(node);
        }
        if (node.isObject()) {
            return new Input.Constant(json(node));
        }
        throw new IllegalArgumentException("this should be a value or a reference, such as 20 Cel or ${step.output}");
    }

    static Input of(String text) {
        Matcher reference = REFERENCE.matcher(text.strip());
        if (reference.matches()) {
            String name = reference.group(2);
            return name == null ? new Input.Given(reference.group(1)) : new Input.Output(reference.group(1), name);
        }
        Matcher reading = READING.matcher(text.strip());
        if (reading.matches()) {
            return new Input.Reading(reading.group(1), reading.group(2));
        }
        if (text.contains("${")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a reference: write ${input}, ${step.output} or ${device:channel}");
        }
        return new Input.Constant(value(text));
    }

    private static Value json(JsonNode node) {
        try {
            return Json.mapper().treeToValue(node, Value.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(Faults.reason(e), e);
        }
    }

    private static Input previous(JsonNode node) {
        if (!Set.copyOf(node.propertyNames()).equals(Set.of("previous", "first"))) {
            throw new IllegalArgumentException("a previous pass is {previous: \"${step.output}\", first: value}");
        }
        if (of(node.path("previous")) instanceof Input.Output output
                && of(node.path("first")) instanceof Input.Constant first) {
            return new Input.Previous(output.step(), output.name(), first.value());
        }
        throw new IllegalArgumentException("'previous' is a ${step.output} and 'first' a value");
    }

    /** A reference to the output of a step. */
    static Input.Output output(JsonNode node) {
        if (of(node) instanceof Input.Output output) {
            return output;
        }
        throw new IllegalArgumentException(node + " should be the output of a step, such as ${step.output}");
    }

    /** A value that is known. */
    static Value constant(JsonNode node) {
        if (of(node) instanceof Input.Constant constant) {
            return constant.value();
        }
        throw new IllegalArgumentException(node + " should be a value and no reference");
    }

    /** A quantity if the text begins with a number, else a text. */
    static Value value(String text) {
        return text.strip().matches("[+-]?[0-9.].*") ? Quantity.parse(text) : new Text(text);
    }
}
