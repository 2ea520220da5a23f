package org.busbar.optimizers.search.space;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

class ClashTest {

    private static final double OPEN = Double.POSITIVE_INFINITY;

    private static String refusal(Space space) {
        return assertThrows(IllegalArgumentException.class, () -> EncodedSpace.of(space))
                .getMessage();
    }

    private static Space abc() {
        return Space.of(Parameter.real("a", "g", 0, 1), Parameter.real("b", "g", 0, 1), Parameter.real("c", "g", 0, 1));
    }

    @Test
    void only_those_that_clash_are_named() {
        String message = refusal(abc().mixing(Mixture.of(Quantity.of(1, "g"), "a", "b"))
                .where(new LinearConstraint(Map.of("c", 1.0), 0.2, OPEN))
                .where(new LinearConstraint(Map.of("a", 1.0), 0.7, OPEN))
                .where(new LinearConstraint(Map.of("b", 2.0), 0.8, OPEN)));
        assertTrue(message.contains("0.7 <= 1.0 a") && message.contains("0.8 <= 2.0 b"), message);
        assertTrue(message.contains("the mixture of [a, b]"), message);
        assertFalse(message.contains("1.0 c") || message.contains("limits of"), message);
    }

    @Test
    void limits_are_named_where_they_clash() {
        String message = refusal(abc().where(new LinearConstraint(Map.of("a", 1.0, "b", 1.0), 2.5, OPEN)));
        assertTrue(message.contains("the limits of a from 0.0 to 1.0") && message.contains("the limits of b"), message);
        assertFalse(message.contains("limits of c"), message);
    }

    @Test
    void too_few_components_for_the_total_are_refused() {
        Space space = Space.of(
                        Parameter.real("a", "g", 0, 0.4),
                        Parameter.real("b", "g", 0, 0.4),
                        Parameter.real("c", "g", 0, 0.4))
                .mixing(new Mixture(List.of("a", "b", "c"), Quantity.of(1, "g"), 2));
        assertTrue(refusal(space).contains("with at most 2 of them"), refusal(space));
    }

    @Test
    void steps_that_never_add_up_are_refused() {
        Space space = Space.of(
                        Parameter.real("a", "g", 0, 1).by(0.3),
                        Parameter.real("b", "g", 0, 1).by(0.3))
                .mixing(Mixture.of(Quantity.of(1, "g"), "a", "b"));
        assertTrue(refusal(space).contains("a by 0.3"), refusal(space));
    }

    @Test
    void a_single_common_point_is_enough() {
        EncodedSpace space = EncodedSpace.of(abc().where(new LinearConstraint(Map.of("a", 1.0, "b", 1.0), 2, OPEN)));
        assertTrue(space.snap(new double[] {0, 0, 0.5}).isPresent());
    }
}
