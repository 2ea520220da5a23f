package org.busbar.distribution.bench.optimizers;

import java.util.List;
import org.busbar.api.Values;

/**
 * A point and what an engine is told of it.
 *
 * @param told the value of each objective, larger is better, with noise if the problem has some
 */
public record Trial(Values point, List<Double> told) {

    public Trial {
        told = List.copyOf(told);
    }
}
