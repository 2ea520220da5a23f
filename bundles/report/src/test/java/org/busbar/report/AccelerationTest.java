package org.busbar.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.campaign.Study;
import org.junit.jupiter.api.Test;

class AccelerationTest {

    private static String sentence(double factor, double low, double high) {
        return Acceleration.sentences(Made.study(factor, low, high)).get(0);
    }

    @Test
    void a_line_tells_factor_interval_target_and_tries() {
        assertEquals(
                List.of("3.1 (95 % 2.4 to 4.0) to the best row: 16.3 tries instead of 50.5 (forest)"),
                Acceleration.lines(Made.study(3.1, 2.4, 4)));
    }

    @Test
    void the_words_follow_the_interval_and_not_the_factor() {
        assertTrue(sentence(3.1, 2.4, 4).contains("is faster than random"));
        assertTrue(sentence(0.5, 0.4, 0.8).contains("is slower than random"));
        assertTrue(sentence(1.4, 0.9, 2.1).contains("not distinguishable from random"));
    }

    @Test
    void a_factor_that_could_not_be_found_is_said_to_be_unknown() {
        Study study = Made.study(Double.NaN, Double.NaN, Double.NaN);
        assertEquals(
                "unknown (95 % unknown to unknown)",
                Acceleration.factor(study.targets().get(0)));
    }
}
