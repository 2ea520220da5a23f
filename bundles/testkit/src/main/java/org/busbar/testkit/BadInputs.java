package org.busbar.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;

/** Inputs that an action must not take: each is right but for one value. */
final class BadInputs {

    /** Units that measure different things: at least one of them does not measure what a parameter does. */
    private static final List<String> UNITS = List.of("mol", "m");

    private BadInputs() {}

    /** What is wrong, and the inputs that are. */
    static Map<String, Values> of(Capability capability, Values good) {
        Map<String, Values> all = new TreeMap<>();
        for (Parameter parameter : capability.inputs()) {
            for (Value bad : bad(parameter)) {
                all.put(parameter.name() + " = " + bad, good.with(parameter.name(), bad));
            }
        }
        all.put("an input that there is not", good.with("no_such_input", Quantity.of(1, "1")));
        return all;
    }

    private static List<Value> bad(Parameter parameter) {
        List<Value> bad = new ArrayList<>(List.of(new Text("no such thing")));
        if (parameter instanceof Parameter.Real real) {
            String unit = real.unit().ucum();
            bad.addAll(outside(unit, real.min(), real.max()));
            bad.add(Quantity.of(1, otherThan(real.unit())));
        } else if (parameter instanceof Parameter.Whole whole) {
            bad.addAll(outside("1", whole.min(), whole.max()));
            bad.add(Quantity.of(whole.min() + 0.5, "1"));
        } else if (parameter instanceof Parameter.Note) {
            bad.clear();
            bad.add(Quantity.of(1, "1"));
        } else {
            bad.add(Quantity.of(1, "1"));
        }
        return bad;
    }

    private static List<Value> outside(String unit, double min, double max) {
        List<Value> outside = new ArrayList<>();
        if (Double.isFinite(min)) {
            outside.add(Quantity.of(min - Math.max(1, Math.abs(min)), unit));
        }
        if (Double.isFinite(max)) {
            outside.add(Quantity.of(max + Math.max(1, Math.abs(max)), unit));
        }
        return outside;
    }

    private static String otherThan(Unit unit) {
        return UNITS.stream()
                .filter(other -> !Unit.of(other).measuresSameAs(unit))
                .findFirst()
                .orElseThrow();
    }
}
