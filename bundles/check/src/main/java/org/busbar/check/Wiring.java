package org.busbar.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Step;

/** Checks where inputs come from and whether they fit. */
final class Wiring {

    private final Sources sources;
    private final Findings findings;

    Wiring(Sources sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    /** What an input will be; that it leads nowhere is a finding. */
    Source follow(String step, String field, Input input, Scope scope) {
        Optional<String> fault = fault(step, input, scope);
        fault.ifPresent(message -> findings.add(step, field, message));
        return fault.isPresent() ? Source.UNKNOWN : sources.of(input);
    }

    private Optional<String> fault(String step, Input input, Scope scope) {
        if (input instanceof Input.Given given) {
            return unknownInput(given.name());
        }
        if (input instanceof Input.Output output) {
            return scope.sees(output.step())
                    ? unknownOutput(output.step(), output.name())
                    : Optional.of(sources.places().blind(step, output.step()));
        }
        if (input instanceof Input.Previous previous) {
            return previous(previous, scope);
        }
        return input instanceof Input.Reading reading ? unknownChannel(reading) : Optional.empty();
    }

    private Optional<String> unknownInput(String name) {
        List<Parameter> inputs = sources.sequence().inputs();
        return Sources.find(inputs, name).isPresent()
                ? Optional.empty()
                : Optional.of("the sequence has no input " + name + ", only " + names(inputs));
    }

    /** Why a step gives no output of that name. */
    Optional<String> unknownOutput(String step, String name) {
        return sources.names(step)
                .filter(names -> !names.contains(name))
                .map(names -> "step " + step + " gives no " + name + ", only " + names);
    }

    private Optional<String> previous(Input.Previous previous, Scope scope) {
        if (scope.pass().isEmpty()) {
            return Optional.of("there is no previous pass outside of a loop");
        }
        if (!scope.pass().get().contains(previous.step())) {
            return Optional.of(sources.places().notInEachPass(previous.step()));
        }
        Optional<String> unknown = unknownOutput(previous.step(), previous.name());
        return unknown.isPresent()
                ? unknown
                : Source.of(previous.first())
                        .kind()
                        .flatMap(first -> sources.of(previous).misfit(first))
                        .map(reason -> reason + " in the first pass (" + previous.first() + ")");
    }

    private Optional<String> unknownChannel(Input.Reading reading) {
        Optional<Role> role = sources.sequence().role(reading.device());
        if (role.isPresent() && !role.get().actions().contains(reading.channel())) {
            return Optional.of("role " + reading.device() + " has no " + reading.channel() + ", only "
                    + role.get().actions());
        }
        try {
            sources.channel(reading);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Checks the inputs of a step against what is wanted, of which {@code dispensable} may be missing. */
    void wire(Step step, String taker, List<Parameter> wanted, Set<String> dispensable, Scope scope) {
        step.inputs().forEach((name, input) -> {
            Source source = follow(step.id(), name, input, scope);
            Sources.find(wanted, name)
                    .ifPresentOrElse(
                            parameter -> fits(step.id(), input, source, parameter),
                            () -> findings.add(
                                    step.id(), name, taker + " takes no " + name + ", only " + names(wanted)));
        });
        wanted.stream()
                .map(Parameter::name)
                .filter(name -> !step.inputs().containsKey(name) && !dispensable.contains(name))
                .forEach(name -> findings.add(step.id(), name, "input " + name + " is missing"));
    }

    /** Checks where the inputs of a step come from; what is wanted is not known. */
    void wire(Step step, Scope scope) {
        step.inputs().forEach((name, input) -> follow(step.id(), name, input, scope));
    }

    private void fits(String step, Input input, Source source, Parameter wanted) {
        Optional<String> first =
                input instanceof Input.Previous previous ? wanted.refusal(previous.first()) : Optional.empty();
        first.or(() -> source.misfit(wanted)).ifPresent(reason -> told(step, wanted.name(), input, reason));
    }

    /** Checks that an input of a control step is one for that parameter, which is named as the field. */
    void requires(String step, Input input, Parameter wanted, Scope scope) {
        Source source = follow(step, wanted.name(), input, scope);
        fits(step, input, source, wanted);
    }

    private void told(String step, String field, Input input, String reason) {
        findings.add(step, field, input instanceof Input.Constant ? reason : Wording.of(input) + ": " + reason);
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }
}
