package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.junit.jupiter.api.Test;

/** What every analysis must hold. Give it an analysis and inputs that it can analyse. */
public interface AnalysisContract {

    Analysis analysis();

    /** At least one set of inputs that can be analysed. */
    List<Values> examples() throws Exception;

    @Test
    default void gives_what_it_declares() throws Exception {
        assertFalse(examples().isEmpty(), "A contract without examples tests nothing");
        for (Values inputs : examples()) {
            analysis().capability().check(inputs);
            analysis().capability().checkOutputs(analysis().apply(inputs));
        }
    }

    @Test
    default void gives_the_same_for_the_same() throws Exception {
        for (Values inputs : examples()) {
            assertEquals(analysis().apply(inputs), analysis().apply(inputs));
        }
    }

    @Test
    default void gives_the_same_on_many_threads() throws Exception {
        Analysis shared = analysis();
        for (Values inputs : examples()) {
            Values expected = shared.apply(inputs);
            IntStream.range(0, 8).parallel().forEach(i -> assertEquals(expected, apply(shared, inputs)));
        }
    }

    private static Values apply(Analysis analysis, Values inputs) {
        try {
            return analysis.apply(inputs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
