package org.busbar.drivers.newerapump;

import static org.busbar.drivers.newerapump.Bench.action;
import static org.busbar.drivers.newerapump.Bench.channel;
import static org.busbar.drivers.newerapump.Bench.dispense;
import static org.busbar.drivers.newerapump.Bench.inputs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Fate;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkFault;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.busbar.links.serve.TappedSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a volume that is pumped when something goes wrong. */
@Timeout(20)
class MishapTest {

    private static final Values SLOW = inputs(20, 20); // a minute

    private static final String LINK = "sim:new-era-pump";

    private final TappedSimulator tap = new TappedSimulator(new PumpSimulator());
    private final LinkRoom room = new LinkRoom();
    private final SyringePump pump = pump(LINK);

    @BeforeEach
    void open() {
        room.add("new-era-pump", tap);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SyringePump pump(String link) {
        return Bench.pump(room.links(Permissions.ALL), Map.of("link", link));
    }

    @Test
    void interruption_stops_the_plunger() throws Exception {
        Running running = new Running();
        running.thread.interrupt();
        assertInstanceOf(InterruptedException.class, running.end());
        assertEquals(0, channel(pump, "running"));
        assertEquals(
                "00STP",
                tap.heard().stream().filter(m -> m.equals("00STP")).findFirst().orElseThrow());
    }

    @Test
    void making_safe_stops_the_plunger_and_the_action_says_how_far_it_got() throws Exception {
        Running running = new Running();
        pump.makeSafe();
        Throwable end = running.end();
        assertTrue(
                isCutOff(end)
                        || end.getMessage().matches("0\\.[0-9]+ of 20.0 mL were dispensed: the pump was stopped.*"),
                end.getMessage());
        assertEquals(0, channel(pump, "running"));
        assertInstanceOf(Fate.Failed.class, fate(pump, SLOW));
    }

    /** What is urgent may hit a question in the middle. */
    private static boolean isCutOff(Throwable end) {
        return end instanceof LinkException cut && cut.kind() == LinkException.Kind.CUT_OFF;
    }

    @Test
    void a_pump_that_does_not_stop_is_not_called_safe() {
        tap.answer((message, reply) -> "\u000200I\u0003");
        assertEquals(
                Detail.FAULT,
                assertThrows(DeviceException.class, pump::makeSafe).detail());
    }

    @Test
    void a_stall_in_the_middle_is_a_fault_and_says_how_much_went_out() throws Exception {
        SyringePump short_ = pump(LINK + "?speed=1000&contents=2");
        DeviceException e = assertThrows(DeviceException.class, () -> dispense(short_, 5, 20));
        assertEquals(Detail.FAULT, e.detail());
        assertTrue(
                e.getMessage().startsWith("2.000 of 5.0 mL were dispensed: the motor of the pump stalled"),
                e.getMessage());
        assertInstanceOf(Fate.Failed.class, fate(short_, inputs(5, 20)));
        action(short_, "withdraw").perform(inputs(5, 20));
    }

    @Test
    void power_lost_in_the_middle_leaves_the_outcome_unknown() {
        tap.answer((message, reply) ->
                reply.equals("\u000200I\u0003") && message.equals("00") ? "\u000200A?R\u0003" : reply);
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> dispense(pump, 20, 20));
        assertTrue(e.getMessage().startsWith("The pump lost its power while it pumped 20.0 mL"), e.getMessage());
    }

    @Test
    void a_line_lost_before_anything_moved_is_known_not_to_have_begun() throws Exception {
        losing("00DIR INF", LinkFault.once(LinkFault.Kind.DROP_BEFORE));
        DeviceException e = assertThrows(DeviceException.class, () -> dispense(pump, 20, 20));
        assertEquals(Detail.OFFLINE, e.detail());
        tap.answerAsItIs();
        assertEquals(new Fate.NotBegun(), fateOnceItIsBack());
    }

    @Test
    void a_line_lost_while_the_plunger_moves_leaves_the_outcome_open_and_is_never_offline() throws Exception {
        losing("00RUN", LinkFault.always(LinkFault.Kind.DROP_BEFORE));
        LinkException e = assertThrows(LinkException.class, () -> dispense(pump, 20, 20));
        assertEquals(LinkException.Kind.LOST, e.kind());
        room.mend(LINK);
        assertEquals(new Fate.Working(), fateOnceItIsBack());
    }

    private Fate fateOnceItIsBack() throws Exception {
        while (true) { // ended by the timeout of the test
            try {
                return fate(pump, SLOW);
            } catch (DeviceException e) {
                assertEquals(Detail.OFFLINE, e.detail());
                Thread.sleep(50);
            }
        }
    }

    @Test
    void a_refusal_while_the_plunger_moves_stops_it() throws Exception {
        tap.answer((message, reply) -> message.equals("00")
                        && tap.heard().contains("00RUN")
                        && !tap.heard().contains("00STP")
                ? "\u000200I?NA\u0003"
                : reply);
        assertThrows(DeviceException.class, () -> dispense(pump, 20, 20));
        assertEquals(0, channel(pump, "running"));
    }

    @Test
    void a_pump_that_was_started_at_its_keypad_is_left_alone() throws Exception {
        Running running = new Running();
        DeviceException e = assertThrows(DeviceException.class, () -> dispense(pump(LINK), 1, 20));
        assertEquals(Detail.REFUSED, e.detail());
        assertEquals(1, channel(pump, "running"));
        pump.makeSafe();
        running.end();
    }

    @Test
    void knows_its_fate_while_it_runs_and_when_it_is_done() throws Exception {
        SyringePump quick = pump(LINK + "?speed=20");
        CompletableFuture<Values> end = CompletableFuture.supplyAsync(() -> unchecked(quick, SLOW));
        while (!tap.heard().contains("00RUN")) {
            Thread.sleep(5);
        }
        assertEquals(new Fate.Working(), fate(quick, SLOW));
        Values out = end.get(10, TimeUnit.SECONDS);
        assertEquals(new Fate.Completed(out), fate(quick, SLOW));
    }

    @Test
    void a_new_driver_does_not_take_the_volume_of_the_action_before_for_its_own() throws Exception {
        String link = LINK + "?speed=1000&restarted=0";
        assertEquals(new Fate.NotBegun(), fate(pump(link), SLOW));
        dispense(pump(link), 20, 20);
        Fate.Unclear unclear = assertInstanceOf(Fate.Unclear.class, fate(pump(link), SLOW));
        assertTrue(unclear.reason().contains("may have been the action before"), unclear.reason());
    }

    @Test
    void a_new_driver_that_saw_it_run_knows_when_it_is_done() throws Exception {
        String link = LINK + "?speed=100";
        SyringePump old = pump(link);
        CompletableFuture<Values> end = CompletableFuture.supplyAsync(() -> unchecked(old, SLOW));
        while (!tap.heard().contains("00RUN")) {
            Thread.sleep(5);
        }
        SyringePump fresh = pump(link);
        assertEquals(new Fate.Working(), fate(fresh, SLOW));
        assertEquals(new Fate.Completed(end.get(10, TimeUnit.SECONDS)), fate(fresh, SLOW));
    }

    @Test
    void a_new_driver_cannot_tell_after_the_pump_was_switched_off() throws Exception {
        SyringePump fresh = pump(LINK);
        fresh.selfTest();
        assertInstanceOf(Fate.Unclear.class, fate(fresh, SLOW));
    }

    @Test
    void deactivation_stops_what_it_began_and_touches_nothing_else() throws Exception {
        Running running = new Running();
        pump.close();
        assertInstanceOf(Exception.class, running.end());
        assertEquals(List.of(), room.links());
        tap.heard().clear();
        pump(LINK).close();
        assertEquals(List.of(), room.links());
        assertEquals(List.of(), tap.heard());
    }

    /** Loses the line after a command was answered. */
    private void losing(String command, LinkFault fault) {
        tap.answer((message, reply) -> {
            if (message.equals(command)) {
                room.inject(LINK, fault);
            }
            return reply;
        });
    }

    private static Fate fate(SyringePump pump, Values inputs) throws Exception {
        return action(pump, "dispense").probe().orElseThrow().look(inputs, Instant.now());
    }

    private static Values unchecked(SyringePump pump, Values inputs) {
        try {
            return action(pump, "dispense").perform(inputs);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A slow dispensing on another thread, which has begun. */
    private final class Running {

        private final CompletableFuture<Throwable> end = new CompletableFuture<>();
        private final Thread thread = new Thread(this::run);

        Running() throws InterruptedException {
            thread.setDaemon(true);
            thread.start();
            while (!tap.heard().contains("00RUN")) {
                Thread.sleep(5);
            }
            Thread.sleep(150);
        }

        private void run() {
            try {
                end.complete(
                        new AssertionError("Gave " + action(pump, "dispense").perform(SLOW)));
            } catch (Throwable e) {
                end.complete(e);
            }
        }

        Throwable end() throws Exception {
            return end.get(5, TimeUnit.SECONDS);
        }
    }
}
