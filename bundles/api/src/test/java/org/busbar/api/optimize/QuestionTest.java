package org.busbar.api.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private static final Problem PROBLEM =
            new Problem(Space.of(Parameter.whole("n", 1, 3)), List.of(new Objective("k", Objective.Goal.MAXIMIZE)));
    private static final Values POINT = Values.of("n", Quantity.of(1, "1"));

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void asks_for_at_least_one_point(int count) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Question(PROBLEM, List.of(), List.of(), count, 1))
                .getMessage();
        assertEquals("count = " + count + " is below 1", message);
    }

    @Test
    void does_not_change() {
        List<Observation> observed = new ArrayList<>(List.of(Observation.failed(POINT)));
        List<Values> pending = new ArrayList<>(List.of(POINT));
        Question question = new Question(PROBLEM, observed, pending, 1, 7);
        observed.clear();
        pending.clear();
        assertEquals(List.of(Observation.failed(POINT)), question.observed());
        assertEquals(List.of(POINT), question.pending());
    }

    @Test
    void an_observation_without_outputs_has_failed() {
        assertTrue(Observation.failed(POINT).isFailed());
        assertFalse(new Observation(POINT, Values.of("k", Quantity.of(7, "mS/cm"))).isFailed());
    }
}
