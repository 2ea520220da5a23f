package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Value;
import org.busbar.api.Values;

/** All combinations of parts of points. */
final class Crossed {

    /** More points than anybody will try. */
    private static final int MOST = 100_000;

    private Crossed() {}

    /**
     * Every first part with every second one, the first one varying fastest.
     *
     * @throws IllegalArgumentException if there are too many
     */
    static List<Values> of(List<Values> first, List<Values> second) {
        if ((double) first.size() * second.size() > MOST) {
            throw new IllegalArgumentException("The design would have more than " + MOST
                    + " points; lower the setting levels, fix a parameter, or take the design sobol");
        }
        List<Values> all = new ArrayList<>();
        second.forEach(slow -> first.forEach(fast -> all.add(fast.with(slow))));
        return all;
    }

    /** Every value of each axis with every value of the others. */
    static List<Values> levels(List<Axis> axes, int count) {
        List<Values> all = List.of(Values.none());
        for (Axis axis : axes) {
            all = of(all, values(axis, axis.levels(count)));
        }
        return all;
    }

    private static List<Values> values(Axis axis, List<Value> levels) {
        return levels.stream().map(level -> Values.of(axis.name(), level)).toList();
    }
}
