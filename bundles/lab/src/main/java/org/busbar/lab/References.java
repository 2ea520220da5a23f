package org.busbar.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** Finds references of a sequence that lead nowhere, so that they are told when the file is saved and not when it runs. */
final class References {

    private final Set<String> given = new HashSet<>();
    private final Set<String> earlier = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private References(Sequence sequence) {
        sequence.inputs().stream().map(Parameter::name).forEach(given::add);
    }

    /** @throws IllegalArgumentException naming every step twice and every reference to what is not there */
    static void require(Sequence sequence) {
        References references = new References(sequence);
        sequence.steps().forEach(references::check);
        sequence.outputs().forEach((name, input) -> references.check("output " + name, input));
        if (!references.faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", references.faults));
        }
    }

    private void check(Step step) {
        step.inputs().forEach((name, input) -> check("step " + step.id() + ", input " + name, input));
        if (!earlier.add(step.id())) {
            faults.add("two steps are named " + step.id());
        }
    }

    private void check(String where, Input input) {
        if (input instanceof Input.Given parameter && !given.contains(parameter.name())) {
            faults.add(where + ": the sequence has no input " + parameter.name() + ", only " + given);
        }
        if (input instanceof Input.Output output && !earlier.contains(output.step())) {
            faults.add(where + ": there is no earlier step " + output.step());
        }
    }
}
