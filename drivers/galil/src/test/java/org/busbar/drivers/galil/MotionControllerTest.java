package org.busbar.drivers.galil;

import static org.busbar.drivers.galil.Bench.action;
import static org.busbar.drivers.galil.Bench.home;
import static org.busbar.drivers.galil.Bench.move;
import static org.busbar.drivers.galil.Bench.moving;
import static org.busbar.drivers.galil.Bench.position;
import static org.busbar.drivers.galil.Bench.to;
import static org.busbar.drivers.galil.Bench.two;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Links;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.busbar.links.serve.TappedSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MotionControllerTest {

    private static final String LOST = "sim:galil?timeout=1s&speed=1000";
    private static final String HOMED = LOST + "&homed=1";

    private final TappedSimulator tap = new TappedSimulator(new GalilSimulator());
    private final LinkRoom room = new LinkRoom();
    private final Links links = room.links(Permissions.ALL);
    private final MotionController stage = one(HOMED, Map.of());

    @BeforeEach
    void open() {
        room.add("galil", tap);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private MotionController one(String link, Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(given);
        all.put("link", link);
        return Bench.one(links, all);
    }

    @Test
    void touches_nothing_until_it_is_asked_to() throws Exception {
        stage.actions();
        stage.stopBound();
        stage.close();
        assertEquals(List.of(), tap.heard());
    }

    @Test
    void has_actions_for_every_axis_and_homes_those_that_have_a_home() {
        assertEquals(
                List.of("move_x", "home_x", "position_x", "move_y", "position_y", "moving"),
                two(links, HOMED).actions().stream().map(Action::name).toList());
    }

    @Test
    void moves_to_a_position_and_twice_is_once() throws Exception {
        assertEquals(123.456, move(stage, "x", 123.456), 1e-9);
        assertEquals(123.456, move(stage, "x", 123.456), 1e-9);
        assertEquals(123.456, position(stage, "x"), 1e-9);
        assertEquals(0, moving(stage));
        assertTrue(tap.heard().containsAll(List.of("SPX=20000", "ACX=100000", "DCX=100000", "PAX=123456", "BGX")));
    }

    @Test
    void converts_the_unit_of_its_input() throws Exception {
        Values out = action(stage, "move_x").perform(Values.of("position", Quantity.of(3, "cm")));
        assertEquals(30, out.quantity("position").in("mm"), 1e-9);
    }

    @Test
    void axes_keep_their_own_positions_and_directions() throws Exception {
        MotionController both = two(links, HOMED + "&axes=XY&forward=300000");
        move(both, "x", 100);
        assertEquals(-150, move(both, "y", -150), 1e-9);
        assertEquals(100, position(both, "x"), 1e-9);
        assertEquals(-150, position(both, "y"), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HM", "FI", "FE"})
    void finds_home_and_calls_it_0(String method) throws Exception {
        MotionController lost = one(LOST + "&home=5000", Map.of("home", new String[] {method}));
        assertEquals(0, home(lost, "x"), 1e-9);
        assertEquals(0, home(lost, "x"), 1e-9);
        assertEquals(10, move(lost, "x", 10), 1e-9);
        assertTrue(tap.heard().contains("SPX=5000"), tap.heard().toString());
    }

    @Test
    void does_not_move_before_it_knows_its_zero() throws Exception {
        MotionController lost = one(LOST, Map.of());
        DeviceException e = assertThrows(DeviceException.class, () -> move(lost, "x", 10));
        assertEquals(Detail.REFUSED, e.detail());
        assertTrue(e.getMessage().contains("do home_x first"), e.getMessage());
        MotionController homeless = one(LOST, Map.of("home", new String[] {"none"}));
        homeless.makeSafe();
        assertEquals(5, move(homeless, "x", 5), 1e-9);
    }

    @Test
    void a_limit_switch_is_a_fault_and_says_which_and_where() throws Exception {
        MotionController short_ = one(HOMED + "&forward=100000", Map.of());
        DeviceException e = assertThrows(DeviceException.class, () -> move(short_, "x", 200));
        assertEquals(Detail.FAULT, e.detail());
        assertTrue(
                e.getMessage().contains("it stands at 100.0000 mm, stopped by its forward limit switch"),
                e.getMessage());
        DeviceException again = assertThrows(DeviceException.class, () -> move(short_, "x", 200));
        assertEquals(Detail.FAULT, again.detail());
        assertTrue(again.getMessage().contains("22 Begin not possible due to Limit Switch"), again.getMessage());
        assertEquals(50, move(short_, "x", 50), 1e-9);
    }

    @Test
    void switches_a_motor_on_that_was_switched_off_when_made_safe() throws Exception {
        MotionController limp = one(HOMED, Map.of("motors_off", true));
        limp.makeSafe();
        assertTrue(tap.heard().containsAll(List.of("STX", "MOX")));
        move(limp, "x", 30);
        assertTrue(tap.heard().contains("SHX"));
        stage.makeSafe();
        assertEquals(1, tap.heard().stream().filter("MOX"::equals).count());
    }

    @Test
    void a_position_that_is_not_reached_is_a_fault() {
        tap.answer((message, reply) -> message.equals("MG _TPX") ? " 29000.0000\r\n:" : reply);
        DeviceException e = assertThrows(DeviceException.class, () -> move(stage, "x", 30));
        assertEquals(Detail.FAULT, e.detail());
        assertTrue(e.getMessage().contains("ended at 29.0 mm"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"DMC41, 4711, true", "'', 0, true", "DMC21, 0, false", "'', 815, false"})
    void self_test_refuses_another_controller(String model, long serial, boolean right) throws Exception {
        MotionController configured = one(HOMED, Map.of("model", model, "serial", serial));
        if (right) {
            configured.selfTest();
        } else {
            DeviceException e = assertThrows(DeviceException.class, configured::selfTest);
            assertEquals(Detail.IDENTITY_MISMATCH, e.detail());
        }
        assertFalse(tap.heard().contains("SHX"));
    }

    @ParameterizedTest
    @CsvSource({"250, 13.2", "0, 13.2", "125, 6.95"})
    void expects_the_longest_way_there(double mm, double seconds) {
        Duration expected = action(stage, "move_x").expected(to(mm));
        assertEquals(seconds, expected.toMillis() / 1000.0, 1e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 250.1, Double.NaN})
    void declares_the_ends_of_its_axis(double mm) {
        assertFalse(action(stage, "move_x").capability().refusals(to(mm)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc\r\n:", "1.0000 2\r\n:", ":", "TPX 20000\r\n:", " $4E20\r\n:"})
    void an_answer_that_is_no_number_is_garbled(String answer) {
        tap.answer((message, reply) -> answer);
        LinkException e = assertThrows(LinkException.class, () -> position(stage, "x"));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
    }

    @Test
    void an_answer_to_a_command_that_has_none_is_garbled() {
        tap.answer((message, reply) -> message.startsWith("SP") ? " 5\r\n:" : reply);
        LinkException e = assertThrows(LinkException.class, () -> move(stage, "x", 30));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
        assertFalse(tap.heard().contains("BGX"));
    }

    @Test
    void an_answer_without_a_prompt_is_none() {
        tap.answer((message, reply) -> reply.replace(":", ""));
        LinkException e = assertThrows(LinkException.class, () -> position(stage, "x"));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
    }

    @Test
    void a_refusal_is_told_with_its_reason() {
        tap.answer((message, reply) -> switch (message) {
            case "SPX=20000" -> "?";
            case "TC1" -> "6 Number out of range\r\n:";
            default -> reply;
        });
        DeviceException e = assertThrows(DeviceException.class, () -> move(stage, "x", 30));
        assertEquals(Detail.REFUSED, e.detail());
        assertEquals("The controller refuses 'SPX=20000' and gives 6 Number out of range", e.getMessage());
    }

    static List<Map<String, Object>> wrong() {
        return List.of(
                Map.of("axes", new String[] {}),
                Map.of("axes", new String[] {"Q"}),
                Map.of("axes", new String[] {"X", "X"}),
                Map.of("counts_per_mm", new double[] {0}),
                Map.of("counts_per_mm", new double[] {1, 2}),
                Map.of("lowest", new double[] {250}),
                Map.of("highest", new double[] {1e12}),
                Map.of("speed", new double[] {-1}),
                Map.of("speed", new double[] {}),
                Map.of("acceleration", new double[] {Double.NaN}),
                Map.of("home", new String[] {"XX"}),
                Map.of("tolerance", 0.0));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refuses_a_setting_and_names_it(Map<String, Object> given) {
        String message = assertThrows(IllegalArgumentException.class, () -> one(HOMED, given))
                .getMessage();
        String name = given.keySet().iterator().next().replace('_', '.');
        assertTrue(message.contains(name) || message.contains("highest"), message);
    }
}
