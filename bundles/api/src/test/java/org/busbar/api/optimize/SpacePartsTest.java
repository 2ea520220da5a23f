package org.busbar.api.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SpacePartsTest {

    private static final Parameter A = Parameter.real("a", "1", 0, 0.4);
    private static final Parameter B = Parameter.real("b", "1", 0, 0.5);
    private static final Parameter SALT = Parameter.choice("salt", "LiPF6", "LiFSI");
    private static final Quantity WHOLE = Quantity.of(1, "1");

    @Test
    void a_mixture_is_made_of_numbers_that_can_add_up_to_its_total() {
        Mixture mixture = Mixture.of(WHOLE, "a", "b");
        assertEquals(
                "The components [a, b] add up to 0.0 at least and 0.9 at most, never to 1; change their limits or the"
                        + " total",
                message(() -> Space.of(A, B).mixing(mixture)));
        Parameter more = Parameter.real("b", "%", 0, 80);
        assertEquals(
                List.of(mixture), Space.of(A, more).mixing(mixture).mixtures(), "shares may be in different units");
        assertTrue(message(() -> Space.of(A, SALT).mixing(Mixture.of(WHOLE, "a", "salt")))
                .contains("salt is a component of a mixture, so it must be a number"));
        assertTrue(message(() -> Space.of(A, Parameter.real("b", "mL", 0, 1)).mixing(mixture))
                .contains("b is in mL, but its mixture adds up to 1"));
        assertTrue(message(() -> Space.of(A, B).mixing(Mixture.of(Quantity.of(0.5, "1"), "a", "c")))
                .contains("The space has no parameter c"));
        Mixture half = Mixture.of(Quantity.of(0.5, "1"), "a", "b");
        assertEquals(
                "a is a component of two mixtures; keep one",
                message(() -> Space.of(A, B).mixing(half).mixing(half)));
    }

    @Test
    void a_mixture_says_what_is_wrong_with_it() {
        assertTrue(message(() -> Mixture.of(WHOLE, "a")).contains("at least two different components"));
        assertTrue(message(() -> Mixture.of(WHOLE, "a", "a")).contains("at least two different components"));
        assertTrue(message(() -> new Mixture(List.of("a", "b"), WHOLE, 3)).contains("a number from 1 to 2"));
        assertTrue(message(() -> Mixture.of(Quantity.of(Double.NaN, "1"), "a", "b"))
                .contains("no finite amount"));
    }

    @Test
    void a_constraint_is_a_range_of_a_sum_of_numbers() {
        LinearConstraint sum = new LinearConstraint(Map.of("a", 2.0), 0.1, Double.POSITIVE_INFINITY);
        assertEquals("0.1 <= 2.0 a", sum.toString());
        assertEquals("2.0 a = 3.0", new LinearConstraint(Map.of("a", 2.0), 3, 3).toString());
        assertEquals(List.of(sum), Space.of(A).where(sum).constraints());
        assertTrue(message(() -> Space.of(B).where(sum)).contains("no parameter a, which 0.1 <= 2.0 a names"));
        LinearConstraint ofSalt = new LinearConstraint(Map.of("salt", 1.0), 0, 1);
        assertTrue(message(() -> Space.of(SALT).where(ofSalt)).contains("salt is a choice"));
        assertTrue(message(() -> new LinearConstraint(Map.of("a", 1.0), 2, 1)).contains("is not a range"));
        assertTrue(message(() -> new LinearConstraint(Map.of("a", 0.0), 0, 1)).contains("other than 0"));
        assertTrue(message(() -> new LinearConstraint(Map.of(), 0, 1)).contains("one parameter at least"));
    }

    @Test
    void a_scale_fits_its_parameter() {
        assertTrue(message(() -> Space.of(A).seen("a", new Scale.Log())).contains("its lower limit is 0.0"));
        assertTrue(message(() -> Space.of(A).seen("a", new Scale.Ordered())).contains("a is no choice"));
        Scale.Described half = new Scale.Described(Map.of("LiPF6", Map.of("mass", 151.9)));
        assertTrue(message(() -> Space.of(SALT).seen("salt", half)).contains("descriptors only for [LiPF6]"));
        assertTrue(
                message(() -> new Scale.Described(Map.of("LiPF6", Map.of("mass", 151.9), "LiFSI", Map.of("size", 2.0))))
                        .contains("the same descriptors"));
        assertTrue(message(() -> new Scale.Described(Map.of("LiPF6", Map.of("mass", Double.NaN))))
                .contains("mass of LiPF6 is NaN"));
    }

    @Test
    void a_later_space_has_the_same_parameters() {
        Space wider = Space.of(Parameter.real("a", "1", -5, 5), Parameter.choice("salt", "LiTFSI"));
        assertEquals(Optional.empty(), wider.refusalToFollow(Space.of(A, SALT)));
        assertTrue(Space.of(A).refusalToFollow(Space.of(A, SALT)).orElseThrow().contains("salt=a choice"));
        assertTrue(Space.of(Parameter.real("a", "%", 0, 1))
                .refusalToFollow(Space.of(A))
                .isPresent());
    }

    @Test
    void a_fidelity_has_levels_that_its_parameter_accepts() {
        Fidelity.Level cheap = new Fidelity.Level(new Text("LiPF6"), 1);
        Fidelity.Level dear = new Fidelity.Level(new Text("LiFSI"), 20);
        Fidelity fidelity = new Fidelity("salt", List.of(cheap, dear));
        assertEquals(dear, fidelity.target());
        List<Objective> more = List.of(new Objective("k", Objective.Goal.MAXIMIZE));
        assertTrue(message(() -> new Problem(Space.of(A), more, List.of(), Optional.of(fidelity)))
                .contains("no parameter salt that accepts all levels"));
        assertTrue(message(() -> new Fidelity("salt", List.of(dear))).contains("two levels at least"));
        assertTrue(message(() -> new Fidelity.Level(new Text("x"), 0)).contains("above 0"));
    }

    @Test
    void a_limit_is_a_finite_number() {
        assertTrue(message(() -> new Limit("density", Limit.Bound.AT_LEAST, Quantity.of(Double.NaN, "%")))
                .contains("The limit of density is NaN"));
        assertEquals(-1, Limit.Bound.AT_MOST.sign());
        assertEquals(1, Limit.Bound.AT_LEAST.sign());
    }

    @Test
    void a_check_says_how_far_off_it_was_in_any_unit() {
        Insight.Check check = new Insight.Check(
                Values.none(),
                Quantity.of(1, "S/m"),
                new Quantity(8, Quantity.of(1, "mS/cm").unit(), 1));
        assertEquals(2, check.score(), 1e-9);
    }

    private static String message(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
