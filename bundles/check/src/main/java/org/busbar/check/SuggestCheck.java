package org.busbar.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Capability;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Step;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;

/** Checks a step that asks an optimizer: what it learns from, and what it knows already. */
final class SuggestCheck {

    private final Sources sources;
    private final Wiring wiring;
    private final Findings findings;

    SuggestCheck(Sources sources, Wiring wiring, Findings findings) {
        this.sources = sources;
        this.wiring = wiring;
        this.findings = findings;
    }

    void check(Step.Suggest step, Scope scope) {
        if (step.problem().space().parameters().isEmpty()) {
            findings.add(step.id(), "space", "there is nothing to vary");
        }
        List<String> objectives =
                step.problem().objectives().stream().map(Objective::output).toList();
        distinct(step, objectives);
        step.learns().forEach((objective, output) -> learns(step, objective, output, objectives, scope));
        if (scope.pass().isPresent()) {
            objectives.stream()
                    .filter(objective -> !step.learns().containsKey(objective))
                    .forEach(objective -> findings.add(
                            step.id(), "learns." + objective, "in a loop it must say which output is " + objective));
        }
        points(step, objectives);
    }

    private void distinct(Step.Suggest step, List<String> objectives) {
        Set<String> seen = new HashSet<>();
        objectives.stream()
                .filter(objective -> !seen.add(objective))
                .forEach(objective ->
                        findings.add(step.id(), "learns." + objective, "two objectives are named " + objective));
    }

    private void learns(
            Step.Suggest step, String objective, Input.Output output, List<String> objectives, Scope scope) {
        String field = "learns." + objective;
        if (!objectives.contains(objective)) {
            findings.add(step.id(), field, "there is no objective " + objective + ", only " + objectives);
        }
        fault(output, scope).ifPresent(fault -> findings.add(step.id(), field, fault));
    }

    private Optional<String> fault(Input.Output output, Scope scope) {
        if (scope.pass().isEmpty()) {
            return Optional.of("outside of a loop there is nothing to learn from " + Wording.of(output));
        }
        if (!scope.pass().get().contains(output.step())) {
            return Optional.of(sources.places().notInEachPass(output.step()));
        }
        Optional<String> unknown = wiring.unknownOutput(output.step(), output.name());
        return unknown.isPresent()
                ? unknown
                : sources.of(output)
                        .kind()
                        .filter(kind -> !kind.isNumber())
                        .map(kind -> Wording.of(output) + " is " + kind + ", and only a number can be an objective");
    }

    private void points(Step.Suggest step, List<String> objectives) {
        Capability point = new Capability("point", step.problem().space().parameters(), List.of());
        List<Values> candidates = step.problem().space().candidates();
        for (int i = 0; i < candidates.size(); i++) {
            refused(step, "candidates[" + i + "]", point.refusals(candidates.get(i)));
        }
        for (int i = 0; i < step.past().size(); i++) {
            String field = "past[" + i + "]";
            refused(step, field + ".point", point.refusals(step.past().get(i).point()));
            observed(step, field + ".outputs", step.past().get(i), objectives);
        }
    }

    private void refused(Step.Suggest step, String field, List<String> refusals) {
        refusals.forEach(refusal -> findings.add(step.id(), field, refusal));
    }

    private void observed(Step.Suggest step, String field, Observation past, List<String> objectives) {
        if (past.isFailed()) {
            return;
        }
        for (String objective : objectives) {
            Value value = past.outputs().byName().get(objective);
            if (!(value instanceof Quantity)) {
                findings.add(
                        step.id(),
                        field,
                        objective + " is " + (value == null ? "missing" : value) + ", not a number with a unit");
            } else {
                Optional.ofNullable(step.learns().get(objective))
                        .flatMap(learnt -> differs(learnt, value))
                        .ifPresent(reason -> findings.add(step.id(), field, objective + " = " + value + ", " + reason));
            }
        }
    }

    private Optional<String> differs(Input.Output learnt, Value before) {
        return sources.of(learnt)
                .kind()
                .filter(now -> !now.convertsTo(Kind.of(before)))
                .map(now -> "but " + Wording.of(learnt) + " is " + now);
    }
}
