package org.busbar.api.optimize;

import org.busbar.api.Values;

/**
 * What was tried and what came of it.
 *
 * @param outputs each objective's output as a quantity with its uncertainty; empty if the trial failed
 */
public record Observation(Values point, Values outputs) {

    /** A trial that gave nothing, which is worth knowing too. */
    public static Observation failed(Values point) {
        return new Observation(point, Values.none());
    }

    public boolean isFailed() {
        return outputs.isEmpty();
    }
}
