package org.busbar.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that can be asked of a plug-in or a tenant: what it is called, what it takes and what it gives.
 *
 * @param inputs every one of them must be given, but those with a default
 * @param outputs every one of them will be given
 * @param defaults what an input is if it is not given; each is accepted by the input of its name
 */
public record Capability(String name, List<Parameter> inputs, List<Parameter> outputs, Values defaults) {

    public Capability {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        requireDistinct(name, inputs);
        requireDistinct(name, outputs);
        requireAccepted(name, inputs, defaults);
    }

    /** A capability all of whose inputs must be given. */
    public Capability(String name, List<Parameter> inputs, List<Parameter> outputs) {
        this(name, inputs, outputs, Values.none());
    }

    private static void requireAccepted(String name, List<Parameter> inputs, Values defaults) {
        defaults.byName().forEach((called, value) -> {
            Parameter input = find(inputs, called)
                    .orElseThrow(() -> new IllegalArgumentException(
                            name + " has a default " + called + " = " + value + ", but no such input"));
            input.refusal(value).ifPresent(refusal -> {
                throw new IllegalArgumentException(name + ": the default is refused: " + refusal);
            });
        });
    }

    /** This capability, whose input of that name is {@code value} if it is not given. */
    public Capability byDefault(String called, Value value) {
        return new Capability(name, inputs, outputs, defaults.with(called, value));
    }

    /** What is given, and the default of each input that is not, in the order of the inputs; unknown ones at the end. */
    public Values completed(Values given) {
        Values complete = Values.none();
        for (Parameter input : inputs) {
            Value value = given.has(input.name())
                    ? given.get(input.name())
                    : defaults.byName().get(input.name());
            complete = value == null ? complete : complete.with(input.name(), value);
        }
        return complete.with(given);
    }

    private static void requireDistinct(String name, List<Parameter> parameters) {
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!seen.add(parameter.name())) {
                throw new IllegalArgumentException(name + " has two parameters named " + parameter.name());
            }
        }
    }

    /** Everything that is wrong with {@code given} as inputs, a sentence each; empty if nothing is. */
    public List<String> refusals(Values given) {
        return refusals(inputs, completed(given), "input");
    }

    /**
     * Passes if every input without a default is there, what is there is accepted and none is unknown.
     *
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public void check(Values given) {
        require(refusals(given));
    }

    /**
     * Passes if every declared output is there and accepted and none is undeclared.
     *
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public void checkOutputs(Values given) {
        require(outputRefusals(given));
    }

    /** Everything that is wrong with {@code given} as outputs, a sentence each; empty if nothing is. */
    public List<String> outputRefusals(Values given) {
        return refusals(outputs, given, "output");
    }

    /** The input or output of that name, inputs first. */
    public Optional<Parameter> parameter(String called) {
        return Optional.ofNullable(
                find(inputs, called).orElseGet(() -> find(outputs, called).orElse(null)));
    }

    private static Optional<Parameter> find(List<Parameter> parameters, String called) {
        return parameters.stream().filter(p -> p.name().equals(called)).findFirst();
    }

    private void require(List<String> refusals) {
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(name + ": " + String.join("; ", refusals));
        }
    }

    private static List<String> refusals(List<Parameter> declared, Values given, String side) {
        List<String> refusals = new ArrayList<>();
        for (Parameter parameter : declared) {
            Value value = given.byName().get(parameter.name());
            if (value == null) {
                refusals.add(side + " " + parameter.name() + " is missing");
            } else {
                parameter.refusal(value).ifPresent(refusals::add);
            }
        }
        List<String> names = declared.stream().map(Parameter::name).toList();
        given.names().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> refusals.add("there is no " + side + " " + name + ", only " + names));
        return refusals;
    }
}
