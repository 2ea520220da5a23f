package org.busbar.rest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Space;
import tools.jackson.databind.JsonNode;

/** Reads from a body how a space is to change; what it does not name stays as it was. */
final class SpaceForm {

    private final Space before;

    SpaceForm(Space before) {
        this.before = before;
    }

    /** @throws Refused if a change cannot be read, is of no parameter, or leaves nothing to try */
    Space changed(Body body) {
        JsonNode changes = body.object("parameters");
        List<String> names = before.parameters().stream().map(Parameter::name).toList();
        changes.propertyNames().stream().filter(name -> !names.contains(name)).forEach(name -> {
            throw Refused.invalid("parameters." + name, "The campaign does not vary " + name + ", only " + names);
        });
        List<Parameter> parameters = before.parameters().stream()
                .map(parameter ->
                        changes.has(parameter.name()) ? changed(parameter, changes.get(parameter.name())) : parameter)
                .toList();
        List<Values> candidates = candidates(parameters, body);
        return Refused.where(
                () -> new Space(parameters, candidates, before.mixtures(), before.constraints(), before.scales()));
    }

    private static Parameter changed(Parameter parameter, JsonNode change) {
        String place = "parameters." + parameter.name();
        if (parameter instanceof Parameter.Real real) {
            only(place, change, "min", "max", "step");
            double min = number(place, change, "min", real.min());
            double max = number(place, change, "max", real.max());
            double step = number(place, change, "step", real.step());
            return Refused.where(() -> new Parameter.Real(real.name(), real.unit(), min, max, step, real.term()));
        }
        if (parameter instanceof Parameter.Whole whole) {
            only(place, change, "min", "max");
            long min = (long) number(place, change, "min", whole.min());
            long max = (long) number(place, change, "max", whole.max());
            return Refused.where(() -> new Parameter.Whole(whole.name(), min, max, whole.term()));
        }
        only(place, change, "options");
        List<String> options = new ArrayList<>();
        change.path("options").forEach(option -> options.add(option.asString("")));
        return new Parameter.Choice(parameter.name(), options, parameter.term());
    }

    private static void only(String place, JsonNode change, String... names) {
        if (!change.isObject() || !List.of(names).containsAll(change.propertyNames())) {
            throw Refused.invalid(place, place + " = " + change + " is not an object of " + String.join(", ", names));
        }
    }

    private static double number(String place, JsonNode change, String name, double otherwise) {
        JsonNode node = change.path(name);
        if (!node.isMissingNode() && !node.isNumber()) {
            throw Refused.invalid(place + "." + name, place + "." + name + " = " + node + " is not a number");
        }
        return node.isNumber() ? node.doubleValue() : otherwise;
    }

    /** Those that still lie within the limits, and the new ones. */
    private List<Values> candidates(List<Parameter> parameters, Body body) {
        Capability point = new Capability("candidate", parameters, List.of());
        Set<Values> candidates = new LinkedHashSet<>();
        before.candidates().stream()
                .filter(candidate -> point.refusals(candidate).isEmpty())
                .forEach(candidates::add);
        JsonNode more = body.all().path("candidates");
        if (!more.isMissingNode() && !more.isArray()) {
            throw Refused.invalid("candidates", "candidates = " + more + " is not a list of points");
        }
        for (int i = 0; i < more.size(); i++) {
            candidates.add(Inputs.checked("candidates[" + i + "]", more.get(i), parameters));
        }
        if (candidates.isEmpty() && !before.candidates().isEmpty()) {
            throw Refused.invalid("parameters", "None of the candidates lies within these limits; add some that do");
        }
        return List.copyOf(candidates);
    }
}
