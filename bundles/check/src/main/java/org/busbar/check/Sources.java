package org.busbar.check;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** What the inputs of one sequence and the outputs of its steps will be, as far as is known; complains of nothing. */
final class Sources {

    /** What a catalogue said of a step. */
    private record Answer(Optional<Capability> capability, Optional<String> refusal) {}

    private static final Parameter PASSES = Parameter.whole("passes", 0, Long.MAX_VALUE);

    private final Sequence sequence;
    private final Values known;
    private final Catalogue catalogue;
    private final Places places;
    private final Map<Step, Answer> answers = new IdentityHashMap<>();
    private final Map<Step.Nested, Sources> nested = new IdentityHashMap<>();

    /** @param known inputs of the sequence whose values are known, each accepted by its parameter */
    Sources(Sequence sequence, Values known, Catalogue catalogue) {
        this.sequence = sequence;
        this.known = known;
        this.catalogue = catalogue;
        this.places = new Places(sequence);
    }

    Sequence sequence() {
        return sequence;
    }

    Places places() {
        return places;
    }

    /** The inputs and outputs of the sequence nested as that step. */
    Sources of(Step.Nested step) {
        return nested.computeIfAbsent(step, key -> new Sources(step.sequence(), constants(step), catalogue));
    }

    private Values constants(Step.Nested step) {
        Values values = Values.none();
        for (Parameter parameter : step.sequence().inputs()) {
            Input input = step.inputs().get(parameter.name());
            Optional<Value> value = input == null ? Optional.empty() : of(input).value();
            if (value.isPresent() && parameter.accepts(value.get())) {
                values = values.with(parameter.name(), value.get());
            }
        }
        return values;
    }

    /** What an input will be. */
    Source of(Input input) {
        if (input instanceof Input.Constant constant) {
            return Source.of(constant.value());
        }
        if (input instanceof Input.Given given) {
            return given(given.name());
        }
        if (input instanceof Input.Output output) {
            return output(output.step(), output.name());
        }
        if (input instanceof Input.Previous previous) {
            return output(previous.step(), previous.name());
        }
        return reading((Input.Reading) input);
    }

    /** What an input will be, as something that accepts it; empty if not known. */
    Optional<Parameter> parameter(Input input) {
        if (input instanceof Input.Constant constant) {
            return Optional.of(Outputs.like(constant.value()));
        }
        if (input instanceof Input.Given given) {
            return find(sequence.inputs(), given.name());
        }
        if (input instanceof Input.Output output) {
            return made(output.step(), output.name());
        }
        return input instanceof Input.Reading reading ? shown(reading) : Optional.empty();
    }

    private Optional<Parameter> made(String id, String name) {
        Step step = places.steps().get(id);
        if (step instanceof Step.Nested inner) {
            Input input = inner.sequence().outputs().get(name);
            return input == null ? Optional.empty() : of(inner).parameter(input);
        }
        return Optional.ofNullable(step).flatMap(this::outputs).flatMap(outputs -> find(outputs, name));
    }

    private Optional<Parameter> shown(Input.Reading reading) {
        try {
            return channel(reading);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // there is no such channel, which the check complains of
        }
    }

    private Source given(String name) {
        return known.has(name)
                ? Source.of(known.get(name))
                : find(sequence.inputs(), name).map(Source::of).orElse(Source.UNKNOWN);
    }

    private Source output(String id, String name) {
        Step step = places.steps().get(id);
        if (step instanceof Step.Nested inner) {
            Input input = inner.sequence().outputs().get(name);
            return input == null ? Source.UNKNOWN : of(inner).of(input);
        }
        return made(id, name).map(Source::of).orElse(Source.UNKNOWN);
    }

    private Source reading(Input.Reading reading) {
        return shown(reading).map(Source::of).orElse(Source.UNKNOWN);
    }

    /**
     * What a channel of a device or role shows.
     *
     * @throws IllegalArgumentException if there is no such channel
     */
    Optional<Parameter> channel(Input.Reading reading) {
        Optional<Role> role = sequence.role(reading.device());
        if (role.isEmpty()) {
            return catalogue.channel(reading.device(), reading.channel());
        }
        Step.Act look = new Step.Act(reading.channel(), reading.channel(), reading.device(), Map.of());
        return catalogue.capability(role.get(), look).flatMap(shown -> shown.outputs().stream()
                .findFirst());
    }

    /** The names of what a step gives; empty if not known. */
    Optional<List<String>> names(String id) {
        Step step = places.steps().get(id);
        if (step instanceof Step.Nested inner) {
            return Optional.of(List.copyOf(inner.sequence().outputs().keySet()));
        }
        return Optional.ofNullable(step)
                .flatMap(this::outputs)
                .map(outputs -> outputs.stream().map(Parameter::name).toList());
    }

    private Optional<List<Parameter>> outputs(Step step) {
        if (step instanceof Step.Act || step instanceof Step.Analyse) {
            return capability(step).map(Capability::outputs);
        }
        if (step instanceof Step.Ask ask) {
            return Optional.of(ask.form());
        }
        if (step instanceof Step.Suggest suggest) {
            return Optional.of(suggest.problem().space().parameters());
        }
        return Optional.of(step instanceof Step.Repeat ? List.of(PASSES) : List.of());
    }

    /** What an action or analysis takes and gives; empty if not known. */
    Optional<Capability> capability(Step step) {
        return answer(step).capability();
    }

    /** Why an action or analysis cannot be done by whom it names. */
    Optional<String> refusal(Step step) {
        return answer(step).refusal();
    }

    private Answer answer(Step step) {
        Answer before = answers.get(step);
        if (before == null) {
            before = ask(step);
            answers.put(step, before);
        }
        return before;
    }

    private Answer ask(Step step) {
        try {
            return new Answer(step instanceof Step.Act act ? ask(act) : catalogue.capability(step), Optional.empty());
        } catch (IllegalArgumentException e) {
            return new Answer(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** A device is chosen by what it will be given, as far as that is known. */
    private Optional<Capability> ask(Step.Act act) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        act.inputs()
                .forEach((name, input) -> inputs.put(
                        name,
                        input instanceof Input.Given
                                ? of(input)
                                        .value()
                                        .<Input>map(Input.Constant::new)
                                        .orElse(input)
                                : input));
        Step.Act asked = new Step.Act(act.id(), act.action(), act.device(), inputs, act.terms());
        Optional<Role> role = sequence.role(act.device());
        return role.isPresent() ? catalogue.capability(role.get(), asked) : catalogue.capability(asked);
    }

    static Optional<Parameter> find(List<Parameter> parameters, String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
