package org.busbar.optimizers.search.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

class SeekerTest {

    private static Candidate best(EncodedSpace space, double[] top, boolean slopes) {
        return Seeker.of(space)
                .best(Hills.near(top, slopes), List.of(), List.of(), Keyed.of(1))
                .orElseThrow();
    }

    private static Space box(int d) {
        return Space.of(IntStream.range(0, d)
                .mapToObj(i -> Parameter.real("x" + i, "1", -1, 3))
                .toArray(Parameter[]::new));
    }

    @Test
    void the_top_of_a_box_is_found_along_slopes() {
        double[] top = {0.3, 0.8, 0.1, 0.5, 0.6, 1};
        assertArrayEquals(top, best(EncodedSpace.of(box(6)), top, true).row(), 1e-5);
    }

    @Test
    void the_top_of_a_box_is_found_without_slopes() {
        double[] top = {0.3, 0.8, 1};
        assertArrayEquals(top, best(EncodedSpace.of(box(3)), top, false).row(), 0.02);
    }

    @Test
    void a_top_beyond_a_limit_leads_to_the_limit() {
        assertArrayEquals(
                new double[] {1, 0.5},
                best(EncodedSpace.of(box(2)), new double[] {1.7, 0.5}, true).row(),
                1e-6);
    }

    private static EncodedSpace mixture(double step, double most) {
        return EncodedSpace.of(Space.of(
                        Parameter.real("a", "g", 0, most).by(step),
                        Parameter.real("b", "g", 0, 100).by(step),
                        Parameter.real("c", "g", 0, 100).by(step))
                .mixing(Mixture.of(Quantity.of(100, "g"), "a", "b", "c")));
    }

    /** The weights of the hill are 1, 2 and 3, so by Lagrange each share misses its top by a part of 6/11, 3/11, 2/11. */
    @Test
    void the_top_of_a_mixture_is_found_along_slopes() {
        double[] expected = {0.4 + 0.3 * 6 / 11, 0.2 + 0.3 * 3 / 11, 0.1 + 0.3 * 2 / 11};
        assertArrayEquals(
                expected,
                best(mixture(0, 100), new double[] {0.4, 0.2, 0.1}, true).row(),
                1e-5);
    }

    @Test
    void a_limit_of_a_component_is_kept_and_the_rest_is_still_best() {
        double[] row = best(mixture(0, 30), new double[] {0.9, 0.4, 0.1}, true).row();
        assertArrayEquals(new double[] {0.3, 0.4 + 0.2 * 3 / 5, 0.1 + 0.2 * 2 / 5}, row, 1e-5);
    }

    @Test
    void a_stepped_mixture_gives_the_best_of_all_its_points() {
        double[] top = {0.4, 0.2, 0.1};
        Candidate best = best(mixture(2, 100), top, true);
        double least = Double.NEGATIVE_INFINITY;
        for (int a = 0; a <= 50; a++) {
            for (int b = 0; a + b <= 50; b++) {
                double[] row = {a / 50.0, b / 50.0, 1 - a / 50.0 - b / 50.0};
                least = Math.max(least, Hills.near(top, true).of(new double[][] {row})[0]);
            }
        }
        assertEquals(least, best.worth(), 1e-12);
    }

    @Test
    void a_constraint_with_a_logarithmic_number_is_climbed_along() {
        EncodedSpace space =
                EncodedSpace.of(Space.of(Parameter.real("c", "K", 1, 100), Parameter.real("x", "K", 0, 100))
                        .seen("c", new Scale.Log())
                        .where(new LinearConstraint(Map.of("c", 1.0, "x", 1.0), Double.NEGATIVE_INFINITY, 60)));
        Values point = best(space, new double[] {0.5, 0.9}, true).point();
        double sum = point.quantity("c").value() + point.quantity("x").value();
        assertEquals(60, sum, 1e-6);
        assertEquals(bestOnLine(), point.quantity("c").value(), 0.01);
    }

    private static double bestOnLine() {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double c = 1; c < 60; c += 0.001) {
            double u = StrictMath.log10(c) / 2 - 0.5;
            double v = (60 - c) / 100 - 0.9;
            best = u * u + 2 * v * v < least ? c : best;
            least = Math.min(least, u * u + 2 * v * v);
        }
        return best;
    }

    @Test
    void many_options_and_numbers_are_searched_together() {
        Space space = box(2);
        for (String name : List.of("p", "q", "r")) {
            List<Parameter> more = new ArrayList<>(space.parameters());
            more.add(Parameter.choice(name, "a", "b", "c", "d", "e"));
            space = new Space(more, List.of());
        }
        EncodedSpace encoded = EncodedSpace.of(space);
        double[] top = encoded.draw(1, Keyed.of(8))[0];
        assertArrayEquals(top, best(encoded, top, true).row(), 1e-5);
    }

    @Test
    void a_taken_top_is_left_for_a_point_close_by() {
        EncodedSpace space = EncodedSpace.of(box(2));
        double[] top = {1, 1};
        Candidate next = Seeker.of(space)
                .best(Hills.near(top, true), List.of(top), List.of(), Keyed.of(3))
                .orElseThrow();
        assertTrue(!new Taken(space, List.of(top)).has(next.row()));
        assertTrue(next.worth() > -1e-3, "worth " + next.worth());
    }

    @Test
    void a_small_grid_is_emptied_from_the_best_on_and_then_nothing_is_left() {
        EncodedSpace space = EncodedSpace.of(Space.of(Parameter.whole("n", 1, 3), Parameter.choice("s", "a", "b")));
        List<double[]> taken = new ArrayList<>();
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 6; i++) {
            Candidate next = Seeker.of(space)
                    .best(Hills.near(new double[] {1, 0, 0.7}, false), taken, List.of(), Keyed.of(i))
                    .orElseThrow();
            assertTrue(next.worth() <= last);
            last = next.worth();
            taken.add(next.row());
        }
        assertEquals(
                Optional.empty(),
                Seeker.of(space).best(Hills.near(new double[3], false), taken, List.of(), Keyed.of(1)));
    }

    @Test
    void candidates_are_given_as_they_are_and_equal_worths_in_an_order_by_key() {
        List<Values> points = IntStream.range(0, 40)
                .mapToObj(i -> Values.of("x", Quantity.of(25.0 * i, "mg")))
                .toList();
        EncodedSpace space =
                EncodedSpace.of(Space.of(Parameter.real("x", "g", 0, 1)).among(points));
        Acquisition.Worth equal = rows -> new double[rows.length];
        Seeker seeker = Seeker.of(space);
        Values first = seeker.best(equal, List.of(), List.of(), Keyed.of(1))
                .orElseThrow()
                .point();
        assertTrue(points.contains(first));
        assertEquals(
                first,
                seeker.best(equal, List.of(), List.of(), Keyed.of(1))
                        .orElseThrow()
                        .point());
        assertNotEquals(
                first,
                seeker.best(equal, List.of(), List.of(), Keyed.of(2))
                        .orElseThrow()
                        .point());
    }

    @Test
    void a_very_large_pool_is_searched_without_weighing_all_of_it() {
        List<Values> points = IntStream.range(0, 120_000)
                .mapToObj(i -> Values.of("x", Quantity.of(i, "g")))
                .toList();
        EncodedSpace space =
                EncodedSpace.of(Space.of(Parameter.real("x", "g", 0, 120_000)).among(points));
        int[] weighed = {0};
        Acquisition.Worth worth = rows -> {
            weighed[0] += rows.length;
            return Hills.near(new double[] {77_777 / 120_000.0}, false).of(rows);
        };
        Candidate best =
                Seeker.of(space).best(worth, List.of(), List.of(), Keyed.of(1)).orElseThrow();
        assertEquals(77_777, best.point().quantity("x").value());
        assertTrue(weighed[0] < 100_000, "weighed " + weighed[0]);
    }

    /** 10^15 combinations: a table of them would need petabytes, so that this ends at all is the bound of its memory. */
    @Test
    void a_huge_product_space_is_never_written_out() {
        Parameter[] parameters = IntStream.range(0, 15)
                .mapToObj(i -> Parameter.real("x" + i, "1", 0, 0.9).by(0.1))
                .toArray(Parameter[]::new);
        EncodedSpace space = EncodedSpace.of(Space.of(parameters));
        assertEquals(Optional.empty(), Pool.of(space));
        double[] top = space.draw(1, Keyed.of(4))[0];
        Candidate best = Seeker.of(space)
                .raw(128)
                .starts(1)
                .best(Hills.near(top, false), List.of(), List.of(), Keyed.of(1))
                .orElseThrow();
        assertArrayEquals(top, best.row(), 1e-9);
    }

    @Test
    void a_search_within_a_part_stays_there() {
        EncodedSpace space = EncodedSpace.of(box(2));
        Candidate best = Seeker.of(space)
                .within(new double[] {0.1, 0.1}, new double[] {0.3, 0.4})
                .best(Hills.near(new double[] {0.9, 0.2}, true), List.of(), List.of(), Keyed.of(1))
                .orElseThrow();
        assertArrayEquals(new double[] {0.3, 0.2}, best.row(), 1e-5);
    }

    @Test
    void worths_that_are_no_numbers_are_the_worst() {
        EncodedSpace space = EncodedSpace.of(box(1));
        Acquisition.Worth worth = rows -> {
            double[] worths = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                worths[i] = rows[i][0] > 0.5 ? Double.NaN : rows[i][0];
            }
            return worths;
        };
        Candidate best =
                Seeker.of(space).best(worth, List.of(), List.of(), Keyed.of(1)).orElseThrow();
        assertEquals(0.5, best.worth(), 1e-3);
    }

    @Test
    void the_same_key_gives_the_same_bits_and_a_space_made_anew_too() {
        for (int s = 0; s < 12; s++) {
            Space space = RandomSpaces.draw(Keyed.of(21, s));
            EncodedSpace one = EncodedSpace.of(space);
            EncodedSpace other = EncodedSpace.of(space);
            other.draw(30, Keyed.of(99));
            Acquisition.Worth worth = Hills.near(one.draw(1, Keyed.of(5))[0], s % 2 == 0);
            assertArrayEquals(row(one, worth), row(other, worth));
        }
    }

    private static double[] row(EncodedSpace space, Acquisition.Worth worth) {
        return Seeker.of(space)
                .raw(64)
                .starts(2)
                .best(worth, List.of(), List.of(), Keyed.of(6))
                .orElseThrow()
                .row();
    }
}
