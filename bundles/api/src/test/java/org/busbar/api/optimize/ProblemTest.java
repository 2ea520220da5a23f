package org.busbar.api.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Parameter;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Space SPACE = Space.of(Parameter.whole("n", 1, 3));
    private static final Objective MORE = new Objective("k", Objective.Goal.MAXIMIZE);

    @Test
    void needs_an_objective() {
        String message = assertThrows(IllegalArgumentException.class, () -> new Problem(SPACE, List.of()))
                .getMessage();
        assertEquals("A problem needs at least one objective", message);
    }

    @Test
    void does_not_change() {
        List<Objective> objectives = new ArrayList<>(List.of(MORE));
        Problem problem = new Problem(SPACE, objectives);
        objectives.clear();
        assertEquals(List.of(MORE), problem.objectives());
    }

    @Test
    void goals_have_a_sign() {
        assertEquals(1, MORE.goal().sign());
        assertEquals(-1, Objective.Goal.MINIMIZE.sign());
    }
}
