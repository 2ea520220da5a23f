package org.busbar.drivers.described;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.junit.jupiter.api.Test;

class ActionsTest {

    private static final String TWO_STEPS = "go:\n  does: [{ask: A}, {ask: B}]";
    private static final String WAITING = "go:\n  does: [{ask: A}, {wait: 60 s}, {ask: B}]";

    @Test
    void steps_are_done_in_their_order() throws Exception {
        Toy toy = Toy.of(TWO_STEPS, any -> "");
        toy.perform("go", Values.none());
        assertEquals(List.of("A", "B"), toy.heard);
    }

    @Test
    void a_wait_may_be_given() throws Exception {
        Toy toy = Toy.of("go:\n  takes: {t: {unit: s, min: 0, max: 9}}\n  does: {wait: '{t} + 1 ms'}", any -> "");
        long start = System.nanoTime();
        toy.perform("go", Values.of("t", Quantity.of(20, "ms")));
        assertTrue(System.nanoTime() - start >= 21_000_000, "did not wait");
    }

    @Test
    void a_refusal_is_one_also_where_nothing_is_expected() throws Exception {
        Toy toy = Toy.of("go:\n  does: {ask: GO, refused: 'E.*'}", any -> "E7");
        DeviceException e = assertThrows(DeviceException.class, () -> toy.perform("go", Values.none()));
        assertTrue(e.getMessage().contains("The instrument refused: 'GO' was answered 'E7'"), e.getMessage());
        Toy willing = Toy.of("go:\n  does: {ask: GO, refused: 'E.*'}", any -> "busy");
        assertEquals(Values.none(), willing.perform("go", Values.none()));
    }

    @Test
    void until_looks_again_until_it_is_time() throws Exception {
        AtomicInteger left = new AtomicInteger(3);
        Toy toy = Toy.of(
                "go:\n  does: {until: {ask: 'DONE?', expect: '1'}, every: 1 ms}",
                any -> left.decrementAndGet() == 0 ? "1" : "0");
        toy.perform("go", Values.none());
        assertEquals(3, toy.heard.size());
    }

    @Test
    void until_looks_again_at_what_is_neither_expected_nor_refused() throws Exception {
        AtomicInteger left = new AtomicInteger(3);
        Toy toy = Toy.of(
                "go:\n  does: {until: {ask: 'DONE?', expect: '1', refused: 'E.*'}, every: 1 ms}",
                any -> left.decrementAndGet() == 0 ? "1" : "0");
        toy.perform("go", Values.none());
        assertEquals(3, toy.heard.size());
    }

    @Test
    void until_is_timed_out_and_names_the_last_answer() {
        Toy toy = Toy.of("go:\n  does: {until: {ask: 'DONE?', expect: '1'}, every: 1 ms, within: 20 ms}", any -> "0");
        LinkException e = assertThrows(LinkException.class, () -> toy.perform("go", Values.none()));
        assertEquals(LinkException.Kind.NO_REPLY, e.kind());
        assertTrue(e.getMessage().contains("Not done within 20 ms: 'DONE?' was answered '0'"), e.getMessage());
    }

    @Test
    void until_ends_at_a_refusal() {
        Toy toy = Toy.of("go:\n  does: {until: {ask: 'DONE?', expect: '1', refused: 'E.*'}}", any -> "E7");
        DeviceException e = assertThrows(DeviceException.class, () -> toy.perform("go", Values.none()));
        assertEquals(Detail.REFUSED, e.detail());
        assertTrue(e.getMessage().contains("The instrument refused: 'DONE?' was answered 'E7'"), e.getMessage());
    }

    @Test
    void another_answer_than_expected_fails_the_action() {
        Toy toy = Toy.of("go:\n  does: {ask: A, expect: OK}", any -> "NO");
        DeviceException e = assertThrows(DeviceException.class, () -> toy.perform("go", Values.none()));
        assertEquals(Detail.REFUSED, e.detail());
        assertEquals("go: 'A' was answered 'NO' instead of 'OK'", e.getMessage());
    }

    @Test
    void what_is_neither_expected_nor_a_refusal_is_not_understood() {
        Toy toy = Toy.of("go:\n  does: {ask: A, expect: OK, refused: 'E.*'}", any -> "KO");
        LinkException e = assertThrows(LinkException.class, () -> toy.perform("go", Values.none()));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
    }

    @Test
    void a_reading_that_is_not_understood_has_failed() {
        Toy toy = Toy.of("go:\n  reading: true\n  gives: {x: {unit: V}}\n  does: {ask: A, reply: '{x}'}", any -> "?");
        DeviceException e = assertThrows(DeviceException.class, () -> toy.perform("go", Values.none()));
        assertEquals(Detail.COMMUNICATION, e.detail());
    }

    @Test
    void the_refusals_of_a_protocol_hold_unless_the_file_has_its_own() {
        String text = "instrument: toy\nidentity: none\nsafe: []\nactions: {go: {gives: {x: {unit: V}},"
                + " does: {ask: A, reply: '{x}'}}}\n";
        Toy toy = Toy.refusing(text, "-\\d+", any -> "-5?");
        assertThrows(LinkException.class, () -> toy.perform("go", Values.none()));
        Toy refusing = Toy.refusing(text, "ERR", any -> "ERR");
        assertThrows(DeviceException.class, () -> refusing.perform("go", Values.none()));
        Toy own = Toy.refusing(text + "refused: NO\n", "ERR", any -> "ERR");
        assertThrows(LinkException.class, () -> own.perform("go", Values.none()));
    }

    @Test
    void nothing_was_sent_if_the_first_step_finds_nobody() {
        Toy toy = Toy.of(TWO_STEPS, message -> offline(message, "A"));
        DeviceException e = assertThrows(DeviceException.class, () -> toy.perform("go", Values.none()));
        assertEquals(Detail.OFFLINE, e.detail());
    }

    @Test
    void the_outcome_is_unknown_if_the_second_step_finds_nobody() {
        Toy toy = Toy.of(TWO_STEPS, message -> offline(message, "B"));
        LinkException e = assertThrows(LinkException.class, () -> toy.perform("go", Values.none()));
        assertEquals(LinkException.Kind.LOST, e.kind());
    }

    private static String offline(String message, String when) throws DeviceException {
        if (message.equals(when)) {
            throw new DeviceException(Detail.OFFLINE, "nobody there");
        }
        return "";
    }

    @Test
    void an_interrupted_action_leaves_the_instrument_safe() throws Exception {
        Toy toy = Toy.of(WAITING, any -> "");
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = start(toy, end);
        Toy.within(5, () -> toy.heard.contains("A"));
        worker.interrupt();
        assertEquals(InterruptedException.class, end.get(5, TimeUnit.SECONDS).getClass());
        assertEquals(List.of("A", "SAFE"), toy.heard);
    }

    @Test
    void what_kept_an_interrupted_action_from_becoming_safe_is_told() throws Exception {
        Toy toy = Toy.of(WAITING, message -> offline(message, "SAFE"));
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = start(toy, end);
        Toy.within(5, () -> toy.heard.contains("A"));
        worker.interrupt();
        assertEquals("nobody there", end.get(5, TimeUnit.SECONDS).getMessage());
    }

    @Test
    void made_safe_in_the_middle_an_action_ends() throws Exception {
        Toy toy = Toy.of(WAITING, any -> "");
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        start(toy, end);
        Toy.within(5, () -> toy.heard.contains("A"));
        Thread.sleep(50);
        toy.description.makeSafe();
        assertTrue(end.get(5, TimeUnit.SECONDS).getMessage().contains("stopped by makeSafe"));
        assertEquals(List.of("A", "SAFE"), toy.heard);
    }

    private static Thread start(Toy toy, CompletableFuture<Throwable> end) {
        Thread worker = new Thread(() -> {
            try {
                toy.perform("go", Values.none());
                end.complete(new AssertionError("It went on to the end"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    @Test
    void another_instrument_is_an_identity_mismatch() throws Exception {
        String text = "instrument: Toy 7\nidentity: {ask: WHO, expect: 'TOY,7.*'}\nsafe: []\n"
                + "actions: {go: {does: {ask: A}}}\n";
        Toy.whole(text, any -> "TOY,7,1.0").description.selfTest();
        Description other = Toy.whole(text, any -> "TOY,8,1.0").description;
        DeviceException e = assertThrows(DeviceException.class, other::selfTest);
        assertEquals(Detail.IDENTITY_MISMATCH, e.detail());
        assertTrue(e.getMessage().startsWith("This is not the Toy 7: 'WHO' was answered 'TOY,8,1.0'"), e.getMessage());
    }

    @Test
    void an_instrument_that_cannot_be_asked_passes() throws Exception {
        Toy.of(TWO_STEPS, any -> "").description.selfTest();
    }

    @Test
    void the_expected_time_is_computed_with_units() {
        Toy toy = Toy.of(
                """
                go:
                  takes:
                    volume: {unit: mL, min: 0, max: 10}
                    rate: {unit: mL/min, min: 0, max: 10}
                    n: {type: whole, min: 1, max: 9}
                  lasting: "({volume} / {rate} + 500 ms) * {n} - 1 s"
                  does: {ask: A}
                """,
                any -> "");
        Action go = toy.action("go");
        Values inputs = Values.of("volume", Quantity.of(1, "mL"))
                .with("rate", Quantity.of(100, "uL/s"))
                .with("n", Quantity.of(2, "1"));
        assertEquals(Duration.ofSeconds(20), go.expected(inputs));
        assertEquals(
                Duration.ofDays(365),
                go.expected(inputs.with("rate", Quantity.of(0, "mL/min"))),
                "a rate of 0 takes for ever");
    }

    @Test
    void what_nobody_says_is_a_second_for_a_reading_and_a_minute_else() {
        Toy toy = Toy.of(
                "x:\n  reading: true\n  gives: {x: {unit: V}}\n  does: {ask: A, reply: '{x}'}\ngo:\n  does: {ask: A}",
                any -> "");
        assertEquals(Duration.ofSeconds(1), toy.action("x").expected(Values.none()));
        assertEquals(Duration.ofMinutes(1), toy.action("go").expected(Values.none()));
        assertTrue(toy.action("x").isReading());
        assertFalse(toy.action("go").isRepeatable());
    }

    @Test
    void an_action_can_be_paused() throws Exception {
        Toy toy = Toy.of("go:\n  does: {ask: A}\n  pause: {ask: P}\n  resume: {ask: R}", any -> "");
        Action go = toy.action("go");
        go.pause().orElseThrow().give();
        go.resume().orElseThrow().give();
        assertEquals(List.of("P", "R"), toy.heard);
    }
}
