package org.busbar.optimizers.forest;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Values;

/**
 * How the surrogate learns.
 *
 * @param jackknife whether the deviation is that of the mean of all trees, by the {@link Jackknife}; else that of a tree
 */
record Settings(Growth growth, boolean jackknife) {

    private static final Parameter.Whole TREES = Parameter.whole("trees", 10, 10_000);
    private static final Parameter.Whole LEAF = Parameter.whole("leaf", 1, 1000);
    private static final Parameter.Real FEATURES = Parameter.real("features", "1", 0, 1);
    private static final Parameter.Choice VARIANCE = Parameter.choice("variance", "trees", "jackknife");
    static final List<Parameter> ALL = List.of(TREES, LEAF, FEATURES, VARIANCE);

    /** With leaves of one value its corrections often exceed what it finds. */
    private static final long JACKKNIFE_LEAF = 3;

    static Settings of(Values values) {
        values.names().forEach(name -> check(name, values));
        boolean jackknife = values.has(VARIANCE.name()) && values.get(VARIANCE).equals("jackknife");
        Growth growth = new Growth(
                (int) (values.has(TREES.name()) ? values.get(TREES) : Growth.TREES),
                (int) (values.has(LEAF.name()) ? values.get(LEAF) : jackknife ? JACKKNIFE_LEAF : 1),
                values.has(FEATURES.name()) ? values.get(FEATURES) : Growth.SHARE);
        return new Settings(growth, jackknife);
    }

    private static void check(String name, Values values) {
        Parameter parameter = ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The surrogate forest has no setting " + name
                        + ", only " + ALL.stream().map(Parameter::name).toList()));
        parameter.refusal(values.get(name)).ifPresent(why -> {
            throw new IllegalArgumentException("The surrogate forest cannot be set so: " + why);
        });
    }
}
