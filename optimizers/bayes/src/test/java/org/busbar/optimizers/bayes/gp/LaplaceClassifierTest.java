package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LaplaceClassifierTest {

    private final double[][] rows = Surface.sample(40, 2, 8).rows();

    private boolean[] successes() {
        boolean[] successes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            successes[i] = rows[i][0] + rows[i][1] / 2 < 0.8;
        }
        return successes;
    }

    /** Computed apart from this program, with a root finder of 40 digits. */
    @Test
    void mode_and_evidence_agree_with_a_computation_of_40_digits() {
        double[][] covariance = {{4, 1.5, 0.25}, {1.5, 4, 1}, {0.25, 1, 4}};
        LaplaceMode mode = LaplaceMode.find(covariance, new double[] {1, -1, 1});
        assertEquals(-2.30876052922362141, mode.evidence(), 1e-9);
        assertArrayEquals(
                new double[] {0.272510561839426861, -0.384221982772582978, 0.250990908979876354},
                mode.gradient(),
                1e-9);
    }

    @Test
    void learns_where_trials_fail() {
        LaplaceClassifier classifier = LaplaceClassifier.fit(2, rows, successes());
        double[] probabilities = classifier.probabilities(new double[][] {{0.05, 0.1}, {0.95, 0.95}, {0.55, 0.5}});
        assertTrue(probabilities[0] > 0.9 && probabilities[1] < 0.1, probabilities[0] + ", " + probabilities[1]);
        assertTrue(probabilities[2] > 0.2 && probabilities[2] < 0.8, "at the border " + probabilities[2]);
    }

    @Test
    void far_from_all_trials_the_probability_is_that_of_all() {
        boolean[] successes = successes();
        int count = 0;
        for (boolean success : successes) {
            count += success ? 1 : 0;
        }
        double far = LaplaceClassifier.fit(2, rows, successes).probabilities(new double[] {1e4, 1e4})[0];
        double odds = (count + 1.0) / (rows.length - count + 1.0);
        assertTrue(Math.abs(far - 0.5) <= Math.abs(odds / (1 + odds) - 0.5) + 1e-12 && (far > 0.5) == (odds > 1));
    }

    @Test
    void slope_of_the_log_probability_is_that_of_finite_differences() {
        LaplaceClassifier classifier = LaplaceClassifier.fit(2, rows, successes());
        for (double[] row : new double[][] {{0.5, 0.5}, {0.9, 0.2}, {0.1, 1.2}}) {
            double[] slope = new double[2];
            double log = classifier.at(row, slope);
            assertEquals(Math.log(classifier.probabilities(row)[0]), log, 1e-12);
            Surface.assertSlope(x -> classifier.at(x, new double[2]), row, slope, 1e-6);
        }
    }

    @Test
    void without_trials_everything_is_one_half() {
        LaplaceClassifier classifier = LaplaceClassifier.fit(2, new double[0][], new boolean[0]);
        assertEquals(0.5, classifier.probabilities(new double[] {0.3, 0.4})[0], 1e-12);
    }

    @Test
    void successes_alone_give_no_certainty_but_confidence() {
        boolean[] all = new boolean[rows.length];
        Arrays.fill(all, true);
        double probability = LaplaceClassifier.fit(2, rows, all).probabilities(new double[] {0.5, 0.5})[0];
        assertTrue(probability > 0.9 && probability < 1, "probability " + probability);
    }

    @Test
    void contradicting_trials_of_one_row_are_even_odds() {
        double[][] same = {{0.5}, {0.5}, {0.5}, {0.5}};
        boolean[] mixed = {true, false, true, false};
        assertEquals(0.5, LaplaceClassifier.fit(1, same, mixed).probabilities(new double[] {0.5})[0], 1e-9);
    }

    @Test
    void refuses_what_is_not_finite() {
        double[][] bad = {{0.5}, {Double.NaN}};
        assertThrows(IllegalArgumentException.class, () -> LaplaceClassifier.fit(1, bad, new boolean[2]));
    }
}
