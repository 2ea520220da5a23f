package org.busbar.optimizers.search.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EncodedSpaceTest {

    private static final double CHOSEN = Math.sqrt(0.5);

    private static double[] encoded(Parameter parameter, String value) {
        return EncodedSpace.of(Space.of(parameter)).encode(Values.of(parameter.name(), Quantity.parse(value)));
    }

    @Test
    void a_number_is_its_share_of_its_limits_even_outside_and_in_another_unit() {
        Parameter volume = Parameter.real("v", "mL", 10, 20);
        assertArrayEquals(new double[] {0.25}, encoded(volume, "12.5 mL"), 1e-15);
        assertArrayEquals(new double[] {0.25}, encoded(volume, "0.0125 L"), 1e-15);
        assertArrayEquals(new double[] {2}, encoded(volume, "30 mL"), 1e-15);
        assertArrayEquals(new double[] {0.5}, encoded(Parameter.whole("n", -2, 2), "0"), 1e-15);
    }

    @Test
    void a_logarithmic_number_is_its_share_of_the_decades() {
        EncodedSpace space = EncodedSpace.of(
                Space.of(Parameter.real("c", "mol/L", 0.01, 100)).seen("c", new Scale.Log()));
        assertEquals(0.5, space.encode(Values.of("c", Quantity.of(1, "mol/L")))[0], 1e-15);
        assertTrue(space.encode(Values.of("c", Quantity.of(0, "mol/L")))[0] < -1);
        assertEquals(10, space.decode(new double[] {0.75}).quantity("c").value(), 1e-12);
    }

    @Test
    void options_are_columns_or_places_or_descriptors() {
        Parameter salt = Parameter.choice("salt", "a", "b", "c");
        Values b = Values.of("salt", new Text("b"));
        Values d = Values.of("salt", new Text("d"));
        EncodedSpace plain = EncodedSpace.of(Space.of(salt));
        assertArrayEquals(new double[] {0, CHOSEN, 0}, plain.encode(b));
        assertArrayEquals(new double[3], plain.encode(d));
        EncodedSpace ordered = EncodedSpace.of(Space.of(salt).seen("salt", new Scale.Ordered()));
        assertArrayEquals(new double[] {0.5}, ordered.encode(b));
        EncodedSpace described = EncodedSpace.of(Space.of(salt).seen("salt", RandomSpaces.described()));
        assertEquals(Column.Kind.DESCRIPTOR, described.columns().get(0).kind());
        assertEquals(b, described.decode(described.encode(b)));
        assertTrue(Arrays.stream(described.encode(d)).max().orElseThrow() > 1);
    }

    @Test
    void descriptors_that_are_constant_or_say_the_same_are_dropped_unless_options_would_become_one() {
        Parameter salt = Parameter.choice("salt", "a", "b", "c");
        Scale.Described scale = new Scale.Described(Map.of(
                "a", new TreeMap<>(Map.of("k", 5.0, "x", 1.0, "y", 2.0)),
                "b", new TreeMap<>(Map.of("k", 5.0, "x", 2.0, "y", 4.1)),
                "c", new TreeMap<>(Map.of("k", 5.0, "x", 3.0, "y", 6.0))));
        assertEquals(1, EncodedSpace.of(Space.of(salt).seen("salt", scale)).width());
        Scale.Described same =
                new Scale.Described(Map.of("a", Map.of("x", 1.0), "b", Map.of("x", 1.0), "c", Map.of("x", 2.0)));
        assertEquals(3, EncodedSpace.of(Space.of(salt).seen("salt", same)).width());
        Scale.Described none = new Scale.Described(Map.of("a", Map.of(), "b", Map.of(), "c", Map.of()));
        assertEquals(3, EncodedSpace.of(Space.of(salt).seen("salt", none)).width());
    }

    @Test
    void components_are_shares_of_the_total() {
        EncodedSpace space = EncodedSpace.of(Space.of(
                        Parameter.real("a", "%", 0, 60),
                        Parameter.real("b", "%", 10, 100),
                        Parameter.real("c", "%", 0, 100))
                .mixing(Mixture.of(Quantity.of(1, "1"), "a", "b", "c")));
        Values point = Values.of("a", Quantity.of(30, "%"))
                .with("b", Quantity.of(50, "%"))
                .with("c", Quantity.of(0.2, "1"));
        assertArrayEquals(new double[] {0.3, 0.5, 0.2}, space.encode(point), 1e-15);
        assertEquals(Column.Kind.SHARE, space.columns().get(0).kind());
        assertTrue(space.admits(point));
        assertFalse(space.admits(point.with("c", Quantity.of(21, "%"))));
    }

    @Test
    void a_mixture_is_rounded_by_the_largest_remainder() {
        EncodedSpace space = EncodedSpace.of(
                Space.of(named("a"), named("b"), named("c")).mixing(Mixture.of(Quantity.of(1, "1"), "a", "b", "c")));
        Values third = space.decode(space.snap(new double[] {0.26, 0.37, 0.37}).orElseThrow());
        assertEquals(0.2, third.quantity("a").value());
        assertEquals(0.4, third.quantity("b").value());
        assertEquals(0.4, third.quantity("c").value());
    }

    private static Parameter.Real named(String name) {
        return Parameter.real(name, "1", 0, 1).by(0.1);
    }

    @Test
    void at_most_so_many_components_are_present_and_the_largest_stay() {
        EncodedSpace space = EncodedSpace.of(Space.of(named("a"), named("b"), named("c"), named("d"))
                .mixing(new Mixture(List.of("a", "b", "c", "d"), Quantity.of(1, "1"), 2)));
        Values point =
                space.decode(space.snap(new double[] {0.1, 0.5, 0.12, 0.28}).orElseThrow());
        assertEquals(0, point.quantity("a").value());
        assertEquals(0, point.quantity("c").value());
        assertEquals(0.6, point.quantity("b").value());
    }

    @Test
    void supports_too_many_to_list_are_drawn() {
        Parameter[] parts = new Parameter[24];
        String[] names = new String[24];
        for (int i = 0; i < 24; i++) {
            names[i] = "c" + i;
            parts[i] = Parameter.real(names[i], "1", 0, 0.3).by(0.01);
        }
        Space space = Space.of(parts).mixing(new Mixture(List.of(names), Quantity.of(1, "1"), 5));
        EncodedSpace encoded = EncodedSpace.of(space);
        for (double[] row : encoded.draw(30, Keyed.of(1))) {
            FeasibleEverywhereTest.assertIn(space, encoded.decode(row));
        }
    }

    @Test
    void a_subspace_keeps_the_columns_and_one_value() {
        EncodedSpace space = EncodedSpace.of(Space.of(Parameter.choice("s", "a", "b"), Parameter.real("x", "1", 0, 1)));
        EncodedSpace part = space.fixing("s", new Text("b"));
        assertEquals(space.columns(), part.columns());
        for (double[] row : part.draw(20, Keyed.of(2))) {
            assertEquals(new Text("b"), part.decode(row).get("s"));
            assertEquals(
                    new Text("b"), part.decode(part.near(row, 0.9, Keyed.of(3))).get("s"));
        }
        assertThrows(IllegalArgumentException.class, () -> space.fixing("s", new Text("c")));
        assertThrows(IllegalArgumentException.class, () -> space.fixing("t", new Text("a")));
    }

    @Test
    void a_narrowed_space_stays_between_the_rows() {
        EncodedSpace space =
                EncodedSpace.of(Space.of(Parameter.real("x", "1", 0, 1).by(0.01), Parameter.real("y", "1", 0, 10)));
        EncodedSpace part = space.within(new double[] {0.2, 0.3}, new double[] {0.4, 0.31});
        for (double[] row : part.draw(50, Keyed.of(2))) {
            assertTrue(row[0] > 0.2 - 1e-9 && row[0] < 0.4 + 1e-9 && row[1] > 0.3 - 1e-9 && row[1] < 0.31 + 1e-9);
        }
    }

    @Test
    void a_constant_number_and_huge_whole_numbers_are_searched_too() {
        Space space =
                Space.of(Parameter.real("c", "K", 300, 300), Parameter.whole("n", Long.MIN_VALUE, Long.MAX_VALUE));
        EncodedSpace encoded = EncodedSpace.of(space);
        for (double[] row : encoded.draw(40, Keyed.of(5))) {
            FeasibleEverywhereTest.assertIn(space, encoded.decode(row));
            FeasibleEverywhereTest.assertIn(space, encoded.decode(encoded.near(row, 0.1, Keyed.of(6))));
        }
        assertTrue(Double.isFinite(
                encoded.encode(Values.of("c", Quantity.of(310, "K")).with("n", Quantity.of(1, "1")))[0]));
    }

    @Test
    void what_is_no_point_of_these_parameters_is_refused_by_name() {
        EncodedSpace space = EncodedSpace.of(Space.of(Parameter.real("x", "K", 0, 1)));
        assertRefused("x", () -> space.encode(Values.none()));
        assertRefused("x", () -> space.encode(Values.of("x", Quantity.of(1, "g"))));
        assertRefused("x", () -> space.encode(Values.of("x", new Text("hot"))));
        assertRefused("x", () -> space.encode(Values.of("x", Quantity.of(Double.NaN, "K"))));
        assertRefused(
                "x",
                () -> EncodedSpace.of(
                        Space.of(Parameter.real("x", "K", 0, 1)).among(List.of(Values.of("x", Quantity.of(2, "K"))))));
    }

    private static void assertRefused(String named, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(named), message);
    }
}
