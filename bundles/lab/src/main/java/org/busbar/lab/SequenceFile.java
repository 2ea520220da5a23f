package org.busbar.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.lab.Procedure;
import org.jspecify.annotations.Nullable;

/** A sequence as a file has it; see the README of the distribution for an example. */
record SequenceFile(
        @Nullable String name,
        @Nullable String version,
        @Nullable String determines,
        @Nullable String by,
        @Nullable Map<String, ParameterEntry> inputs,
        @Nullable List<StepEntry> steps,
        @Nullable Map<String, InputEntry> outputs) {

    /** A step as a file has it: {@code action} with an optional {@code device}, or {@code analysis}. */
    record StepEntry(
            @Nullable String id,
            @Nullable String action,
            @Nullable String device,
            @Nullable String analysis,
            @Nullable Map<String, InputEntry> with) {

        StepEntry {
            if (id == null || (action == null) == (analysis == null)) {
                throw new IllegalArgumentException("a step needs an id and either an action or an analysis");
            }
            if (device != null && analysis != null) {
                throw new IllegalArgumentException("step " + id + ": an analysis runs on no device");
            }
        }

        Step step() {
            String named = Objects.requireNonNull(id);
            String who = device == null || device.equals("any") ? "" : device;
            return action != null
                    ? new Step.Act(named, action, who, wired(with))
                    : new Step.Analyse(named, Objects.requireNonNull(analysis), wired(with));
        }
    }

    SequenceFile {
        if (name == null || steps == null || steps.isEmpty()) {
            throw new IllegalArgumentException("a sequence needs a name and at least one step");
        }
        if ((determines == null) != (by == null)) {
            throw new IllegalArgumentException("'determines' and 'by' (quantity and method) go together");
        }
    }

    Procedure procedure() {
        List<Parameter> parameters = new ArrayList<>();
        if (inputs != null) {
            inputs.forEach((input, entry) -> parameters.add(entry.named(input)));
        }
        Sequence sequence = new Sequence(
                Objects.requireNonNull(name),
                version == null ? "1" : version,
                parameters,
                Objects.requireNonNull(steps).stream().map(StepEntry::step).toList(),
                wired(outputs));
        References.require(sequence);
        return new Procedure(sequence, determines == null ? "" : determines, by == null ? "" : by);
    }

    private static Map<String, Input> wired(@Nullable Map<String, InputEntry> entries) {
        Map<String, Input> wired = new LinkedHashMap<>();
        if (entries != null) {
            entries.forEach((name, entry) -> wired.put(name, entry.input()));
        }
        return wired;
    }
}
