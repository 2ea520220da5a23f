package org.busbar.api.analysis;

import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.REJECTED;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

class QualityTest {

    private static final Quality DOUBTED =
            Quality.ok().flag(SUSPICIOUS, "kk_suspicious: autocorrelation 0.8").flag(OK, "at_bound: alpha = 1");

    @Test
    void is_read_as_it_was_written() {
        assertEquals(new Text("suspicious; kk_suspicious: autocorrelation 0.8; at_bound: alpha = 1"), DOUBTED.text());
        assertEquals(Optional.of(DOUBTED), Quality.parse(DOUBTED.text()));
        assertEquals(
                Optional.of(Quality.ok()),
                Quality.of(Values.of("quality", Quality.ok().text())));
    }

    @Test
    void is_as_bad_as_its_worst_part() {
        Quality bad = Quality.ok().flag(REJECTED, "kk_violation: 1.5 % at 6 Hz");
        assertEquals(REJECTED, DOUBTED.and(bad).level());
        assertEquals(REJECTED, bad.and(DOUBTED).level());
        assertEquals(3, bad.and(DOUBTED).flags().size());
    }

    @Test
    void knows_its_flags_by_their_words() {
        assertTrue(DOUBTED.has("at_bound"));
        assertFalse(DOUBTED.has("kk"));
    }

    @Test
    void is_not_read_from_what_people_say() {
        assertEquals(Optional.empty(), Quality.parse(new Text("good")));
        assertEquals(Optional.empty(), Quality.parse(new Text("ok;no")));
        assertEquals(Optional.empty(), Quality.of(Values.none()));
    }

    @Test
    void has_no_flags_that_could_not_be_read_again() {
        assertThrows(IllegalArgumentException.class, () -> new Quality(OK, List.of("a; b")));
        assertThrows(IllegalArgumentException.class, () -> new Quality(OK, List.of(" ")));
    }
}
