package org.busbar.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;

/**
 * Finds everything that is wrong with a sequence or a run before it starts. Pure and safe for use by many threads.
 *
 * <p>A finding of a nested sequence has the path of its step, such as {@code rinse/fill}. A field is the name of an
 * input of the step, or the key of another part as files have it, such as {@code until}, {@code outputs.mass} or
 * {@code parallel[1]}.
 */
public final class SequenceCheck {

    /** More steps than anybody writes; sequences that call others many times over reach it. */
    private static final double MOST_STEPS = 1e6;

    private SequenceCheck() {}

    /** Everything that is wrong with a sequence whatever its inputs are; empty if nothing is. */
    public static List<Finding> of(Sequence sequence, Catalogue catalogue) {
        Findings findings = new Findings();
        check(sequence, Values.none(), catalogue, findings);
        return findings.all();
    }

    /** Everything that is wrong with a run: with its inputs, and with its sequence for these inputs. */
    public static List<Finding> of(Run run, Catalogue catalogue) {
        Findings findings = new Findings();
        Values accepted = inputs(run.sequence().inputs(), run.inputs(), findings);
        check(run.sequence(), accepted, catalogue, findings);
        return findings.all();
    }

    private static void check(Sequence sequence, Values known, Catalogue catalogue, Findings findings) {
        double size = Walk.size(sequence, new IdentityHashMap<>());
        if (size > MOST_STEPS) {
            findings.add("", "steps", "with the nested sequences there are more than a million steps");
        } else {
            new Walk(new Sources(sequence, known, catalogue), findings).check(Optional.empty());
        }
    }

    private static Values inputs(List<Parameter> declared, Values given, Findings findings) {
        Values accepted = Values.none();
        for (Parameter parameter : declared) {
            Value value = given.byName().get(parameter.name());
            if (value == null) {
                findings.add("", "inputs." + parameter.name(), "input " + parameter.name() + " is missing");
            } else if (parameter.accepts(value)) {
                accepted = accepted.with(parameter.name(), value);
            } else {
                parameter.refusal(value).ifPresent(reason -> findings.add("", "inputs." + parameter.name(), reason));
            }
        }
        List<String> names = declared.stream().map(Parameter::name).toList();
        given.names().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> findings.add("", "inputs." + name, "there is no input " + name + ", only " + names));
        return accepted;
    }
}
