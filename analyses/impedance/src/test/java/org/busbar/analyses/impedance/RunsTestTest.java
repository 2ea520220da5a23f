package org.busbar.analyses.impedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunsTestTest {

    /** 6 positive and 6 negative: 7 runs expected, variance 7*... = 2.72727. */
    @Test
    void counts_runs() {
        RunsTest test = RunsTest.of(new double[] {1, 1, -1, 1, -1, -1, -1, 1, 1, -1, -1, 1});
        assertEquals(7, test.runs());
        assertEquals(7, test.expected());
        assertEquals(0, test.deviation());
        assertEquals((2 - 7) / Math.sqrt(30 / 11.0), RunsTest.of(halves(6)).deviation(), 1e-12);
    }

    @Test
    void rejects_a_trend_and_not_an_alternation() {
        assertTrue(RunsTest.of(halves(20)).rejects());
        assertFalse(
                RunsTest.of(IntStream.range(0, 40).mapToDouble(i -> i % 2 - 0.5).toArray())
                        .rejects());
        assertFalse(RunsTest.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}).rejects());
    }

    @Test
    void noise_is_rejected_about_once_in_a_thousand() {
        Random random = new Random(5);
        long rejected = IntStream.range(0, 10_000)
                .filter(i -> RunsTest.of(random.doubles(41, -1, 1).toArray()).rejects())
                .count();
        assertTrue(rejected <= 20, () -> rejected + " of 10000");
    }

    private static double[] halves(int size) {
        return IntStream.range(0, 2 * size).mapToDouble(i -> i < size ? 1 : -1).toArray();
    }
}
