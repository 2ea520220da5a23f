package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.junit.jupiter.api.Test;

class TailTest {

    private final Tail tail = new Tail();

    private void add(long from, long to, String reason) {
        for (long n = from; n <= to; n++) {
            tail.add(new Recorded(n, new LabEvent.Faulted(Instant.EPOCH, "a", reason)));
        }
    }

    private List<Long> after(long number) {
        List<Long> numbers = new ArrayList<>();
        for (Telling next = tail.after(number);
                next != null;
                next = tail.after(next.recorded().number())) {
            numbers.add(next.recorded().number());
        }
        return numbers;
    }

    @Test
    void nothing_is_kept_for_nobody() {
        add(1, 5, "");
        assertNull(tail.after(0));
        tail.join();
        assertNull(tail.after(5));
        add(6, 7, "");
        assertNull(tail.after(4));
        assertTrue(tail.hasLost(4), "5 was never kept");
        assertFalse(tail.hasLost(5));
        assertEquals(List.of(6L, 7L), after(5));
        tail.leave();
        assertNull(tail.after(5));
    }

    @Test
    void the_text_is_made_once() {
        tail.join();
        add(1, 1, "x");
        assertSame(tail.after(0).bytes(), tail.after(0).bytes());
    }

    @Test
    void the_oldest_go_first() {
        tail.join();
        add(1, Tail.MOST + 10, "x");
        assertTrue(tail.hasLost(9));
        assertEquals(LongStream.rangeClosed(11, Tail.MOST + 10).boxed().toList(), after(10));
    }

    @Test
    void large_texts_push_others_out_early() {
        tail.join();
        String mebibyte = "x".repeat(1 << 20);
        for (int n = 1; n <= 40; n++) {
            add(n, n, mebibyte);
            tail.after(n - 1).bytes();
        }
        assertTrue(tail.hasLost(20));
        int kept = after(34).size();
        assertEquals(6, kept);
    }

    @Test
    void a_gap_is_not_passed_over() {
        tail.join();
        add(1, 3, "");
        add(7, 8, "");
        assertTrue(tail.hasLost(2));
        assertEquals(List.of(7L, 8L), after(6));
    }
}
