package org.busbar.drivers.scpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Simulator;
import org.busbar.api.link.Switchboard.Traced;
import org.busbar.api.link.Switchboard.Way;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScpiInstrumentTest {

    private static final String LINK = "sim:scpi-supply?noise=0&load=10&timeout=300ms";

    private final LinkRoom room = new LinkRoom();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        room.close();
    }

    private Device supply() {
        room.add("scpi-supply", new BenchSupply());
        return Given.supply(room.links(Permissions.ALL), LINK);
    }

    private Device simulated(String actions, Simulator simulator, String terminator, boolean checks) throws Exception {
        Path file = Files.writeString(
                folder.resolve("it.yaml"), "instrument: it\nidentity: none\nsafe: []\nactions:\n" + actions.indent(2));
        room.add("it", simulator);
        return new ScpiInstrument(
                new Given("sim:it?timeout=300ms", file.toString(), terminator, checks), room.links(Permissions.ALL));
    }

    private static Values perform(Device device, String name, Values inputs) throws Exception {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow()
                .perform(inputs);
    }

    private List<String> sent() {
        String uri = room.links().get(0).uri();
        return room.traced(uri).stream()
                .filter(traced -> traced.way() == Way.SENT)
                .map(Traced::text)
                .map(String::strip)
                .toList();
    }

    @Test
    void the_supply_holds_its_voltage_at_a_load() throws Exception {
        Device supply = supply();
        Values held = perform(
                supply,
                "hold",
                Values.of("voltage", Quantity.of(5000, "mV"))
                        .with("current", Quantity.of(3, "A"))
                        .with("time", Quantity.of(0.4, "s")));
        assertEquals(5, held.quantity("held_voltage").in("V"), 1e-3);
        assertEquals(0.5, held.quantity("held_current").in("A"), 1e-3);
        assertEquals(0.0027, held.quantity("held_voltage").uncertainty(), 1e-6);
    }

    @Test
    void at_its_limit_the_supply_holds_its_current() throws Exception {
        Values held = perform(
                supply(),
                "hold",
                Values.of("voltage", Quantity.of(20, "V"))
                        .with("current", Quantity.of(500, "mA"))
                        .with("time", Quantity.of(0.4, "s")));
        assertEquals(0.5, held.quantity("held_current").in("A"), 1e-3);
        assertEquals(5, held.quantity("held_voltage").in("V"), 1e-2);
    }

    @Test
    void made_safe_its_output_is_off() throws Exception {
        Device supply = supply();
        perform(supply, "set_voltage", Values.of("voltage", Quantity.of(5, "V")));
        perform(supply, "switch_output", Values.of("output", new Text("on")));
        supply.makeSafe();
        Thread.sleep(200);
        assertEquals(
                0, perform(supply, "voltage", Values.none()).quantity("voltage").in("V"), 1e-3);
    }

    @Test
    void messages_have_the_unit_and_format_of_the_description() throws Exception {
        Device supply = supply();
        room.trace(room.links().get(0).uri(), Duration.ofMinutes(1));
        perform(supply, "set_current_limit", Values.of("current", Quantity.of(250, "mA")));
        assertEquals(List.of("CURR 0.250", "SYST:ERR?"), sent());
    }

    @Test
    void everything_in_the_error_queue_is_told() throws Exception {
        room.add("scpi-supply", new BenchSupply());
        Device supply = simulated("go:\n  does: {tell: 'VOLT 99;:CURR x;:BLAH'}", new BenchSupply(), "LF", true);
        DeviceException e = assertThrows(DeviceException.class, () -> perform(supply, "go", Values.none()));
        assertEquals(Detail.REFUSED, e.detail());
        assertTrue(
                e.getMessage()
                        .contains("The instrument refused 'VOLT 99;:CURR x;:BLAH': -222,\"Data out of range\";"
                                + " -104,\"Data type error\"; -113,\"Undefined header\""),
                e.getMessage());
    }

    @Test
    void old_errors_are_forgotten_by_the_self_test() throws Exception {
        Device supply = simulated(
                "bad:\n  does: {ask: 'BLAH;*OPC?', expect: '1'}\ngood:\n  does: {tell: 'VOLT 1'}",
                new BenchSupply(),
                "LF",
                true);
        perform(supply, "bad", Values.none());
        supply.selfTest();
        perform(supply, "good", Values.none());
    }

    @Test
    void an_instrument_without_an_error_queue_is_not_asked_for_it() throws Exception {
        Device device = described("go:\n  does: {tell: 'GO'}", (Answering) line -> "", "CRLF", false);
        device.selfTest();
        room.trace("sim:it", Duration.ofMinutes(1));
        perform(device, "go", Values.none());
        assertEquals(List.of("GO"), sent());
    }

    @Test
    void an_error_queue_that_never_ends_is_a_fault() throws Exception {
        Device device = described(
                "go:\n  does: {tell: 'GO'}", (Answering) line -> line.endsWith("?") ? "-1,\"No\"" : "", "LF", true);
        DeviceException e = assertThrows(DeviceException.class, () -> perform(device, "go", Values.none()));
        assertEquals(Detail.FAULT, e.detail());
    }

    @Test
    void what_is_no_error_queue_names_the_setting() throws Exception {
        Device device = described(
                "go:\n  does: {tell: 'GO'}", (Answering) line -> line.endsWith("?") ? "what?" : "", "LF", true);
        LinkException e = assertThrows(LinkException.class, () -> perform(device, "go", Values.none()));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
        assertTrue(e.getMessage().contains("set check.errors to false"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LF", "CR", "CRLF", "NUL"})
    void lines_end_as_the_setting_says(String terminator) throws Exception {
        String end = Map.of("LF", "\n", "CR", "\r", "CRLF", "\r\n", "NUL", "\0").get(terminator);
        Device device = simulated(
                "x:\n  gives: {x: {unit: V}}\n  does: {ask: 'X?', reply: '{x}'}",
                options -> Instrument.answering(end, line -> line.equals("X?") ? "2.5" : "?"),
                terminator,
                false);
        assertEquals(Quantity.of(2.5, "V"), perform(device, "x", Values.none()).get("x"));
    }

    @Test
    void another_terminator_is_refused() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> described("go: {does: {tell: A}}", (Answering) line -> "", "\n", true))
                .getMessage();
        assertTrue(message.contains("is not one of [LF, CR, CRLF, NUL]"), message);
    }

    @Test
    void a_step_may_have_more_time_than_the_link_gives() throws Exception {
        Device device = simulated(
                "x:\n  gives: {x: {unit: V}}\n  does: {ask: 'X?', reply: '{x}', timeout: 5 s}",
                options -> (bytes, voice) -> voice.say(new byte[] {'7', '\n'}, Duration.ofMillis(600)),
                "LF",
                false);
        assertEquals(Quantity.of(7, "V"), perform(device, "x", Values.none()).get("x"));
    }

    @Test
    void a_mistake_in_the_description_ends_the_activation() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> described("go:\n  does: {say: A}", (Answering) line -> "", "LF", true))
                .getMessage();
        assertEquals(
                "it.yaml, line 6, actions.go.does: a step has one of the words [ask, tell, until, wait], not [say]",
                message);
    }

    @Test
    void another_supply_is_an_identity_mismatch() throws Exception {
        room.add("scpi-supply", options -> new BenchSupply().impostor(options));
        Device supply = Given.supply(room.links(Permissions.ALL), LINK);
        DeviceException e = assertThrows(DeviceException.class, supply::selfTest);
        assertEquals(Detail.IDENTITY_MISMATCH, e.detail());
        assertTrue(e.getMessage().contains("BUSBAR,SIM-SUPPLY,0002,1.0"), e.getMessage());
    }

    @Test
    void the_multimeter_of_the_examples_is_described_right() {
        ScpiInstrument meter = new ScpiInstrument(
                new Given("tcp://127.0.0.1:5025", "examples/multimeter.yaml", "LF", false),
                room.links(Permissions.ALL));
        assertEquals(3, meter.actions().size());
        assertTrue(meter.actions().stream().allMatch(action -> action.isReading()));
        assertFalse(room.links().isEmpty());
    }

    /** So that a simulator is as short as its answers. */
    private Device described(String actions, Answering answering, String terminator, boolean checks) throws Exception {
        Simulator simulator = options -> Instrument.answering(terminator.equals("CRLF") ? "\r\n" : "\n", answering::to);
        return simulated(actions, simulator, terminator, checks);
    }

    @FunctionalInterface
    private interface Answering {
        String to(String line);
    }
}
