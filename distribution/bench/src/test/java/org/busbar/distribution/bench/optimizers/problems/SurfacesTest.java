package org.busbar.distribution.bench.optimizers.problems;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.distribution.bench.optimizers.metrics.BestValue;
import org.busbar.distribution.bench.optimizers.metrics.HypervolumeGap;
import org.junit.jupiter.api.Test;

class SurfacesTest {

    private static double at(String name, double... u) {
        return Data.problems().variant(name).problem().outcome(Points.of(u))[0];
    }

    private static double best(String name) {
        return ((BestValue) Data.problems().variant(name).problem().yardstick()).best();
    }

    @Test
    void branin_has_its_three_optima() {
        assertEquals(-0.397887, at("branin", (Math.PI + 5) / 15, 2.275 / 15), 1e-6);
        assertEquals(-0.397887, at("branin", (5 - Math.PI) / 15, 12.275 / 15), 1e-6);
        assertEquals(-0.397887, at("branin", (9.42478 + 5) / 15, 2.475 / 15), 1e-6);
        assertEquals(best("branin"), at("branin", (Math.PI + 5) / 15, 2.275 / 15), 1e-12);
    }

    @Test
    void hartmann_has_its_published_optima() {
        assertEquals(3.86278, at("hartmann3", 0.114614, 0.555649, 0.852547), 1e-5);
        assertEquals(3.32237, at("hartmann6", 0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573), 1e-5);
        assertEquals(best("hartmann3"), climbed("hartmann3", 0.114614, 0.555649, 0.852547), 1e-9);
        assertEquals(
                best("hartmann6"), climbed("hartmann6", 0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573), 1e-9);
    }

    /** The value at the top of the hill that a point lies on, by steps along the axes. */
    private static double climbed(String name, double... from) {
        double[] x = from.clone();
        for (double step = 1e-3; step > 1e-9; step /= 2) {
            for (int i = 0; i < 2 * x.length * 40; i++) {
                double[] to = x.clone();
                to[i / 2 % x.length] += i % 2 == 0 ? step : -step;
                x = at(name, to) > at(name, x) ? to : x;
            }
        }
        return at(name, x);
    }

    @Test
    void ackley_levy_and_rosenbrock_reach_zero() {
        assertEquals(0, at("ackley5", 0.5, 0.5, 0.5, 0.5, 0.5), 1e-12);
        assertEquals(0, at("levy4", 0.55, 0.55, 0.55, 0.55), 1e-12);
        assertEquals(0, at("rosenbrock4", 0.4, 0.4, 0.4, 0.4), 1e-12);
    }

    @Test
    void no_first_point_exceeds_the_optimum() {
        for (String name : List.of("branin", "hartmann3", "hartmann6", "ackley5", "levy4", "rosenbrock4", "mixture4")) {
            TestProblem problem = Data.problems().variant(name).problem();
            for (int seed = 0; seed < 50; seed++) {
                problem.start(seed, 10)
                        .forEach(point -> assertTrue(problem.outcome(point)[0] < best(name), name + " at " + point));
            }
        }
    }

    @Test
    void a_dense_front_has_the_published_hypervolume() {
        HypervolumeGap zdt1 =
                (HypervolumeGap) Data.problems().variant("zdt1").problem().yardstick();
        List<double[]> front = IntStream.rangeClosed(0, 20_000)
                .mapToObj(i -> Fronts.zdt1(i / 20_000.0, 0, 0, 0, 0, 0))
                .toList();
        assertEquals(120.6667, zdt1.largest(), 1e-4);
        assertEquals(zdt1.largest(), zdt1.hypervolume().of(front), 1e-3);
    }

    @Test
    void the_sphere_of_dtlz2_has_the_published_hypervolume() {
        HypervolumeGap dtlz2 =
                (HypervolumeGap) Data.problems().variant("dtlz2").problem().yardstick();
        List<double[]> front = IntStream.range(0, 60 * 60)
                .mapToObj(i -> Fronts.dtlz2(i / 60 / 59.0, i % 60 / 59.0, 0.5, 0.5, 0.5, 0.5))
                .toList();
        assertEquals(0.8074, dtlz2.largest(), 1e-4);
        assertEquals(dtlz2.largest(), dtlz2.hypervolume().of(front), 0.03);
        assertTrue(dtlz2.hypervolume().of(front) < dtlz2.largest());
    }

    @Test
    void a_mixture_wants_shares_that_add_up_to_one() {
        Surface mixture = (Surface) Data.problems().variant("mixture4").problem();
        mixture.start(3, 5)
                .forEach(point -> assertEquals(
                        1, Arrays.stream(mixture.coordinates(point)).sum(), 1e-12));
        assertThrows(IllegalArgumentException.class, () -> mixture.outcome(Points.of(0.5, 0.5, 0.5, 0.5)));
        assertEquals(1, mixture.problem().space().mixtures().size());
    }

    @Test
    void the_surface_of_the_mixture_follows_the_rows_it_was_not_fitted_to() {
        Pool pool = (Pool) Data.problems().variant("olympus_photo_wf3").problem();
        RidgeFit fit = ProblemSet.fit(pool);
        double left = 0;
        for (int row = 1; row < pool.size(); row += 3) {
            left += Math.pow(fit.at(coordinates(pool, row))[0] - pool.outcome(row)[0], 2);
        }
        double spread = pool.spread() * pool.spread() * (pool.size() / 3);
        assertTrue(1 - left / spread > 0.7, "R² " + (1 - left / spread));
    }

    private static double[] coordinates(Pool pool, int row) {
        return pool.candidate(row).names().stream()
                .mapToDouble(name -> pool.candidate(row).quantity(name).value())
                .toArray();
    }

    @Test
    void a_point_outside_of_the_cube_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> at("branin", 1.01, 0));
        assertThrows(IllegalArgumentException.class, () -> at("branin", Double.NaN, 0));
    }

    @Test
    void points_and_coordinates_are_each_others_inverse() {
        assertArrayEquals(new double[] {0.25, 0.5}, Points.coordinates(Points.of(0.25, 0.5), 2));
    }
}
