package org.busbar.distribution.bench.studies.report;

import java.util.List;
import java.util.function.Consumer;

/** A question put to the platform, with an answer in numbers. */
public interface Study {

    String name();

    /** How many seeds it takes if nobody says so. */
    int repetitions();

    /**
     * Answers it, on the calling thread.
     *
     * @param seeds at least one; the same seeds give the same answer
     * @param console is told how far it is
     * @throws InterruptedException if told to stop
     */
    Report run(List<Long> seeds, Consumer<String> console) throws InterruptedException;
}
