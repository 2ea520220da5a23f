package org.busbar.optimizers.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ForestTest {

    /** On [0, 0.4] values scatter by 0.1, on [0.6, 1] by 1; between them there are none, and the level changes. */
    @Test
    void noise_is_aleatoric_and_want_of_data_epistemic() {
        Random random = new Random(7);
        double[][] x = new double[400][];
        double[] y = new double[400];
        for (int i = 0; i < x.length; i++) {
            boolean noisy = i % 2 == 1;
            x[i] = new double[] {random.nextDouble() * 0.4 + (noisy ? 0.6 : 0)};
            y[i] = (noisy ? 4 : 0) + (noisy ? 1 : 0.1) * random.nextGaussian();
        }
        Forest forest = Forest.fit(x, y, 20, new SplittableRandom(1));
        Prediction quiet = forest.predict(new double[] {0.2});
        Prediction noisy = forest.predict(new double[] {0.8});
        Prediction unknown = forest.predict(new double[] {0.5});
        assertEquals(0.1, Math.sqrt(quiet.aleatoric()), 0.05);
        assertEquals(1, Math.sqrt(noisy.aleatoric()), 0.3);
        assertTrue(noisy.epistemic() < noisy.aleatoric() / 2, noisy.toString());
        assertTrue(unknown.epistemic() > 5 * noisy.epistemic(), unknown.toString());
        assertEquals(2, unknown.mean(), 0.6); // thresholds are drawn, so half the trees side with each neighbour
    }

    @Test
    void one_generator_gives_one_forest_and_another_gives_another() {
        double[][] x = {{0, 0}, {0.2, 1}, {0.5, 0.4}, {0.7, 0.1}, {1, 0.9}};
        double[] y = {0, 1, 3, 2, -1};
        double[] at = {0.6, 0.3};
        Prediction first = Forest.fit(x, y, 1, new SplittableRandom(1)).predict(at);
        assertEquals(first, Forest.fit(x, y, 1, new SplittableRandom(1)).predict(at));
        assertNotEquals(first, Forest.fit(x, y, 1, new SplittableRandom(2)).predict(at));
    }

    @Test
    void a_single_point_and_equal_points_are_predicted_as_they_are() {
        Prediction one = Forest.fit(new double[][] {{0.5}}, new double[] {3}, 1, new SplittableRandom(1))
                .predict(new double[] {0});
        assertEquals(new Prediction(3, 0, 0).mean(), one.mean(), 1e-12);
        double[][] same = new double[6][1];
        Prediction flat = Forest.fit(same, new double[] {1, 2, 3, 1, 2, 3}, 1, new SplittableRandom(1))
                .predict(new double[] {0});
        assertEquals(2, flat.mean(), 0.2);
    }

    @Test
    void rests_on_no_native_library() {
        for (String name : new String[] {"org.bytedeco.openblas.global.openblas", "org.bytedeco.javacpp.Loader"}) {
            assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
        }
        double[][] x = new double[50][];
        Arrays.setAll(x, i -> new double[] {i / 50.0, i % 7 / 7.0, i % 3 / 3.0});
        double[] y = Arrays.stream(x).mapToDouble(row -> row[0]).toArray();
        double predicted =
                Forest.fit(x, y, 2, new SplittableRandom(1)).predict(x[25]).mean();
        assertEquals(0.5, predicted, 0.1);
    }

    @Test
    void total_variance_is_the_sum_of_its_parts() {
        assertEquals(5, new Prediction(1, 2, 3).total());
    }
}
