package org.busbar.inventory;

import static org.busbar.inventory.Stockroom.drawn;
import static org.busbar.inventory.Stockroom.made;
import static org.busbar.inventory.Stockroom.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Stock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservationsTest {

    @TempDir
    Path folder;

    private Stockroom room;

    @BeforeEach
    void open() {
        room = new Stockroom(folder);
        room.supply("acid", "10 mL");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Optional<String> reserve(String step, Effect... effects) {
        return room.inventory.reserve(step, List.of(effects));
    }

    private void assertKept(String step, Effect... effects) {
        assertEquals(Optional.empty(), reserve(step, effects));
    }

    private void assertRefused(String why, Effect... effects) {
        assertEquals(Optional.of(why), reserve("r/x", effects));
    }

    @Test
    void what_is_kept_is_there_for_no_other_step() {
        assertKept("r/a", used("acid", "0.007 L"));
        assertEquals("10 mL", room.level("acid"));
        assertRefused(
                "Stock acid has 3 mL left beside the 7 mL kept for other steps, but 4 mL are needed:"
                        + " supply acid or use less",
                used("acid", "4 mL"));
        room.inventory.settle("r/a", List.of());
        assertKept("r/x", used("acid", "4 mL"));
    }

    @Test
    void uses_of_one_step_are_added_up() {
        assertRefused(
                "Stock acid has 10 mL left, but 10.5 mL are needed: supply acid or use less",
                used("acid", "6 mL"),
                used("acid", "4500 uL"));
    }

    @Test
    void a_step_is_kept_for_wholly_or_not_at_all() {
        room.supply("salt", "1 g");
        assertRefused(
                "Stock salt has 1 g left, but 2 g are needed: supply salt or use less;"
                        + " There is no stock base, of which 3 mL are needed: supply base or use another stock",
                used("acid", "10 mL"),
                used("salt", "2 g"),
                used("base", "3 mL"));
        assertKept("r/a", used("acid", "10 mL"));
    }

    @Test
    void the_same_step_again_takes_the_place_of_what_was_kept_for_it() {
        assertKept("r/a", used("acid", "8 mL"));
        assertKept("r/a", used("acid", "8 mL"));
        assertKept("r/a", used("acid", "9 mL"));
        assertTrue(reserve("r/a", used("acid", "11 mL")).isPresent());
        assertTrue(reserve("r/b", used("acid", "2 mL")).isPresent(), "the refusal let go what was kept before");
        assertKept("r/b", used("acid", "1 mL"));
        assertKept("r/a");
        assertKept("r/c", used("acid", "9 mL"));
    }

    @Test
    void an_expired_stock_is_refused_with_its_lot() {
        Instant expires = Stockroom.NOW;
        Stock old = new Stock("salt", Quantity.of(9, "g"), Quantity.of(0, "g"), "B-7", Optional.of(expires));
        room.inventory.supply(old, "anna");
        assertRefused(
                "Stock salt, lot B-7, expired at 2026-06-01T12:00:00Z: supply salt of a fresh lot or use another stock",
                used("salt", "1 g"));
        room.inventory.supply(
                new Stock("salt", old.level(), old.low(), "B-8", Optional.of(expires.plusSeconds(1))), "anna");
        assertKept("r/x", used("salt", "1 g"));
    }

    @Test
    void needs_that_are_no_amounts_of_the_stock_are_refused() {
        assertTrue(reserve("r/x", used("acid", "1 g")).orElseThrow().contains("1 g does not convert to mL"));
        assertTrue(reserve("r/x", used("acid", "NaN mL")).orElseThrow().contains("NaN mL is no amount"));
        assertTrue(reserve("r/x", used("acid", "-3 mL")).orElseThrow().contains("-3 mL is no amount"));
        assertTrue(reserve("r/x", used("acid", "Infinity mL")).orElseThrow().contains("Infinity mL is no amount"));
    }

    @Test
    void a_sample_is_kept_like_a_stock() {
        room.enter(made("s", "3 mL"));
        assertKept("r/a", drawn("s", "2 mL"));
        assertRefused(
                "Sample s has 1 mL left beside the 2 mL kept for other steps, but 2 mL are needed:"
                        + " use less or another sample",
                drawn("s", "2 mL"));
        assertTrue(reserve("r/x", drawn("s", "2 g")).orElseThrow().contains("2 g does not convert to mL"));
        room.done("a", drawn("s", "1 mL"));
        assertKept("r/x", drawn("s", "2 mL"));
    }

    @Test
    void samples_that_are_not_certainly_there_are_refused() {
        assertRefused(
                "Nothing can be drawn from sample s, of which 1 mL are needed, since it is not on the books:"
                        + " use another sample or enter it as made",
                drawn("s", "1 mL"));
        room.enter(made("s", "3 mL"));
        room.lost("a", new Effect.Moved("s", "cell"));
        assertRefused(
                "Nothing can be drawn from sample s, which is unverified since 2026-06-01T12:00:00Z:"
                        + " look at it and enter what is there",
                drawn("s", "1 mL"));
        room.enter(new Effect.Ended("s"));
        assertTrue(reserve("r/x", drawn("s", "1 mL")).orElseThrow().contains("it ended at 2026-06-01T12:00:00Z"));
    }

    @Test
    void a_step_may_draw_from_what_it_makes_itself() {
        assertKept("r/a", made("s", "3 mL"), drawn("s", "1 mL"), used("acid", "3 mL"));
    }

    @Test
    void other_effects_are_passed_over() {
        assertKept("r/a", new Effect.Moved("s", "cell"), new Effect.Ended("t"));
    }

    @Test
    void a_thousand_steps_at_once_never_use_more_than_there_is() {
        AtomicInteger kept = new AtomicInteger();
        AtomicInteger settled = new AtomicInteger();
        IntStream.range(0, 1000).parallel().forEach(i -> {
            String step = "r/" + i;
            if (reserve(step, used("acid", "0.1 mL")).isEmpty()) {
                kept.incrementAndGet();
                boolean works = i % 3 != 0;
                settled.addAndGet(works ? 1 : 0);
                room.inventory.settle(step, works ? List.of(used("acid", "0.1 mL")) : List.of());
            }
            assertTrue(room.inventory.stocks().get(0).level().value() >= 0);
        });
        assertEquals(100, settled.get());
        assertTrue(kept.get() >= 100);
        assertEquals("0 mL", room.level("acid"));
        assertTrue(reserve("r/x", used("acid", "0.1 mL")).isPresent());
    }

    @Test
    void a_thousand_steps_under_way_together_are_kept_no_more_than_there_is() {
        long kept = IntStream.range(0, 1000)
                .parallel()
                .filter(i -> reserve("r/" + i, used("acid", "0.1 mL")).isEmpty())
                .count();
        assertEquals(100, kept);
        IntStream.range(0, 1000).parallel().forEach(i -> room.inventory.settle("r/" + i, List.of()));
        assertKept("r/x", used("acid", "10 mL"));
    }
}
