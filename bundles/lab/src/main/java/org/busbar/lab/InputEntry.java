package org.busbar.lab;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.experiment.Input;

/**
 * Where a value comes from, as a file has it: {@code ${name}} for an input of the sequence, {@code ${step.output}} for
 * an output of an earlier step, a number with unit such as {@code 20 Cel}, or a word.
 */
record InputEntry(Input input) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([\\w-]+)(?:\\.([\\w-]+))?\\s*}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static InputEntry of(String text) {
        Matcher reference = REFERENCE.matcher(text.strip());
        if (reference.matches()) {
            String name = reference.group(2);
            return new InputEntry(
                    name == null ? new Input.Given(reference.group(1)) : new Input.Output(reference.group(1), name));
        }
        if (text.contains("${")) {
            throw new IllegalArgumentException("'" + text + "' is not a reference: write ${input} or ${step.output}");
        }
        return new InputEntry(new Input.Constant(value(text)));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static InputEntry of(double number) {
        return new InputEntry(new Input.Constant(Quantity.of(number, "1")));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static InputEntry of(boolean truth) {
        return new InputEntry(new Input.Constant(new Text(String.valueOf(truth))));
    }

    /** A quantity if the text begins with a number, else a text. */
    static Value value(String text) {
        return text.strip().matches("[+-]?[0-9.].*") ? Quantity.parse(text) : new Text(text);
    }
}
