package org.busbar.drivers.modbus;

import static org.busbar.drivers.modbus.Bench.perform;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.Links;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModbusTest {

    private static final String FAST = "sim:modbus-furnace?speedup=500&timeout=300ms";

    @TempDir
    Path lab;

    private final LinkRoom room = new LinkRoom();
    private Links links;

    @BeforeEach
    void simulate() {
        room.add("modbus-furnace", new FurnaceSimulator());
        links = room.links(Permissions.ALL);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Device furnace(String framing) {
        return Bench.driver(links, Map.of("link", FAST + "&framing=" + framing, "framing", framing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "rtu"})
    void a_furnace_heats_until_it_is_there(String framing) throws Exception {
        Device furnace = furnace(framing);
        furnace.selfTest();
        Values target = Values.of("target", Quantity.of(353.15, "K"));
        Quantity reached = perform(furnace, "heat_to", target).quantity("temperature");
        assertEquals(80, reached.in("Cel"), 3);
        assertEquals(0.5, reached.uncertainty());
        assertEquals(new Text("on"), perform(furnace, "heater", Values.none()).get("state"));
        furnace.makeSafe();
        assertEquals(new Text("off"), perform(furnace, "heater", Values.none()).get("state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "rtu"})
    void a_furnace_that_is_busy_refuses_reading_and_writing(String framing) throws Exception {
        Device furnace = furnace(framing);
        furnace.selfTest();
        for (String action : List.of("heat_to", "temperature", "heater")) {
            room.inject(FAST + "&framing=" + framing, LinkFault.once(LinkFault.Kind.FAIL));
            Values inputs = action.equals("heat_to") ? Values.of("target", Quantity.of(80, "Cel")) : Values.none();
            DeviceException told = assertThrows(DeviceException.class, () -> perform(furnace, action, inputs));
            assertEquals(Detail.REFUSED, told.detail());
            assertTrue(told.getMessage().contains("exception 6, the instrument is busy"), told.getMessage());
        }
        assertEquals(new Text("off"), perform(furnace, "heater", Values.none()).get("state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "rtu"})
    void another_model_is_noticed(String framing) throws InterruptedException {
        Device furnace = furnace(framing);
        room.inject(FAST + "&framing=" + framing, LinkFault.always(LinkFault.Kind.WRONG_DEVICE));
        DeviceException told = assertThrows(DeviceException.class, furnace::selfTest);
        for (int tries = 0; told.detail() == Detail.OFFLINE && tries < 50; tries++) {
            Thread.sleep(20); // the line is lost and found again
            told = assertThrows(DeviceException.class, furnace::selfTest);
        }
        assertEquals(Detail.IDENTITY_MISMATCH, told.detail());
        assertTrue(told.getMessage().contains("4300"), told.getMessage());
    }

    @Test
    void an_instrument_with_another_unit_id_does_not_answer() {
        Device furnace = Bench.driver(links, Map.of("link", FAST, "unit", 7));
        LinkException told = assertThrows(LinkException.class, furnace::selfTest);
        assertEquals(LinkException.Kind.NO_REPLY, told.kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holding: 0, type: int16    | holding: 50, type: int16   | CONFIGURATION | no such register",
                "holding: 0, type: int16    | holding: 3, type: float32  | CONFIGURATION | no such register",
                "scale: 0.1, unit: Cel}     | scale: 0.01, unit: Cel}    | REFUSED       | does not take this value",
                "scale: 0.1, unit: Cel}     | scale: 0.001, unit: Cel}   | REFUSED       | has no place in a register",
                "scale: 0.1, unit: Cel}     | scale: 0.1, unit: K}       | REFUSED       | does not take this value"
            })
    void a_refusal_names_the_register(String right, String wrong, Detail detail, String why) throws Exception {
        Device furnace = described(right, wrong);
        Values target = Values.of("target", Quantity.of(300, "Cel"));
        DeviceException told = assertThrows(DeviceException.class, () -> perform(furnace, "heat_to", target));
        assertEquals(detail, told.detail(), told.getMessage());
        assertTrue(told.getMessage().contains("setpoint"), told.getMessage());
        assertTrue(told.getMessage().contains(why), told.getMessage());
        assertEquals(new Text("off"), perform(furnace, "heater", Values.none()).get("state"));
    }

    private Device described(String right, String wrong) throws Exception {
        String good = Files.readString(Bench.furnace());
        assertTrue(good.contains(right), right);
        Path file = Files.writeString(lab.resolve("furnace.yaml"), good.replace(right, wrong));
        return Bench.driver(links, Map.of("link", FAST, "description", file.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: float32     | type: float16      | 'float16' is no type of a register",
                "order: CDAB       | order: LITTLE      | 'LITTLE' is no order of bytes",
                "holding: 100      | holding: 70000     | not a whole number from 0 to 65535",
                "holding: 100      | register: 100      | one of the tables",
                "holding: 100      | holding: 1, input: 2 | in [holding, input]",
                "scale: 0.01       | scale: 0           | a scale of 0.0",
                "scale: 0.01       | factor: 0.01       | unknown key 'factor'",
                "scale: 0.01, unit: \"%\" | unit: parsec_y | parsec_y",
                "{coil: 0}         | {coil: 0, type: int16} | unknown key 'type'",
                "setpoint: target  | temperature: target | which is read only",
                "setpoint: target  | set_point: target  | there is no register 'set_point'",
                "setpoint: target  | setpoint: goal     | there is no value 'goal'",
                "setpoint: target  | setpoint: on       | there is no value 'on'",
                "to: state         | to: status         | there is no output 'status'",
                "{read: heater, to: state} | {read: heater} | say what to do with 'heater'",
                "unit: Cel}        | unit: bar}         | cannot be converted",
                "{holding: 100,    | '{holding: 100, function: 5,' | from 6 to 16"
            })
    void a_mistake_in_the_description_is_told_with_its_line(String right, String wrong, String why) throws Exception {
        String told = assertThrows(IllegalArgumentException.class, () -> described(right, wrong))
                .getMessage();
        assertTrue(told.contains(why) && told.contains("furnace.yaml, line "), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit | 256 | unit = 256",
                "framing | ascii | framing = ascii is not tcp, rtu or auto",
                "link | foo:bar | foo"
            })
    void a_wrong_setting_is_told(String setting, String value, String why) {
        Map<String, Object> settings = new HashMap<>(Map.of("link", FAST));
        settings.put(setting, setting.equals("unit") ? (Object) Integer.valueOf(value) : value);
        String told = assertThrows(IllegalArgumentException.class, () -> Bench.driver(links, settings))
                .getMessage();
        assertTrue(told.contains(why), told);
    }

    @Test
    void a_driver_that_cannot_be_made_keeps_no_line() {
        assertThrows(IllegalArgumentException.class, () -> described("setpoint: target", "setpoint: goal"));
        assertEquals(0, room.links().size());
    }
}
