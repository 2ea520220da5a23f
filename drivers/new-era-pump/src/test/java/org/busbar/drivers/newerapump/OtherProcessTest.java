package org.busbar.drivers.newerapump;

import static org.busbar.drivers.newerapump.Bench.action;
import static org.busbar.drivers.newerapump.Bench.channel;
import static org.busbar.drivers.newerapump.Bench.dispense;
import static org.busbar.drivers.newerapump.Bench.inputs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Fate;
import org.busbar.api.link.LinkException;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.busbar.links.serve.InstrumentProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two pumps that live in another process, behind a terminal which can be unplugged. */
@Timeout(60)
class OtherProcessTest {

    @TempDir
    Path folder;

    private final LinkRoom room = new LinkRoom();
    private InstrumentProcess instrument;
    private SyringePump left;
    private SyringePump right;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(InstrumentProcess.canMakeTerminals(), "socat is not installed: sudo apt-get install socat");
        instrument = InstrumentProcess.terminal(
                PumpSimulator.class, Map.of("speed", "20", "addresses", "1,22"), folder.resolve("ttyUSB0"));
        String link = instrument.link() + "?baud=19200&timeout=500ms";
        left = Bench.pump(room.links(Permissions.ALL), Map.of("link", link, "address", 1));
        right = Bench.pump(room.links(Permissions.ALL), Map.of("link", link, "address", 22));
    }

    @AfterEach
    void end() {
        room.close();
        if (instrument != null) {
            instrument.close();
        }
    }

    @Test
    void both_pump_at_once_on_one_line() throws Exception {
        left.selfTest();
        right.selfTest();
        CompletableFuture<Object> other = begin(right, inputs(4, 20));
        assertEquals(2, dispense(left, 2, 20).quantity("dispensed").value(), 1e-9);
        assertInstanceOf(Values.class, other.get(10, TimeUnit.SECONDS));
        assertEquals(2, channel(left, "dispensed"), 1e-9);
        assertEquals(4, channel(right, "dispensed"), 1e-9);
    }

    @Test
    void one_is_stopped_while_the_other_goes_on() throws Exception {
        CompletableFuture<Object> stopped = begin(left, inputs(20, 20));
        CompletableFuture<Object> other = begin(right, inputs(12, 20));
        await(() -> channel(left, "running") == 1 && channel(right, "running") == 1);
        left.makeSafe();
        assertInstanceOf(Exception.class, stopped.get(5, TimeUnit.SECONDS));
        assertEquals(0, channel(left, "running"));
        assertInstanceOf(Values.class, other.get(10, TimeUnit.SECONDS));
    }

    @Test
    void unplugged_in_the_middle_it_is_lost_and_tells_its_fate_when_it_is_plugged_in_again() throws Exception {
        Values slow = inputs(20, 20); // 3 s on the wall
        left.selfTest();
        CompletableFuture<Object> end = begin(left, slow);
        await(() -> channel(left, "running") == 1);
        instrument.unplug();
        LinkException lost = assertInstanceOf(LinkException.class, end.get(10, TimeUnit.SECONDS));
        assertEquals(LinkException.Kind.LOST, lost.kind());
        DeviceException offline = assertThrows(DeviceException.class, left::selfTest);
        assertEquals(Detail.OFFLINE, offline.detail());
        instrument.plugIn();
        await(() -> fate(slow) instanceof Fate.Completed);
    }

    private Fate fate(Values inputs) throws Exception {
        try {
            return action(left, "dispense").probe().orElseThrow().look(inputs, Instant.now());
        } catch (DeviceException e) {
            return new Fate.Unclear(e.getMessage());
        }
    }

    private static CompletableFuture<Object> begin(SyringePump pump, Values inputs) {
        CompletableFuture<Object> end = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                end.complete(action(pump, "dispense").perform(inputs));
            } catch (Exception e) {
                end.complete(e);
            }
        });
        worker.setDaemon(true);
        worker.start();
        return end;
    }

    private static void await(Callable<Boolean> wanted) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!wanted.call()) {
            assertTrue(System.nanoTime() < until, "It did not come about within 20 s");
            Thread.sleep(20);
        }
    }
}
