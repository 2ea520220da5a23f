package org.busbar.optimizers.designs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

class TextbookTest {

    @Test
    void rotatable_composites_have_the_points_and_alphas_of_the_textbooks() throws Exception {
        Map<Integer, Double> alphas = Map.of(2, 1.414214, 3, 1.681793, 4, 2.0, 5, 2.378414, 6, 2.378414);
        for (int k = 2; k <= 6; k++) {
            Asked asked = Asked.of(cube(k), "design", "central-composite", "centres", 0);
            assertEquals(
                    alphas.get(k),
                    Double.parseDouble(asked.insight(List.of()).facts().get("alpha")),
                    1e-6);
            int corners = k == 6 ? 32 : 1 << k;
            assertEquals(corners + 2 * k, new HashSet<>(asked.points(1000)).size());
        }
    }

    @Test
    void corners_and_star_points_of_a_rotatable_composite_are_as_far_from_the_centre() throws Exception {
        for (Values point :
                Asked.of(cube(2), "design", "central-composite", "centres", 0).points(8)) {
            double x = point.quantity("x0").value();
            double y = point.quantity("x1").value();
            assertEquals(1, x * x + y * y, 1e-12);
        }
    }

    @Test
    void face_centred_composites_have_three_levels() throws Exception {
        List<Values> points = Asked.of(cube(3), "design", "central-composite", "alpha", "face")
                .points(1000);
        assertEquals(8 + 6 + 4, points.size());
        assertEquals(
                3, points.stream().map(p -> p.quantity("x1").value()).distinct().count());
    }

    @Test
    void says_what_a_fraction_confounds() throws Exception {
        Asked asked = Asked.of(cube(5), "design", "fractional-factorial", "generators", "D = AB, E = AC");
        var first = asked.suggestions(8, List.of(), 1).get(0);
        assertEquals("point 1 of 8 of the 2^(5-2) fractional factorial of resolution III", first.reason());
        assertEquals("I = ABD = ACE = BCDE", first.facts().get("defining relation"));
        assertEquals("A x0, B x1, C x2, D x3, E x4", first.facts().get("factors"));
        assertTrue(first.facts().get("confounded").startsWith("A = BD = CE; "));
        assertEquals("0.0", asked.insight(List.of()).facts().get("design largest correlation"));
    }

    /** (q + m - 1 choose m) points, Scheffé 1958. */
    @Test
    void simplex_lattices_have_as_many_points_as_the_textbooks_say() {
        assertEquals(6, SimplexLattice.lattice(3, 2).size());
        assertEquals(10, SimplexLattice.lattice(3, 3).size());
        assertEquals(20, SimplexLattice.lattice(4, 3).size());
        assertEquals(126, SimplexLattice.lattice(5, 5).size());
        assertEquals(7, SimplexCentroid.centroids(3).size());
        assertEquals(31, SimplexCentroid.centroids(5).size());
    }

    @Test
    void lattices_add_up_to_the_total_and_keep_lower_limits() throws Exception {
        Space space = mixture(3, 10, 100);
        List<Values> points =
                Asked.of(space, "design", "simplex-lattice", "levels", 3).points(100);
        assertEquals(6, new HashSet<>(points).size());
        for (Values point : points) {
            double sum = IntStream.range(0, 3)
                    .mapToDouble(i -> point.quantity("c" + i).value())
                    .sum();
            assertEquals(100, sum, 1e-9);
        }
        assertEquals(
                List.of(10.0, 45.0, 80.0),
                points.stream()
                        .map(p -> p.quantity("c0").value())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void lattices_are_crossed_with_the_other_parameters_and_thinned_to_as_many_as_may_be_present() throws Exception {
        Space pairs =
                new Space(parameters(4, 0, 100), List.of()).mixing(new Mixture(names(4), Quantity.of(100, "%"), 2));
        assertEquals(
                4 + 6, Asked.of(pairs, "design", "simplex-centroid").points(100).size());
        List<Parameter> more = new ArrayList<>(parameters(3, 0, 100));
        more.add(Parameter.real("t", "Cel", 20, 60));
        Space crossed = new Space(more, List.of()).mixing(Mixture.of(Quantity.of(100, "%"), "c0", "c1", "c2"));
        assertEquals(
                2 * 7,
                Asked.of(crossed, "design", "simplex-centroid").points(100).size());
    }

    @Test
    void sequences_keep_mixtures_steps_and_cardinality() throws Exception {
        List<Parameter> stepped = IntStream.range(0, 5)
                .<Parameter>mapToObj(i -> Parameter.real("c" + i, "%", 0, 60).by(0.5))
                .toList();
        Space space = new Space(stepped, List.of()).mixing(new Mixture(names(5), Quantity.of(100, "%"), 3));
        for (String design : List.of("sobol", "random")) {
            List<Values> points = Asked.of(space, "design", design).points(100);
            assertEquals(100, points.size());
            points.forEach(TextbookTest::assertMixed);
        }
    }

    private static void assertMixed(Values point) {
        double sum = 0;
        int present = 0;
        for (String name : names(5)) {
            double amount = point.quantity(name).value();
            sum += amount;
            present += amount > 0 ? 1 : 0;
            assertTrue(amount >= 0 && amount <= 60, point.toString());
            assertEquals(Math.rint(amount * 2), amount * 2, 1e-9, point.toString());
        }
        assertEquals(100, sum, 1e-7);
        assertTrue(present <= 3, point.toString());
    }

    /** The first component is below a quarter at 1 - (3/4)^2 of all points of a triangle. */
    @Test
    void sobol_points_fill_a_triangle_evenly() throws Exception {
        List<Values> points = Asked.of(mixture(3, 0, 100)).points(1024);
        for (String name : names(3)) {
            double share =
                    points.stream().filter(p -> p.quantity(name).value() < 25).count() / 1024.0;
            assertEquals(1 - 0.75 * 0.75, share, 0.01);
        }
    }

    private static Space cube(int k) {
        return new Space(
                IntStream.range(0, k)
                        .<Parameter>mapToObj(i -> Parameter.real("x" + i, "1", -1, 1))
                        .toList(),
                List.of());
    }

    private static Space mixture(int size, double least, double most) {
        return new Space(parameters(size, least, most), List.of())
                .mixing(new Mixture(names(size), Quantity.of(100, "%"), size));
    }

    private static List<Parameter> parameters(int size, double least, double most) {
        return IntStream.range(0, size)
                .<Parameter>mapToObj(i -> Parameter.real("c" + i, "%", least, most))
                .toList();
    }

    private static List<String> names(int size) {
        return IntStream.range(0, size).mapToObj(i -> "c" + i).toList();
    }
}
