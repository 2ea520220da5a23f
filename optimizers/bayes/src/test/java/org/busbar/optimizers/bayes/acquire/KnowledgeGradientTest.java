package org.busbar.optimizers.bayes.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

class KnowledgeGradientTest {

    @Test
    void gain_of_lines_agrees_with_draws() {
        Keyed keyed = Keyed.of(2);
        for (int trial = 0; trial < 5; trial++) {
            double[][] lines = new double[12][2];
            for (double[] line : lines) {
                line[0] = 0.5 * keyed.normal();
                line[1] = keyed.normal();
            }
            double most = highest(lines, 0);
            double mean = 0;
            int steps = 20_000;
            for (int i = 0; i < steps; i++) { // the midpoint rule over the normal law
                double z = 8 * (2 * (i + 0.5) / steps - 1);
                mean += (highest(lines, z) - most) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 16 / steps;
            }
            assertEquals(mean, Math.exp(Envelope.logGain(lines)), 1e-6);
        }
    }

    private static double highest(double[][] lines, double z) {
        return Arrays.stream(lines)
                .mapToDouble(line -> line[0] + line[1] * z)
                .max()
                .orElseThrow();
    }

    @Test
    void parallel_lines_gain_nothing_and_far_ones_a_little() {
        assertEquals(Double.NEGATIVE_INFINITY, Envelope.logGain(new double[][] {{0, 1}, {3, 1}}));
        assertEquals(Double.NEGATIVE_INFINITY, Envelope.logGain(new double[][] {{0, 0}}));
        double far = Envelope.logGain(new double[][] {{0, 0}, {-60, 1}});
        assertTrue(Double.isFinite(far) && far < -1800, "log gain " + far);
    }

    @Test
    void is_what_measuring_and_looking_again_gives_on_average() throws Exception {
        Scene scene = Scene.smooth(0.1, new double[] {-0.4, 1.1, 0.9, 1, -0.9});
        double[] row = {0.62, 0.55};
        double log = new KnowledgeGradient().weigh(scene.outlook()).of(new double[][] {row})[0];
        Model model = scene.outlook().models().get(0);
        double[][] places = Sites.and(Sites.and(Scene.SITES, Scene.ROWS), new double[][] {row});
        double before = best(model, places);
        Model.Forecast at = model.predict(new double[][] {row});
        double spread = Math.sqrt(at.deviations()[0] * at.deviations()[0] + 0.1);
        double mean = 0;
        int steps = 400;
        for (int i = 0; i < steps; i++) {
            double z = 6 * (2 * (i + 0.5) / steps - 1);
            double weight = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 12 / steps;
            mean += weight * (best(model.with(row, at.means()[0] + spread * z), places) - before);
        }
        assertEquals(mean, Math.exp(log), 2e-3 * mean);
    }

    private static double best(Model model, double[][] places) {
        return Arrays.stream(model.predict(places).means()).max().orElseThrow();
    }
}
