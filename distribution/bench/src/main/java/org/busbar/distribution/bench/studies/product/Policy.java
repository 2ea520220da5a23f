package org.busbar.distribution.bench.studies.product;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.optimize.Question;

/** Chooses what to try next. */
@FunctionalInterface
public interface Policy {

    /**
     * Chooses as many points as the question asks for; fewer only when nothing is left.
     *
     * @throws InterruptedException if told to stop
     */
    List<Values> next(Question question) throws InterruptedException;
}
