package org.busbar.links.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.Simulator;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InstrumentProcessTest {

    /** Counts what it is asked. */
    public static final class Counter implements Simulator {
        @Override
        public Instrument instrument(Map<String, String> options) {
            AtomicInteger count = new AtomicInteger(Integer.parseInt(options.getOrDefault("from", "0")));
            return Instrument.answering("\n", line -> line + " " + count.incrementAndGet());
        }
    }

    private final LinkRoom room = new LinkRoom();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        room.close();
    }

    private Link open(InstrumentProcess instrument) {
        return room.links(Permissions.ALL).open(instrument.link() + "?timeout=5s", Framing.lines("\n"));
    }

    private static void keepsItsStateWhileItIsUnplugged(InstrumentProcess instrument, Link link) throws Exception {
        assertEquals("a 8", link.ask("a"));
        instrument.unplug();
        await(link, false);
        instrument.plugIn();
        await(link, true);
        String reply = link.ask("b");
        assertTrue(Integer.parseInt(reply.substring(2)) > 8, reply);
    }

    /** Asks until it is there, or is not. */
    private static void await(Link link, boolean there) throws Exception {
        long until = System.nanoTime() + 20_000_000_000L;
        while (isThere(link) != there) {
            assertTrue(System.nanoTime() < until, "It is " + (there ? "not there" : "still there"));
            Thread.sleep(20);
        }
    }

    private static boolean isThere(Link link) throws Exception {
        try {
            link.ask("?");
            return true;
        } catch (DeviceException | IOException e) {
            return false;
        }
    }

    @Test
    void behind_tcp() throws Exception {
        try (InstrumentProcess instrument = InstrumentProcess.tcp(Counter.class, Map.of("from", "7"))) {
            assertTrue(instrument.link().startsWith("tcp://localhost:"), instrument.link());
            keepsItsStateWhileItIsUnplugged(instrument, open(instrument));
        }
    }

    @Test
    void behind_a_terminal() throws Exception {
        assumeTrue(InstrumentProcess.canMakeTerminals(), "socat is not installed: sudo apt-get install socat");
        Path port = folder.resolve("ttyUSB0");
        try (InstrumentProcess instrument = InstrumentProcess.terminal(Counter.class, Map.of("from", "7"), port)) {
            assertEquals("serial:" + port, instrument.link());
            keepsItsStateWhileItIsUnplugged(instrument, open(instrument));
        }
        assertFalse(Files.exists(port));
    }

    @Test
    void a_plug_that_is_put_in_or_pulled_twice_stays_so() throws Exception {
        try (InstrumentProcess instrument = InstrumentProcess.tcp(Counter.class, Map.of())) {
            Link link = open(instrument);
            instrument.plugIn();
            assertEquals("a 1", link.ask("a"));
            instrument.unplug();
            instrument.unplug();
            await(link, false);
            assertFalse(isThere(link));
        }
    }

    @Test
    void is_gone_when_it_is_closed() throws Exception {
        InstrumentProcess instrument = InstrumentProcess.tcp(Counter.class, Map.of());
        Link link = open(instrument);
        instrument.close();
        assertFalse(isThere(link));
        instrument.close();
        assertThrows(IOException.class, instrument::unplug);
    }

    @Test
    void a_simulator_that_does_not_start_is_told() {
        IOException e =
                assertThrows(IOException.class, () -> InstrumentProcess.tcp(Counter.class, Map.of("from", "seven")));
        assertTrue(e.getMessage().contains("has ended"), e.getMessage());
    }
}
