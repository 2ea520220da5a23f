package org.busbar.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;

/** Tells values that are the same within what instruments scatter from others. */
final class Sameness {

    /** Of the greater of two numbers. */
    private static final double RELATIVE = 0.1;

    /** How long it took is no part of what was done. */
    private static final Unit TIME = Unit.of("s");

    /** Of the declared range. */
    private static final double OF_RANGE = 0.01;

    private Sameness() {}

    /** How two sets of outputs of one action differ, a sentence each. */
    static List<String> differences(Capability capability, Values first, Values second) {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Value> one : first.byName().entrySet()) {
            Value other = second.byName().get(one.getKey());
            if (other == null || !same(capability.parameter(one.getKey()).orElseThrow(), one.getValue(), other)) {
                differences.add(capability.name() + ": " + one.getKey() + " is " + one.getValue() + " once and " + other
                        + " twice");
            }
        }
        return differences;
    }

    private static boolean same(Parameter parameter, Value one, Value other) {
        if (one instanceof Quantity first && other instanceof Quantity second) {
            return first.unit().measuresSameAs(TIME) || close(parameter, first, second);
        }
        if (parameter instanceof Parameter.Choice) {
            return one instanceof Text && one.equals(other);
        }
        return !(one instanceof Series first) || other instanceof Series second && first.size() == second.size();
    }

    private static boolean close(Parameter parameter, Quantity one, Quantity other) {
        double a = one.value();
        double b = other.in(one.unit());
        double range = parameter instanceof Parameter.Real real && Double.isFinite(real.max() - real.min())
                ? Quantity.of(real.max(), real.unit().ucum()).in(one.unit())
                        - Quantity.of(real.min(), real.unit().ucum()).in(one.unit())
                : 0;
        return Math.abs(a - b) <= Math.max(RELATIVE * Math.max(Math.abs(a), Math.abs(b)), OF_RANGE * Math.abs(range));
    }
}
