package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferWindowTest {

    private static final Duration LENGTH = Duration.ofSeconds(2);

    private Instant now = Instant.EPOCH;
    private final OfferWindow window = new OfferWindow(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("it has none");
        }
    });

    private Set<String> withheld(String tenant) {
        return window.withheld(List.of("r"), tenant, LENGTH);
    }

    private void later(long ms) {
        now = now.plusMillis(ms);
    }

    @Test
    void the_first_who_is_shown_a_request_has_it_for_itself_for_a_while() {
        assertEquals(Set.of(), withheld("a"));
        assertEquals(Set.of("r"), withheld("b"));
        later(1999);
        assertEquals(Set.of("r"), withheld("b"));
        later(1);
        assertEquals(Set.of(), withheld("b"));
        assertEquals(Set.of("r"), withheld("a"), "now it is the turn of the other");
    }

    @Test
    void looking_again_does_not_make_the_time_longer() {
        withheld("a");
        later(1500);
        assertEquals(Set.of(), withheld("a"));
        later(500);
        assertEquals(Set.of(), withheld("a"), "it may still take it");
        assertEquals(Set.of(), withheld("b"));
    }

    @Test
    void what_is_not_pending_any_more_is_forgotten_in_the_end() {
        for (int i = 0; i < 2000; i++) {
            window.withheld(List.of("r" + i), "a", LENGTH);
        }
        window.forgetOld(List.of("r1"));
        assertEquals(Set.of("r1"), window.withheld(List.of("r0", "r1"), "b", LENGTH));
    }
}
