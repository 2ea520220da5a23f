package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException.Kind;
import org.busbar.api.link.LinkStatus.State;
import org.busbar.links.Rig.Other;
import org.busbar.links.serve.InstrumentServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real terminal: socat makes it, and pulls the plug. Its other end is an instrument on a TCP port. */
class SerialTest {

    @TempDir
    Path folder;

    private final Rig rig = new Rig();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private InstrumentServer instrument;
    private Path port;
    private Process cable;

    @BeforeEach
    void plugIn() throws Exception {
        instrument = InstrumentServer.tcp(Instrument.answering("\n", this::answer), 0);
        port = folder.resolve("ttyTest");
        plug();
    }

    private String answer(String line) {
        heard.add(line);
        return line.equals("silent") ? "" : line + "!";
    }

    private void plug() throws Exception {
        cable = Socat.start("pty,raw,echo=0,link=" + port, "tcp:localhost:" + instrument.port() + ",nodelay");
        Rig.await("socat makes no terminal", () -> Files.exists(port));
    }

    private void unplug() throws InterruptedException {
        cable.destroyForcibly().waitFor();
    }

    @AfterEach
    void putAway() throws InterruptedException {
        rig.close();
        unplug();
        instrument.close();
    }

    private Link open(String options) {
        return rig.open("serial:" + port + "?timeout=9s" + options);
    }

    @Test
    void an_exchange_works() throws Exception {
        Link link = open("&baud=115200&parity=even&stop=2");
        assertEquals("a!", link.ask("a"));
        String all = "x".repeat(3_000);
        assertEquals(all + "!", link.ask(all));
        Rig.fails(Kind.NO_REPLY, () -> link.within(Duration.ofMillis(300)).ask("silent"));
        assertEquals("b!", link.ask("b"));
    }

    @Test
    void a_port_that_is_pulled_and_plugged_in_again_works_again_by_itself() throws Exception {
        Link link = open("");
        assertEquals("a!", link.ask("a"));
        unplug();
        Rig.await(() -> rig.states().equals(List.of(State.CONNECTED, State.LOST)));
        assertTrue(rig.only().reason().contains("cable"), rig.only().reason());
        Rig.await(() -> Rig.offline(() -> link.ask("a")).contains("no such port"));
        plug();
        Rig.await(() -> rig.states().equals(List.of(State.CONNECTED, State.LOST, State.CONNECTED)));
        assertEquals("b!", link.ask("b"));
    }

    @Test
    void a_port_that_is_pulled_in_the_middle_is_lost() throws Exception {
        Link link = open("");
        link.ask("a");
        Other other = new Other(() -> link.within(Duration.ofSeconds(30)).ask("silent"));
        Rig.await(() -> heard.contains("silent"));
        unplug();
        Throwable end = other.end.get(9, TimeUnit.SECONDS);
        Rig.fails(Kind.LOST, () -> {
            throw end;
        });
    }

    @Test
    void an_interrupt_is_heard_at_once() throws Exception {
        Link link = open("");
        link.ask("a");
        Other other = new Other(() -> link.within(Duration.ofSeconds(30)).ask("silent"));
        Rig.await(() -> heard.contains("silent"));
        other.thread.interrupt();
        assertInstanceOf(InterruptedException.class, other.end.get(9, TimeUnit.SECONDS));
        assertEquals("b!", link.urgent().ask("b"));
    }

    @Test
    void a_port_in_use_names_who_uses_it() throws Exception {
        try (LinkRoom other = new LinkRoom()) {
            Link first = other.links(Permissions.ALL).open("serial:" + port, Rig.LINES);
            assertEquals("a!", first.ask("a"));
            String said = Rig.offline(() -> open("").ask("a"));
            assertTrue(said.contains("in use by") && said.contains("this server itself"), said);
        }
    }

    @Test
    void a_port_that_is_not_there_is_said_with_those_that_are() {
        String said = Rig.offline(() -> rig.open("serial:/dev/ttyNone9").ask("a"));
        assertTrue(said.contains("no such port /dev/ttyNone9; there "), said);
        assertTrue(Rig.offline(() -> rig.open("serial:COM99").ask("a")).contains("no such port"));
    }

    @Test
    void a_closed_link_leaves_no_file_open() throws Exception {
        open("").close();
        try (Link link = open("")) {
            link.ask("a");
            assertTrue(isOpen());
        }
        assertTrue(!isOpen());
    }

    private boolean isOpen() throws IOException {
        return FileUsers.of(port.toRealPath().toString())
                .filter(user -> user.contains("this server itself"))
                .isPresent();
    }

    @Test
    void what_mends_a_denied_port_is_said() {
        String said = SerialTrouble.opening("/dev/full", 13);
        assertTrue(said.startsWith("permission denied for /dev/full"), said);
        assertTrue(said.contains("sudo usermod -aG "), said);
        assertTrue(SerialTrouble.opening("/dev/ttyNone9", 2).startsWith("no such port /dev/ttyNone9"));
        assertTrue(SerialTrouble.opening("/dev/ttyNone9", 16).contains("in use by another program"));
        assertTrue(SerialTrouble.opening("/dev/ttyNone9", 5).contains("error 5"));
    }

    @Test
    void a_terminal_serves_as_usbtmc_device_too() throws Exception {
        Link link = rig.open("usbtmc:" + port + "?timeout=9s");
        assertEquals("a!", link.ask("a"));
        Rig.fails(Kind.NO_REPLY, () -> link.within(Duration.ofMillis(300)).ask("silent"));
        assertEquals("b!", link.ask("b"));
        unplug();
        Rig.await(() -> rig.states().equals(List.of(State.CONNECTED, State.LOST)));
        Rig.await(() -> Rig.offline(() -> link.ask("a")).contains("there is no"));
    }
}
