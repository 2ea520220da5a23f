package org.busbar.optimizers.bayes.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ImprovementTest {

    /** mean, deviation, best, logarithm; computed with mpmath 1.3 at 300 digits. */
    private static final double[][] KNOWN = {
        {0, 1, 0, -0.91893853320467274178},
        {-3, 0.5, 1, -37.815511442252578309},
        {0.5, 2, 0.25, -0.073528215525203053821},
        {-10, 0.25, 0, -809.68486271773985086},
        {-1000, 1, 0, -500014.73445209115845}
    };

    @Test
    void is_exact_far_into_the_tail() {
        for (double[] known : KNOWN) {
            double log = Improvement.log(known[0], known[1], known[2]);
            assertEquals(known[3], log, 1e-13 * Math.max(1, Math.abs(known[3])));
        }
    }

    @Test
    void is_certain_or_nothing_without_deviation() {
        assertEquals(Math.log(2), Improvement.log(3, 0, 1), 1e-15);
        assertEquals(Double.NEGATIVE_INFINITY, Improvement.log(1, 0, 1));
        assertEquals(Double.NEGATIVE_INFINITY, Improvement.log(0, 0, 1));
        assertEquals(Math.log(2), Improvement.log(3, 1e-300, 1), 1e-15);
        assertEquals(Double.NEGATIVE_INFINITY, Improvement.log(0, 1e-300, 1));
        assertArrayEquals(new double[] {0.5, 0}, new Improvement(1).partials(3, 0));
        assertArrayEquals(new double[2], new Improvement(1).partials(0, 1e-300));
    }

    @Test
    void scores_change_as_their_partials_say() {
        Score[] scores = {
            new Improvement(0.3),
            new Excess(0.4),
            new Within(-0.2, 0.5),
            new Within(0.1, Double.POSITIVE_INFINITY),
            new Within(0.1, 0.10001),
            new Weighted(0.3, 0.2, 0.5)
        };
        double[][] at = {{0.1, 0.4}, {-6, 0.2}, {4, 0.3}, {0.3, 1e-2}};
        double h = 1e-6;
        for (Score score : scores) {
            for (double[] p : at) {
                double[] partials = score.partials(p[0], p[1]);
                double s = h * p[1];
                double byMean = (score.at(p[0] + s, p[1]) - score.at(p[0] - s, p[1])) / (2 * s);
                double byDeviation = (score.at(p[0], p[1] + s) - score.at(p[0], p[1] - s)) / (2 * s);
                assertEquals(byMean, partials[0], 1e-4 * (1 + Math.abs(byMean)), score + " at " + p[0]);
                assertEquals(byDeviation, partials[1], 1e-4 * (1 + Math.abs(byDeviation)), score + " at " + p[0]);
            }
        }
    }

    @Test
    void explores_where_the_gain_is_in_what_is_unknown() {
        assertEquals(1, Improvement.exploration(0, 1, 0));
        assertEquals(1, Improvement.exploration(-50, 1, 0));
        assertEquals(0, Improvement.exploration(2, 0, 0));
        assertEquals(0, Improvement.exploration(-2, 0, 0));
        double half = Improvement.exploration(0.5, 1, 0);
        assertTrue(half > 0.2 && half < 0.5, "share " + half);
        assertEquals(0, Improvement.exploration(9, 1, 0), 1e-12);
    }

    /** Computed with mpmath 1.3 at 300 and 900 digits. */
    @Test
    void mass_of_an_interval_is_exact_in_both_tails() {
        assertEquals(-15.068446096529453352, Logs.mass(5, 6), 1e-12);
        assertEquals(-15.068446096529453352, Logs.mass(-6, -5), 1e-12);
        assertEquals(-765.08315656437754441, Logs.mass(-40, -39), 1e-10);
        assertEquals(-0.20016629432446257995, Logs.mass(-1, 2), 1e-14);
        assertEquals(-62.431913997774900745, Logs.mass(10, 10.00001), 1e-9);
        assertEquals(0, Logs.mass(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, Logs.mass(1, 1));
        assertEquals(Double.NEGATIVE_INFINITY, Logs.mass(-1e300, -1e299));
    }
}
