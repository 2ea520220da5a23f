package org.busbar.optimizers.designs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;

/** Turns places of a unit cube into points of a space such that evenly spread ones stay so. */
final class Spread {

    private static final double BELOW_ONE = 1 - 0x1p-53;

    private final Ground ground;
    private final List<Axis> free;

    Spread(Ground ground) {
        this.ground = ground;
        this.free = ground.free();
    }

    /** How many numbers a place has. */
    int width() {
        return free.size() + ground.blends().stream().mapToInt(Blend::width).sum();
    }

    /** The point at a place; empty if it breaks a constraint. */
    Optional<Values> at(double[] cube) {
        double[] place = Arrays.stream(cube).map(u -> Math.min(BELOW_ONE, u)).toArray();
        Values drawn = Values.none();
        int from = 0;
        for (Axis axis : free) {
            drawn = drawn.with(axis.name(), axis.spread(place[from++]));
        }
        for (Blend blend : ground.blends()) {
            drawn = drawn.with(blend.at(blend.spread(Arrays.copyOfRange(place, from, from + blend.width()))));
            from += blend.width();
        }
        Values point = drawn;
        return ground.settled(ground.point(axis -> point.get(axis.name())));
    }
}
