package org.busbar.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

class SpaceRulesTest {

    private static final Space SPACE =
            Space.of(Parameter.real("a", "mL", 0, 2), Parameter.real("b", "mL", 0, 2), Parameter.whole("n", 0, 9));

    private static Values point(double a, double b, int n) {
        return Values.of("a", Quantity.of(a, "mL"))
                .with("b", Quantity.of(b, "mL"))
                .with("n", Quantity.of(n, "1"));
    }

    private static boolean accepts(Space space, Values point) {
        return new SpaceRules(space).refusals(point).isEmpty();
    }

    @Test
    void the_limits_of_the_parameters_hold() {
        assertTrue(accepts(SPACE, point(1, 1, 1)));
        assertFalse(accepts(SPACE, point(3, 1, 1)));
        assertFalse(accepts(SPACE, Values.of("a", Quantity.of(1, "mL"))));
    }

    @Test
    void a_mixture_adds_up_in_any_unit_but_for_rounding() {
        Space mixed = SPACE.mixing(Mixture.of(Quantity.of(0.002, "L"), "a", "b"));
        assertTrue(accepts(mixed, point(0.5, 1.5, 1)));
        assertTrue(accepts(mixed, point(0.5, 1.5000001, 1)));
        assertFalse(accepts(mixed, point(0.5, 1.4, 1)));
        Space single = SPACE.mixing(new Mixture(List.of("a", "b"), Quantity.of(2, "mL"), 1));
        assertTrue(accepts(single, point(0, 2, 1)));
        assertFalse(accepts(single, point(1, 1, 1)));
    }

    @Test
    void a_constraint_holds_in_the_units_of_the_parameters_but_for_rounding() {
        Space bound = SPACE.where(new LinearConstraint(Map.of("a", 1.0, "n", 2.0), 0, 5));
        assertTrue(accepts(bound, point(1, 0, 2)));
        assertTrue(accepts(bound, point(1.000001, 0, 2)));
        assertFalse(accepts(bound, point(1.1, 0, 2)));
        Values litres = point(1, 0, 2).with("a", Quantity.of(0.001, "L"));
        assertTrue(accepts(bound, litres));
    }

    @Test
    void only_candidates_are_points_where_there_are_some() {
        Space few = SPACE.among(List.of(point(1, 1, 1)));
        assertTrue(accepts(few, point(1, 1, 1)));
        assertTrue(accepts(few, point(1, 1, 1).with("a", Quantity.of(0.001, "L"))));
        String said = assertThrows(IllegalArgumentException.class, () -> new SpaceRules(few).check(point(1, 1, 2)))
                .getMessage();
        assertTrue(said.contains("none of the 1 candidates"), said);
    }

    @Test
    void words_are_the_same_only_if_they_are() {
        assertTrue(SpaceRules.isSame(new Text("a"), new Text("a")));
        assertFalse(SpaceRules.isSame(new Text("a"), Quantity.of(1, "1")));
        assertFalse(SpaceRules.isSame(Quantity.of(1, "V"), Quantity.of(1, "1")));
        assertEquals(true, SpaceRules.isSame(Quantity.of(1, "V"), Quantity.of(1000, "mV")));
    }
}
