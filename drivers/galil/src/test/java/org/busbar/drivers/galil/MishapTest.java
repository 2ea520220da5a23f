package org.busbar.drivers.galil;

import static org.busbar.drivers.galil.Bench.action;
import static org.busbar.drivers.galil.Bench.move;
import static org.busbar.drivers.galil.Bench.moving;
import static org.busbar.drivers.galil.Bench.one;
import static org.busbar.drivers.galil.Bench.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** What happens to an axis that moves when something goes wrong. */
@Timeout(20)
class MishapTest {

    private static final double FAR = 200; // 9 s

    private static final String LINK = "sim:galil?homed=1";

    private final TappedSimulator tap = new TappedSimulator(new GalilSimulator());
    private final LinkRoom room = new LinkRoom();
    private final MotionController stage = at(LINK);

    @BeforeEach
    void open() {
        room.add("galil", tap);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private MotionController at(String link) {
        return one(room.links(Permissions.ALL), Map.of("link", link));
    }

    @Test
    void interruption_stops_the_axis() throws Exception {
        Running running = new Running();
        running.thread.interrupt();
        assertInstanceOf(InterruptedException.class, running.end());
        assertEquals(0, moving(stage));
        Fate.Failed fate = assertInstanceOf(Fate.Failed.class, fate("move_x", to(FAR)));
        assertTrue(fate.reason().contains("stopped by a command"), fate.reason());
    }

    @Test
    void making_safe_stops_the_axis_and_the_action_says_where() throws Exception {
        Running running = new Running();
        stage.makeSafe();
        assertEquals(0, moving(stage));
        Throwable end = running.end();
        assertTrue(isCutOff(end) || end.getMessage().contains("stopped by a command"), end.getMessage());
    }

    /** What is urgent may hit a question in the middle. */
    private static boolean isCutOff(Throwable end) {
        return end instanceof LinkException cut && cut.kind() == LinkException.Kind.CUT_OFF;
    }

    @Test
    void an_axis_that_does_not_stop_is_not_called_safe() {
        tap.answer((message, reply) -> message.equals("MG _BGX") ? " 1.0000\r\n:" : reply);
        assertEquals(
                Detail.FAULT,
                assertThrows(DeviceException.class, stage::makeSafe).detail());
    }

    @Test
    void a_line_lost_while_the_axis_moves_leaves_the_outcome_open_and_is_never_offline() throws Exception {
        losing("BGX", LinkFault.always(LinkFault.Kind.DROP_BEFORE));
        LinkException e = assertThrows(LinkException.class, () -> move(stage, "x", FAR));
        assertEquals(LinkException.Kind.LOST, e.kind());
        room.mend(LINK);
        assertEquals(new Fate.Working(), fateOnceItIsBack("move_x", to(FAR)));
    }

    @Test
    void a_line_lost_before_it_moved_is_offline() {
        losing("PAX=200000", LinkFault.once(LinkFault.Kind.DROP_BEFORE));
        DeviceException e = assertThrows(DeviceException.class, () -> move(stage, "x", FAR));
        assertEquals(Detail.OFFLINE, e.detail());
        assertFalse(tap.heard().contains("BGX"));
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

    private Fate fateOnceItIsBack(String action, Values inputs) throws Exception {
        while (true) { // ended by the timeout of the test
            try {
                return fate(action, inputs);
            } catch (DeviceException e) {
                assertEquals(Detail.OFFLINE, e.detail());
                Thread.sleep(50);
            }
        }
    }

    @Test
    void a_refusal_while_the_axis_moves_stops_it() throws Exception {
        tap.answer((message, reply) ->
                tap.heard().contains("BGX") && !tap.heard().contains("STX") && message.equals("MG _BGX") ? "?" : reply);
        assertThrows(DeviceException.class, () -> move(stage, "x", FAR));
        assertEquals(0, moving(stage));
        assertTrue(tap.heard().contains("STX"));
    }

    @Test
    void an_axis_that_moves_already_is_left_alone() throws Exception {
        Running running = new Running();
        DeviceException e = assertThrows(DeviceException.class, () -> move(at(LINK), "x", 30));
        assertEquals(Detail.REFUSED, e.detail());
        assertEquals(1, moving(stage));
        stage.makeSafe();
        running.end();
    }

    @Test
    void deactivation_stops_what_it_began_and_gives_the_line_back() throws Exception {
        Running running = new Running();
        stage.close();
        assertEquals(List.of(), room.links());
        assertInstanceOf(Exception.class, running.end());
        assertEquals(0, moving(at(LINK)));
        tap.heard().clear();
        stage.close();
        assertTrue(tap.heard().isEmpty());
    }

    @Test
    void an_abort_input_is_an_interlock() throws Exception {
        tap.answer((message, reply) -> message.equals("MG _SCX") ? " 6.0000\r\n:" : reply);
        DeviceException e = assertThrows(DeviceException.class, () -> move(stage, "x", 21));
        assertEquals(Detail.INTERLOCK, e.detail());
        assertTrue(e.getMessage().contains("emergency stop"), e.getMessage());
    }

    @Test
    void knows_the_fate_of_a_move() throws Exception {
        assertEquals(new Fate.NotBegun(), fate("move_x", to(FAR)));
        move(stage, "x", 21);
        assertEquals(new Fate.Completed(to(21)), fate("move_x", to(21)));
        assertEquals(new Fate.NotBegun(), fate("move_x", to(FAR)));
        Running running = new Running();
        assertEquals(new Fate.Working(), fate("move_x", to(FAR)));
        stage.makeSafe();
        running.end();
    }

    @Test
    void knows_the_fate_of_homing() throws Exception {
        MotionController lost = at("sim:galil?start=2000&speed=10");
        assertEquals(new Fate.NotBegun(), look(lost, "home_x", Values.none()));
        Bench.home(lost, "x");
        assertEquals(new Fate.Completed(to(0)), look(lost, "home_x", Values.none()));
        move(lost, "x", 1);
        assertEquals(new Fate.NotBegun(), look(lost, "home_x", Values.none()));
    }

    @Test
    void homing_that_was_interrupted_leaves_no_zero() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = new Thread(() -> end.complete(thrown("home_x", Values.none())));
        worker.start();
        while (!tap.heard().contains("BGX")) {
            Thread.sleep(5);
        }
        worker.interrupt();
        assertInstanceOf(InterruptedException.class, end.get(5, TimeUnit.SECONDS));
        assertInstanceOf(Fate.Failed.class, fate("home_x", Values.none()));
        assertTrue(assertThrows(DeviceException.class, () -> move(stage, "x", 1))
                .getMessage()
                .contains("home_x first"));
        assertFalse(tap.heard().contains("PAX=1000"));
    }

    private Fate fate(String action, Values inputs) throws Exception {
        return look(stage, action, inputs);
    }

    private static Fate look(MotionController stage, String action, Values inputs) throws Exception {
        return action(stage, action).probe().orElseThrow().look(inputs, Instant.now());
    }

    private Throwable thrown(String name, Values inputs) {
        try {
            return new AssertionError("Gave " + action(stage, name).perform(inputs));
        } catch (Throwable e) {
            return e;
        }
    }

    /** A long move on another thread, which has begun. */
    private final class Running {

        private final CompletableFuture<Throwable> end = new CompletableFuture<>();
        private final Thread thread = new Thread(() -> end.complete(thrown("move_x", to(FAR))));

        Running() throws Exception {
            tap.heard().clear();
            thread.setDaemon(true);
            thread.start();
            while (!tap.heard().contains("BGX")) {
                Thread.sleep(5);
            }
            Thread.sleep(100);
        }

        Throwable end() throws Exception {
            return end.get(5, TimeUnit.SECONDS);
        }
    }
}
