package org.busbar.api.campaign;

import java.util.List;
import java.util.function.IntConsumer;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** Replays of optimizers on tables of known results. */
@ProviderType
public interface Studies {

    /**
     * Lets an optimizer pick rows until it has found the best, again and again.
     *
     * @param problem its space is replaced by the rows of the table; the first objective counts
     * @param table every row: a point and its outputs
     * @param optimizer the {@code lab.id} of the optimizer
     * @param start how many random rows each repetition begins with
     * @param progress is told how many repetitions are done
     * @throws IllegalArgumentException if there is no such optimizer or the table has fewer than 10 rows
     * @throws InterruptedException if told to stop
     */
    Study replay(
            Problem problem,
            List<Observation> table,
            String optimizer,
            int start,
            int repetitions,
            long seed,
            IntConsumer progress)
            throws InterruptedException;
}
