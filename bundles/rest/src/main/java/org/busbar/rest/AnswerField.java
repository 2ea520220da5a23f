package org.busbar.rest;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;

/**
 * One output of an offer as a field of a form.
 *
 * @param number its place among the outputs, from 0
 */
record AnswerField(int number, Parameter parameter) {

    private static final String NUMBER = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";

    /** The name of the field in the form. */
    String key() {
        return "value-" + number;
    }

    /** The name of the field for the standard uncertainty. */
    String uncertaintyKey() {
        return "uncertainty-" + number;
    }

    /** Whether a form can take it at all. */
    boolean isTypable() {
        return !(parameter instanceof Parameter.Artifact);
    }

    boolean hasUncertainty() {
        return parameter instanceof Parameter.Real;
    }

    /**
     * What was typed.
     *
     * @throws IllegalArgumentException if it is not a value for the parameter, with a sentence for people
     */
    Value read(Map<String, String> typed) {
        String text = typed.getOrDefault(key(), "").strip();
        boolean mayBeEmpty = parameter instanceof Parameter.Note;
        if (text.isEmpty() && !mayBeEmpty) {
            throw new IllegalArgumentException(parameter.name() + " is missing");
        }
        Value value = value(text, typed.getOrDefault(uncertaintyKey(), "").strip());
        Optional<String> refusal = parameter.refusal(value);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
        return value;
    }

    private Value value(String text, String uncertainty) {
        if (parameter instanceof Parameter.Real real) {
            double doubt = uncertainty.isEmpty() ? Double.NaN : number("the uncertainty", uncertainty);
            return new Quantity(number(parameter.name(), text), real.unit(), doubt);
        }
        if (parameter instanceof Parameter.Whole) {
            return new Quantity(number(parameter.name(), text), Unit.ONE, Double.NaN);
        }
        if (parameter instanceof Parameter.Curve curve) {
            return new Series(numbers(text), curve.unit());
        }
        return parameter instanceof Parameter.Specimen ? new Sample(text) : new Text(text);
    }

    private double[] numbers(String text) {
        return Stream.of(text.split("[,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .mapToDouble(part -> number(parameter.name(), part))
                .toArray();
    }

    private static double number(String name, String text) {
        if (!text.matches(NUMBER)) {
            throw new IllegalArgumentException(name + " = '" + text + "' is not a number such as 7.4");
        }
        return Double.parseDouble(text);
    }
}
