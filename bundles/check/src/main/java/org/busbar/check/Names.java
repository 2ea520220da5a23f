package org.busbar.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** Checks the names in a sequence. */
final class Names {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+");

    private final Findings findings;
    private final Set<String> steps = new HashSet<>();

    Names(Findings findings) {
        this.findings = findings;
    }

    /** What is wrong with a name. */
    static Optional<String> fault(String name) {
        return FORM.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("'" + name + "' is no name: it may hold only letters, digits, hyphens and underscores");
    }

    void check(Sequence sequence) {
        if (sequence.name().isBlank() || sequence.name().contains("/")) {
            findings.add("", "name", "'" + sequence.name() + "' is no name: it may not be blank or hold a slash");
        }
        distinct("", "inputs", sequence.inputs());
        check(sequence.steps());
        check(sequence.cleanup());
    }

    private void check(List<Step> list) {
        for (Step step : list) {
            fault(step.id()).ifPresent(fault -> findings.add(step.id(), "id", fault));
            if (!steps.add(step.id())) {
                findings.add(step.id(), "id", "two steps are named " + step.id());
            }
            step.blocks().forEach(this::check);
        }
    }

    /** Finds parameters of one name. */
    void distinct(String step, String field, List<Parameter> parameters) {
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!seen.add(parameter.name())) {
                findings.add(step, field + "." + parameter.name(), "two are named " + parameter.name());
            }
        }
    }
}
