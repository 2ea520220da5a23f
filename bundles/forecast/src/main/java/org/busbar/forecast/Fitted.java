package org.busbar.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;

/**
 * Inputs as a capability would be given them. Whether it would refuse a value that is only assumed is not known, so
 * such a value is replaced by one that it accepts.
 *
 * @param assumed the names of those that are assumed
 * @param refusals everything that is wrong with the others, a sentence each
 */
record Fitted(Values values, List<String> assumed, List<String> refusals) {

    /** @param path of the step that is given them */
    static Fitted of(Capability capability, Map<String, Reckoned> inputs, Supplier<String> path) {
        Map<String, Value> values = new LinkedHashMap<>();
        inputs.forEach((name, input) -> fit(capability, name, input, path).ifPresent(value -> values.put(name, value)));
        Values given = new Values(values);
        return new Fitted(given, assumed(inputs), capability.refusals(given));
    }

    boolean isAccepted() {
        return refusals.isEmpty();
    }

    /** These values as a step sees them that gets them. */
    Map<String, Reckoned> reckoned() {
        Map<String, Reckoned> all = new LinkedHashMap<>();
        values.byName()
                .forEach((name, value) -> all.put(name, new Reckoned(Optional.of(value), assumed.contains(name))));
        return all;
    }

    private static Optional<Value> fit(Capability capability, String name, Reckoned input, Supplier<String> path) {
        if (!input.isAssumed()) {
            return input.value();
        }
        for (Parameter parameter : capability.inputs()) {
            if (parameter.name().equals(name)) {
                return Optional.of(
                        input.value().filter(parameter::accepts).orElseGet(() -> Assumed.value(parameter, path)));
            }
        }
        return input.value();
    }

    private static List<String> assumed(Map<String, Reckoned> inputs) {
        List<String> assumed = new ArrayList<>();
        inputs.forEach((name, input) -> {
            if (input.isAssumed()) {
                assumed.add(name);
            }
        });
        return assumed;
    }
}
