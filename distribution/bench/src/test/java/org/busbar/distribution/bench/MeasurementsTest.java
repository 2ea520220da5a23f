package org.busbar.distribution.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

    @Test
    void a_quantile_is_the_smallest_value_that_so_many_do_not_exceed() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(i -> 101.0 - i).toList();
        Measurements measured = new Measurements(hundred);
        assertEquals(50, measured.quantile(0.5));
        assertEquals(99, measured.quantile(0.99));
        assertEquals(100, measured.quantile(1));
        assertEquals(7, Measurements.of(7).quantile(0.01));
    }

    @Test
    void a_row_of_the_worst_is_missed_if_the_largest_is_too_large() {
        Measurements measured = new Measurements(List.of(1.0, 2.0, 9.0));
        Target target = Target.atMost(5, "ms");
        assertEquals("2 ms (1..9)", Row.of("x", target, measured, "ms", "").measured());
        assertEquals(
                "2 ms (1..9) **missed**",
                Row.worst("x", target, measured, "ms", "").measured());
    }
}
