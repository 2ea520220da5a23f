package org.busbar.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** Goes through one sequence, and those nested in it, in the order in which steps are done. */
final class Walk {

    private static final Parameter TIMES = Parameter.whole("repeat", 1, Long.MAX_VALUE);
    private static final Parameter TIME = Parameter.real("wait", "s", 0, Double.POSITIVE_INFINITY);

    private final Sequence sequence;
    private final Sources sources;
    private final Findings findings;
    private final Wiring wiring;
    private final Conditions conditions;
    private final Names names;
    private final Roles roles;
    private final UseRules useRules;

    Walk(Sources sources, Findings findings) {
        this.sequence = sources.sequence();
        this.sources = sources;
        this.findings = findings;
        this.wiring = new Wiring(sources, findings);
        this.conditions = new Conditions(wiring, findings);
        this.names = new Names(findings);
        this.roles = new Roles(sources, findings);
        this.useRules = new UseRules(findings);
    }

    /** @param use the block around this sequence that has devices for itself */
    void check(Optional<Step.Use> use) {
        names.check(sequence);
        roles.check();
        watched();
        Scope scope = Scope.fresh(use);
        block("", "steps", sequence.steps(), scope);
        steps(sequence.cleanup(), Scope.fresh(use));
        sequence.outputs().forEach((name, input) -> output(name, input, scope));
    }

    private void watched() {
        for (int i = 0; i < sequence.interlocks().size(); i++) {
            conditions.watched("interlocks[" + i + "]", sequence.interlocks().get(i));
        }
        for (int i = 0; i < sequence.suspenders().size(); i++) {
            String field = "suspenders[" + i + "]";
            conditions.watched(field, sequence.suspenders().get(i).condition());
            if (sequence.suspenders().get(i).settling().isNegative()) {
                findings.add("", field, "it cannot settle for less than no time");
            }
        }
    }

    private void output(String name, Input input, Scope scope) {
        String field = "outputs." + name;
        if (input instanceof Input.Reading) {
            findings.add("", field, "an output is taken from a step or an input; read the channel in a step");
        } else {
            wiring.follow("", field, input, scope);
        }
    }

    private void block(String step, String field, List<Step> steps, Scope scope) {
        if (steps.isEmpty()) {
            findings.add(step, field, (step.isEmpty() ? "it" : "'" + field + "'") + " has no steps");
        }
        steps(steps, scope);
    }

    private void steps(List<Step> steps, Scope scope) {
        for (Step step : steps) {
            check(step, scope);
            scope.done(step);
        }
    }

    private void check(Step step, Scope scope) {
        if (step instanceof Step.Act act) {
            act(act, scope);
        } else if (step instanceof Step.Analyse analyse) {
            plugin(analyse, "analysis", analyse.analysis(), scope);
        } else if (step instanceof Step.Nested nested) {
            nested(nested, scope);
        } else if (step instanceof Step.Wait wait) {
            wait(wait, scope);
        } else if (step instanceof Step.Ask ask) {
            ask(ask);
        } else if (step instanceof Step.Suggest suggest) {
            new SuggestCheck(sources, wiring, findings).check(suggest, scope);
        } else {
            blocks(step, scope);
        }
    }

    private void blocks(Step step, Scope scope) {
        if (step instanceof Step.Parallel parallel) {
            parallel(parallel, scope);
        } else if (step instanceof Step.Choose choose) {
            choose(choose, scope);
        } else if (step instanceof Step.Repeat repeat) {
            repeat(repeat, scope);
        } else if (step instanceof Step.Use use) {
            useRules.begun(use, scope);
            block(use.id(), "steps", use.steps(), scope.inside(use));
        }
    }

    private void act(Step.Act act, Scope scope) {
        roles.asked(act);
        useRules.asked(act, scope);
        plugin(act, "action", act.action(), scope);
    }

    private void plugin(Step step, String field, String called, Scope scope) {
        useRules.positions(step, scope);
        sources.refusal(step).ifPresent(reason -> findings.add(step.id(), field, reason));
        Optional<Capability> capability = sources.capability(step);
        if (capability.isPresent()) {
            Capability known = capability.get();
            wiring.wire(step, called, known.inputs(), known.defaults().names(), scope);
        } else {
            wiring.wire(step, scope);
        }
    }

    private void nested(Step.Nested nested, Scope scope) {
        wiring.wire(nested, nested.sequence().name(), nested.sequence().inputs(), Set.of(), scope);
        new Walk(sources.of(nested), findings.within(nested.id()))
                .check(scope.use().map(use -> UseRules.passedOn(use, sequence, nested.sequence())));
    }

    private void parallel(Step.Parallel parallel, Scope scope) {
        if (parallel.branches().isEmpty()) {
            findings.add(parallel.id(), "parallel", "there is no branch");
        }
        for (int b = 0; b < parallel.branches().size(); b++) {
            block(parallel.id(), "parallel[" + b + "]", parallel.branches().get(b), scope.inner());
        }
    }

    private void choose(Step.Choose choose, Scope scope) {
        conditions.check(choose.id(), "if", choose.condition(), scope);
        block(choose.id(), "then", choose.then(), scope.inner());
        steps(choose.otherwise(), scope.inner());
    }

    private void repeat(Step.Repeat repeat, Scope scope) {
        if (repeat.times() instanceof Input.Previous || repeat.times() instanceof Input.Reading) {
            findings.add(repeat.id(), "repeat", "the number of passes is a whole number, an input or an output");
        } else {
            wiring.requires(repeat.id(), repeat.times(), TIMES, scope);
        }
        Scope body = scope.inside(repeat);
        block(repeat.id(), "steps", repeat.steps(), body);
        repeat.until().ifPresent(until -> conditions.check(repeat.id(), "until", until, body));
    }

    private void wait(Step.Wait wait, Scope scope) {
        wiring.requires(wait.id(), wait.time(), TIME, scope);
        wait.until().ifPresent(until -> {
            conditions.check(wait.id(), "until", until, scope);
            if (wait.every().isZero() || wait.every().isNegative()) {
                findings.add(
                        wait.id(), "every", "it cannot be looked at every " + wait.every() + ", only after a time");
            }
        });
    }

    private void ask(Step.Ask ask) {
        if (ask.text().isBlank()) {
            findings.add(ask.id(), "ask", "there is nothing to ask");
        }
        names.distinct(ask.id(), "form", ask.form());
    }

    /** How many steps a sequence has with those of the nested ones, each as often as it is called. */
    static double size(Sequence sequence, Map<Sequence, Double> known) {
        Double before = known.get(sequence);
        if (before == null) {
            before = size(sequence.steps(), known) + size(sequence.cleanup(), known);
            known.put(sequence, before);
        }
        return before;
    }

    private static double size(List<Step> steps, Map<Sequence, Double> known) {
        double size = 0;
        for (Step step : steps) {
            size++;
            if (step instanceof Step.Nested nested) {
                size += size(nested.sequence(), known);
            }
            for (List<Step> branch : step.blocks()) {
                size += size(branch, known);
            }
        }
        return size;
    }
}
