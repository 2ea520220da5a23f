package org.busbar.drivers.methodscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.LinkException;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console against an instrument that says what the test wants. */
@Timeout(30)
class ConsoleTest {

    private static final Measurement MEASUREMENT =
            new Measurement(List.of("one", "two"), Duration.ofSeconds(2), table -> Values.none());

    private final LinkRoom room = new LinkRoom();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile String measured = "e\nM0007\nPba8000800n,10\n*\n\n";
    private final Deque<String> aborted = new ConcurrentLinkedDeque<>();
    private volatile String off = "e\n\n";
    private volatile String serial = "iES123\n";
    private volatile String who = "tespico1400#Jan 10 2026 12:00:00\nR*\n";

    @AfterEach
    void close() {
        room.close();
    }

    private Console console() {
        room.add("console", options -> instrument());
        return new Console(room.links(Permissions.ALL).open("sim:console?timeout=500ms", Framing.lines("\n")));
    }

    private Instrument instrument() {
        return (bytes, voice) -> {
            String message = new String(bytes, StandardCharsets.ISO_8859_1);
            heard.add(message);
            voice.say(reply(message).getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    private String reply(String message) {
        return switch (message) {
            case "Z\n" -> aborted.isEmpty() ? "Z!0006\n" : aborted.remove();
            case "e\ncell_off\n\n" -> off;
            case "t\n" -> who;
            case "i\n" -> serial;
            default -> measured;
        };
    }

    @Test
    void a_script_is_sent_whole_and_its_packages_come_back() throws Exception {
        Table table = console().measure(MEASUREMENT);
        assertEquals(List.of("e\none\ntwo\n\n"), heard);
        assertEquals(List.of(List.of(new Reading("ba", 2.048e-6, 0))), table.rows());
    }

    @Test
    void flow_control_characters_are_skipped() throws Exception {
        measured = "\u0011e\nM0007\n\u0013\u0011Pba8000800n,10\n*\n\u0011\n";
        assertEquals(1, console().measure(MEASUREMENT).rows().size());
    }

    @Test
    void a_refused_script_is_a_refusal_and_nothing_is_aborted() {
        measured = "e!4001: Line 2, Col 1\n";
        Console console = console();
        DeviceException no = assertThrows(DeviceException.class, () -> console.measure(MEASUREMENT));
        assertEquals(Detail.REFUSED, no.detail());
        assertTrue(no.getMessage().contains("Line 2, Col 1"), no.getMessage());
        assertEquals(1, heard.size());
        assertTrue(!console.isAtWork());
    }

    @Test
    void an_error_in_the_middle_is_followed_by_switching_the_cell_off() {
        measured = "e\nM0007\nPba8000800n,10\n!0032: Line 7\n\n";
        DeviceException no = assertThrows(DeviceException.class, () -> console().measure(MEASUREMENT));
        assertTrue(no.getMessage().contains("short circuit"), no.getMessage());
        assertEquals("e\ncell_off\n\n", heard.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e\nM0007\nPba80008\u00f0\u00f0n,10\n*\n\n",
                "e\ne\nM0007\nPba8000800n,10\n*\n\n",
                "e\nM0007\nPba8000800n,10\n\n",
                "e\nM0007\n*\n\n",
                "x\nM0007\n*\n\n",
                "\u00e5\nM0007\nPba8000800n,10\n*\n\n"
            })
    void damaged_output_is_garbled_and_the_script_aborted(String damaged) {
        measured = damaged;
        Console console = console();
        LinkException no = assertThrows(LinkException.class, () -> console.measure(MEASUREMENT));
        assertEquals(LinkException.Kind.GARBLED, no.kind());
        assertEquals(List.of("Z\n", "e\ncell_off\n\n"), heard.subList(1, heard.size()));
    }

    @Test
    void silence_in_the_middle_is_told_as_no_reply() {
        measured = "e\nM0007\nPba8000800n,10\n";
        Console console = console();
        LinkException no = assertThrows(LinkException.class, () -> console.measure(MEASUREMENT));
        assertEquals(LinkException.Kind.NO_REPLY, no.kind());
        assertTrue(console.isAtWork());
    }

    @Test
    void aborting_skips_what_is_still_said() throws Exception {
        aborted.add("00800n,10\nPba8000800n,10\nZ\n");
        aborted.add("Z\n*\n\n");
        serial = "i!0006\n";
        Console console = console();
        console.abort();
        assertEquals(List.of("i\n", "Z\n", "Z\n", "Z\n", "e\ncell_off\n\n"), heard);
        assertTrue(!console.isAtWork());
    }

    @Test
    void an_idle_instrument_is_not_told_to_abort() throws Exception {
        console().abort();
        assertEquals(List.of("i\n", "e\ncell_off\n\n"), heard);
    }

    @Test
    void a_cell_that_is_not_confirmed_to_be_off_is_a_fault() {
        off = "e!0006\n";
        DeviceException no = assertThrows(DeviceException.class, () -> console().abort());
        assertEquals(Detail.FAULT, no.detail());
        assertTrue(no.getMessage().contains("e!0006"), no.getMessage());
    }

    @Test
    void another_instrument_and_a_bootloader_are_told_apart() throws Exception {
        Console console = console();
        Identity any = new Identity("");
        any.check(console.identity());
        who = "tsomething else\nR*\n";
        List<String> other = console.identity();
        assertEquals(
                Detail.IDENTITY_MISMATCH,
                assertThrows(DeviceException.class, () -> any.check(other)).detail());
        who = "tespbl12#x\nR*\n";
        List<String> loader = console.identity();
        assertEquals(
                Detail.FIRMWARE,
                assertThrows(DeviceException.class, () -> any.check(loader)).detail());
        who = "hello\n";
        assertThrows(LinkException.class, console::identity);
    }
}
