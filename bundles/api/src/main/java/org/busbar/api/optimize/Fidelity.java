package org.busbar.api.optimize;

import java.util.List;
import org.busbar.api.Value;

/**
 * A parameter that says how faithful, and how dear, a trial is: a simulation or an experiment, a short or a long test.
 *
 * @param parameter its name in the space
 * @param levels what may be asked for, the cheapest first; the last is what the objectives are about; at least two
 */
public record Fidelity(String parameter, List<Level> levels) {

    public Fidelity {
        levels = List.copyOf(levels);
        if (levels.size() < 2) {
            throw new IllegalArgumentException(
                    "The fidelity " + parameter + " needs two levels at least, not " + levels);
        }
    }

    /** The level the objectives are about. */
    public Level target() {
        return levels.get(levels.size() - 1);
    }

    /** @param cost of one trial at this level, in the same unit for all levels; above 0 */
    public record Level(Value value, double cost) {

        public Level {
            if (!(cost > 0) || Double.isInfinite(cost)) {
                throw new IllegalArgumentException(
                        "The cost of level " + value + " is " + cost + "; it must be a finite number above 0");
            }
        }
    }
}
