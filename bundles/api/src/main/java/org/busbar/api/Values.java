package org.busbar.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Named values. Immutable; keeps the order in which the values were given. */
public record Values(Map<String, Value> byName) {

    public Values {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static Values none() {
        return new Values(Map.of());
    }

    public static Values of(String name, Value value) {
        return new Values(Map.of(name, value));
    }

    /** These values and one more, which replaces one of the same name; the receiver is left as it was. */
    public Values with(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(byName);
        more.put(name, value);
        return new Values(more);
    }

    /** These values and {@code others}, which replace those of the same name. */
    public Values with(Values others) {
        Map<String, Value> more = new LinkedHashMap<>(byName);
        more.putAll(others.byName);
        return new Values(more);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /**
     * The value of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Value get(String name) {
        Value value = byName.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No value named '" + name + "' in " + byName.keySet());
        }
        return value;
    }

    /** The number of {@code parameter}, in the parameter's own unit. */
    public double get(Parameter.Real parameter) {
        return quantity(parameter.name()).in(parameter.unit());
    }

    /** The whole number of {@code parameter}. */
    public long get(Parameter.Whole parameter) {
        return Math.round(quantity(parameter.name()).in(Unit.ONE));
    }

    /** The chosen word. */
    public String get(Parameter.Choice parameter) {
        return of(parameter.name(), Text.class).text();
    }

    /** A fresh array of the numbers, in the parameter's own unit. */
    public double[] get(Parameter.Curve parameter) {
        return of(parameter.name(), Series.class).in(parameter.unit());
    }

    /** The sample. */
    public Sample get(Parameter.Specimen parameter) {
        return of(parameter.name(), Sample.class);
    }

    /**
     * The quantity of that name.
     *
     * @throws IllegalArgumentException if there is none or it is a value of another kind
     */
    public Quantity quantity(String name) {
        return of(name, Quantity.class);
    }

    private <T extends Value> T of(String name, Class<T> kind) {
        Value value = get(name);
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException(name + " = " + value + " is a "
                    + value.getClass().getSimpleName() + ", not a " + kind.getSimpleName());
        }
        return kind.cast(value);
    }

    @Override
    public String toString() {
        return byName.toString();
    }
}
