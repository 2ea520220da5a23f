package org.busbar.optimizers.bayes.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final Model MODEL = new Listed(new double[] {0, 1, 2, 0.5}, new double[] {1, 0.5, 0.1, 2});
    private static final Scene SCENE = Scene.of(List.of(MODEL), Listed.rows(2), Listed.rows(4));

    private static double[] worth(Acquisition acquisition, Scene scene) throws InterruptedException {
        return acquisition.weigh(scene.outlook()).of(Listed.rows(4));
    }

    @Test
    void bound_is_the_mean_and_some_deviations() throws Exception {
        assertArrayEquals(new double[] {2, 2, 2.2, 4.5}, worth(new UpperConfidenceBound(), SCENE), 1e-15);
        assertArrayEquals(
                new double[] {3, 2.5, 2.3, 6.5}, worth(new UpperConfidenceBound(), SCENE.with("beta", 9)), 1e-15);
        Outlook outlook = SCENE.outlook();
        Outlook hebo = set(outlook, Values.of("schedule", new Text("hebo")));
        double kappa = Math.sqrt(2.5 * Math.log(2) + Math.log(Math.PI * Math.PI / 0.01));
        assertEquals(kappa, new UpperConfidenceBound().weigh(hebo).of(new double[][] {{0}})[0], 1e-12);
        Outlook both = set(outlook, hebo.settings().with("beta", Quantity.of(9, "1")));
        assertThrows(IllegalArgumentException.class, () -> new UpperConfidenceBound().weigh(both));
    }

    private static Outlook set(Outlook o, Values settings) {
        return new Outlook(
                o.models(), o.tried(), o.values(), o.feasible(), o.awaited(), o.sites(), o.reference(), settings, 7);
    }

    @Test
    void mixed_rule_adds_mean_and_variance() throws Exception {
        assertArrayEquals(new double[] {0.8, 0.4, 0.408, 3.3}, worth(new MixedRule(), SCENE.with("alpha", 0.2)), 1e-15);
    }

    @Test
    void probability_is_that_of_passing_the_best_by_the_margin() throws Exception {
        double[] worth = worth(new ProbabilityOfImprovement(), SCENE.with("xi", 0.5));
        assertEquals(Math.log(0.5), worth(new ProbabilityOfImprovement(), SCENE.with("xi", 0))[1], 1e-14);
        assertEquals(Math.log(0.15865525393145705), worth[1], 1e-12);
    }

    @Test
    void target_range_takes_one_limit_or_two() throws Exception {
        double[] worth = worth(new TargetRange(), SCENE.with("lower", -1).with("upper", 1));
        assertEquals(Math.log(0.6826894921370859), worth[0], 1e-12);
        assertEquals(Math.log(0.5), worth(new TargetRange(), SCENE.with("upper", 1))[1], 1e-12);
        assertTrue(worth[2] < worth[1]);
        assertThrows(IllegalArgumentException.class, () -> worth(new TargetRange(), SCENE));
        assertThrows(
                IllegalArgumentException.class,
                () -> worth(new TargetRange(), SCENE.with("lower", 1).with("upper", 1)));
    }

    @Test
    void variance_is_summed_over_objectives() throws Exception {
        Scene two = Scene.of(List.of(MODEL, MODEL), Listed.rows(2), Listed.rows(4));
        assertEquals(Math.log(8), worth(new LargestVariance(), two)[3], 1e-14);
        assertEquals(Math.log(4), worth(new LargestVariance(), SCENE)[3], 1e-14);
    }

    @Test
    void integrated_variance_is_what_a_measurement_takes_away() throws Exception {
        Scene scene = Scene.smooth(0.1, new double[] {-0.4, 1.1, 0.9, 1, -0.9});
        double[] row = {0.62, 0.55};
        double log = new IntegratedVariance().weigh(scene.outlook()).of(new double[][] {row})[0];
        double[][] places = Sites.and(Scene.SITES, new double[][] {row});
        Model model = scene.outlook().models().get(0);
        double lowered = total(model, places) - total(model.with(row, 0.3), places);
        assertEquals(lowered / 7, Math.exp(log), 1e-7);
    }

    private static double total(Model model, double[][] places) {
        double total = 0;
        for (double deviation : model.predict(places).deviations()) {
            total += deviation * deviation;
        }
        return total;
    }

    @Test
    void integrated_variance_without_covariances_is_that_of_the_row() throws Exception {
        double[] worth = worth(new IntegratedVariance(), Scene.of(List.of(MODEL), Listed.rows(2), new double[0][]));
        assertArrayEquals(new double[] {0, Math.log(0.25), Math.log(0.01), Math.log(4)}, worth, 1e-12);
    }

    @Test
    void improvement_of_equally_likely_models_is_their_mean() throws Exception {
        Model one = new Listed(new double[] {0, 1, 0}, new double[] {0, 0, 1});
        Model other = new Listed(new double[] {2, 0, 0}, new double[] {0, 0, 1});
        Scene scene = Scene.of(List.of(new Ensemble(List.of(one, other))), Listed.rows(2), Listed.rows(3));
        double mean = (Math.exp(Improvement.log(0, 1, 1)) + Math.exp(Improvement.log(0, 1, 2))) / 2;
        double log = new LogExpectedImprovement().weigh(scene.outlook()).of(new double[][] {{2}})[0];
        assertEquals(Math.log(mean), log, 1e-13);
    }

    @Test
    void scalarization_weighs_the_least_and_the_sum() throws Exception {
        Scalarization even = new Scalarization(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {2, 1});
        double[] partials = new double[2];
        assertEquals(0.25 + 0.05 * (0.25 + 0.5), even.of(new double[] {1, 2}, partials), 1e-15);
        assertArrayEquals(new double[] {0.2625, 0.025}, partials, 1e-15);
        Scalarization.Moments sure = even.moments(new double[] {1, 2}, new double[2], new double[][] {{1, 2}, {3, -1}});
        assertEquals(0.2875, sure.mean(), 1e-15);
        assertEquals(0, sure.deviation());
    }

    @Test
    void other_seeds_look_at_other_parts_of_the_front() throws Exception {
        Model rising = new Listed(new double[] {0, 1, 0, 1.2}, new double[] {0, 0, 0.3, 0.3});
        Model falling = new Listed(new double[] {1, 0, 1.2, 0}, new double[] {0, 0, 0.3, 0.3});
        Scene scene = Scene.of(List.of(rising, falling), Listed.rows(2), Listed.rows(4));
        boolean[] chosen = new boolean[2];
        for (int seed = 0; seed < 20; seed++) {
            double[] worth =
                    new RandomChebyshev().weigh(scene.seed(seed).outlook()).of(new double[][] {{2}, {3}});
            chosen[worth[0] > worth[1] ? 0 : 1] = true;
        }
        assertArrayEquals(new boolean[] {true, true}, chosen);
    }

    @Test
    void settings_that_are_none_are_refused() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> worth(new UpperConfidenceBound(), SCENE.with("bta", 1)))
                .getMessage();
        assertEquals("The acquisition ucb has no setting bta; it has [beta, schedule]", message);
        assertThrows(IllegalArgumentException.class, () -> worth(new MixedRule(), SCENE.with("alpha", 2)));
    }
}
