package org.busbar.orchestrator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything that is wrong with a run before it starts. What a device or analysis that is not at hand just now
 * takes cannot be checked and is left to the step.
 */
final class SequenceCheck {

    private final Run run;
    private final Function<Step, Optional<Capability>> capabilities;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> earlier = new HashSet<>();

    /** @param capabilities what a step asks of whom it names; empty if that is not at hand */
    SequenceCheck(Run run, Function<Step, Optional<Capability>> capabilities) {
        this.run = run;
        this.capabilities = capabilities;
    }

    /** @throws IllegalArgumentException naming everything that is wrong */
    void require() {
        Sequence sequence = run.sequence();
        faults.addAll(new Capability(sequence.name(), sequence.inputs(), List.of()).refusals(run.inputs()));
        if (sequence.steps().isEmpty()) {
            faults.add("it has no steps");
        }
        sequence.steps().forEach(this::check);
        sequence.outputs().forEach((name, input) -> resolvable("output " + name, input));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Sequence " + sequence.name() + ": " + String.join("; ", faults));
        }
    }

    private void check(Step step) {
        step.inputs().forEach((name, input) -> resolvable("step " + step.id() + ", input " + name, input));
        capabilities.apply(step).ifPresent(capability -> fits(step, capability));
        if (!earlier.add(step.id())) {
            faults.add("two steps are named " + step.id());
        }
    }

    private void resolvable(String where, Input input) {
        if (input instanceof Input.Given given && !isGiven(given.name())) {
            faults.add(where + ": the sequence has no input " + given.name());
        }
        if (input instanceof Input.Output output && !earlier.contains(output.step())) {
            faults.add(where + ": there is no earlier step " + output.step());
        }
        if (input instanceof Input.Output output) {
            step(output.step())
                    .flatMap(capabilities)
                    .filter(capability -> find(capability.outputs(), output.name()) == null)
                    .ifPresent(capability -> faults.add(where + ": step " + output.step() + " gives no "
                            + output.name() + ", only "
                            + capability.outputs().stream().map(Parameter::name).toList()));
        }
    }

    private boolean isGiven(String name) {
        return find(run.sequence().inputs(), name) != null;
    }

    private Optional<Step> step(String id) {
        return run.sequence().steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst();
    }

    /** Constants must be accepted, what comes from elsewhere must at least convert. */
    private void fits(Step step, Capability capability) {
        Values constants = Values.none();
        List<Parameter> checkable = new ArrayList<>();
        for (Parameter parameter : capability.inputs()) {
            Input input = step.inputs().get(parameter.name());
            if (input == null) {
                checkable.add(parameter);
            } else if (input instanceof Input.Constant constant) {
                checkable.add(parameter);
                constants = constants.with(parameter.name(), constant.value());
            } else {
                converts(step, parameter, input);
            }
        }
        new Capability(capability.name(), checkable, List.of())
                .refusals(constants)
                .forEach(refusal -> faults.add("step " + step.id() + ": " + refusal));
        unknown(step, capability);
    }

    private void unknown(Step step, Capability capability) {
        for (String name : step.inputs().keySet()) {
            if (find(capability.inputs(), name) == null) {
                faults.add("step " + step.id() + ": " + capability.name() + " takes no " + name + ", only "
                        + capability.inputs().stream().map(Parameter::name).toList());
            }
        }
    }

    private void converts(Step step, Parameter wanted, Input input) {
        Parameter source = source(input);
        Unit from = unit(source);
        Unit to = unit(wanted);
        if (source != null && (source.getClass() != wanted.getClass() || !sameKind(from, to))) {
            faults.add("step " + step.id() + ": " + source.name() + " (" + kind(source) + ") cannot be given as "
                    + wanted.name() + " (" + kind(wanted) + ")");
        }
    }

    private static boolean sameKind(@Nullable Unit from, @Nullable Unit to) {
        return from == null || to == null || from.measuresSameAs(to);
    }

    private @Nullable Parameter source(Input input) {
        if (input instanceof Input.Given given) {
            return find(run.sequence().inputs(), given.name());
        }
        Input.Output output = (Input.Output) input;
        return step(output.step())
                .flatMap(capabilities)
                .map(capability -> find(capability.outputs(), output.name()))
                .orElse(null);
    }

    private static @Nullable Parameter find(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Unit unit(@Nullable Parameter parameter) {
        if (parameter instanceof Parameter.Real real) {
            return real.unit();
        }
        return parameter instanceof Parameter.Curve curve ? curve.unit() : null;
    }

    private static String kind(Parameter parameter) {
        Unit unit = unit(parameter);
        return parameter.getClass().getSimpleName() + (unit == null ? "" : " in " + unit.ucum());
    }
}
