package org.busbar.optimizers.bayes.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

class ExpectedHypervolumeImprovementTest {

    private static final Acquisition EHVI = new ExpectedHypervolumeImprovement();

    /** The value is that of the formula of Yang et al. for minimisation, checked there by Monte Carlo; signs are turned. */
    @Test
    void two_objectives_give_the_value_known() throws Exception {
        Model first = new Listed(new double[] {-3, -2, -1, -1.7}, new double[] {0, 0, 0, 0.6});
        Model second = new Listed(new double[] {-1, -2, -3, -1.5}, new double[] {0, 0, 0, 0.9});
        Scene scene =
                Scene.of(List.of(first, second), Listed.rows(3), Listed.rows(3)).from(-4, -4);
        double log = EHVI.weigh(scene.outlook()).of(new double[][] {{3}})[0];
        assertEquals(1.41997, Math.exp(log), 5e-6);
    }

    @Test
    void three_and_four_objectives_agree_with_draws() throws Exception {
        for (int m = 3; m <= 4; m++) {
            Scene scene = cloud(m);
            double exact = Math.exp(EHVI.weigh(scene.outlook()).of(new double[][] {{6}})[0]);
            double[] drawn = drawn(scene, 20_000);
            assertEquals(drawn[0], exact, 4 * drawn[1], m + " objectives");
            assertTrue(drawn[1] < 0.02 * exact);
        }
    }

    private static Scene cloud(int objectives) {
        Keyed keyed = Keyed.of(5, objectives);
        List<Model> models = new ArrayList<>();
        for (int m = 0; m < objectives; m++) {
            double[] means = new double[7];
            Arrays.setAll(means, i -> i == 6 ? 0.6 : keyed.uniform());
            models.add(new Listed(means, new double[] {0, 0, 0, 0, 0, 0, 0.4}));
        }
        double[] reference = new double[objectives];
        return Scene.of(models, Listed.rows(6), Listed.rows(6)).from(reference);
    }

    /** Mean gain of hypervolume and its standard error. */
    private static double[] drawn(Scene scene, int draws) {
        double[] reference = scene.outlook().reference();
        double[][] front =
                Objectives.means(scene.outlook().models(), scene.outlook().tried());
        List<Cell> cells = Cell.beyond(Front.beyond(front, reference), reference);
        Keyed keyed = Keyed.of(9);
        double sum = 0;
        double squares = 0;
        for (int s = 0; s < draws; s++) {
            double[] value = new double[reference.length];
            Arrays.setAll(value, m -> 0.6 + 0.4 * keyed.normal());
            double gain = cells.stream().mapToDouble(cell -> cell.volume(value)).sum();
            sum += gain / draws;
            squares += gain * gain / draws;
        }
        return new double[] {sum, Math.sqrt((squares - sum * sum) / draws)};
    }

    @Test
    void ranks_rows_where_the_gain_is_zero_in_doubles() throws Exception {
        Model first = new Listed(new double[] {0, -60, -50}, new double[] {0, 1, 1});
        Scene scene =
                Scene.of(List.of(first, first), Listed.rows(1), Listed.rows(1)).from(-1, -1);
        double[] worth = EHVI.weigh(scene.outlook()).of(new double[][] {{1}, {2}});
        assertTrue(Math.exp(worth[1]) == 0 && worth[1] > worth[0] && Double.isFinite(worth[0]));
    }

    @Test
    void a_reference_not_stated_lies_a_tenth_below_the_front() {
        Model first = new Listed(new double[] {1, 2, 0.5}, new double[3]);
        Model second = new Listed(new double[] {6, 2, 1}, new double[3]);
        Scene scene = Scene.of(List.of(first, second), Listed.rows(3), Listed.rows(3));
        double[] reference = Reference.of(scene.outlook());
        assertEquals(0.9, reference[0], 1e-15);
        assertEquals(1.6, reference[1], 1e-15);
        assertEquals(-3, Reference.of(scene.from(-3, Double.NaN).outlook())[0]);
    }

    @Test
    void other_numbers_of_objectives_are_refused_with_advice() {
        double[] values = new double[5];
        Scene one = Scene.smooth(0, values);
        Scene five = Scene.smooth(0, values, values, values, values, values);
        for (Scene scene : List.of(one, five)) {
            String message = assertThrows(IllegalArgumentException.class, () -> EHVI.weigh(scene.outlook()))
                    .getMessage();
            assertTrue(message.contains("ehvi judges two to four objectives, not") && message.contains("chebyshev"));
        }
        assertThrows(IllegalArgumentException.class, () -> new RandomChebyshev().weigh(one.outlook()));
        assertThrows(IllegalArgumentException.class, () -> new LogExpectedImprovement().weigh(five.outlook()));
    }
}
