package org.busbar.distribution.bench.optimizers;

import java.util.List;
import org.busbar.api.Values;

/** An optimizer in the comparison, Busbar's or another's. Used by one thread at a time. */
@FunctionalInterface
public interface Engine {

    /**
     * Chooses the next points.
     *
     * @return as many as the situation asks for; fewer only if nothing is left to try
     * @throws IllegalArgumentException if the engine cannot handle the problem; the message says why
     * @throws InterruptedException if told to stop
     */
    List<Values> next(Situation situation) throws InterruptedException;
}
