package org.busbar.drivers.newerapump;

import static org.busbar.drivers.newerapump.Bench.action;
import static org.busbar.drivers.newerapump.Bench.channel;
import static org.busbar.drivers.newerapump.Bench.dispense;
import static org.busbar.drivers.newerapump.Bench.inputs;
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
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.inventory.Effect;
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
import org.junit.jupiter.params.provider.ValueSource;

class SyringePumpTest {

    private static final String LINK = "sim:new-era-pump?timeout=1s&speed=1000";

    private final TappedSimulator tap = new TappedSimulator(new PumpSimulator());
    private final LinkRoom room = new LinkRoom();
    private final Links links = room.links(Permissions.ALL);
    private final SyringePump pump = pump(Map.of());

    @BeforeEach
    void open() {
        room.add("new-era-pump", tap);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SyringePump pump(Map<String, Object> given) {
        return pump(LINK + "&contents=30", given);
    }

    private SyringePump pump(String link, Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(given);
        all.put("link", link);
        return Bench.pump(links, all);
    }

    @Test
    void touches_nothing_until_it_is_asked_to() {
        pump.actions();
        assertEquals(List.of(), tap.heard());
    }

    @Test
    void dispenses_the_volume_and_says_so() throws Exception {
        assertEquals(1.234, dispense(pump, 1.234, 20).quantity("dispensed").in("mL"), 1e-9);
        assertEquals(1.234, channel(pump, "dispensed"), 1e-9);
        assertEquals(0, channel(pump, "running"));
        assertTrue(tap.heard().containsAll(List.of("00VOL UL", "00VOL 1234", "00RAT 20.00 MM", "00DIR INF", "00RUN")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.00012345, 0.0017777, 0.99999, 9.99949, 9.9995, 12.34567})
    void a_volume_with_more_digits_than_the_pump_can_be_told_is_complete_all_the_same(double mL) throws Exception {
        assertEquals(mL, dispense(pump, mL, 20).quantity("dispensed").value(), 6e-4 * mL + 5e-7);
    }

    @Test
    void converts_the_units_of_its_inputs() throws Exception {
        Values inputs = Values.of("volume", Quantity.of(250, "uL")).with("rate", Quantity.of(60, "mL/h"));
        action(pump, "dispense").perform(inputs);
        assertTrue(
                tap.heard().containsAll(List.of("00VOL 250.0", "00RAT 1000 UM")),
                tap.heard().toString());
    }

    @Test
    void withdraws_and_forgets_what_was_dispensed_before() throws Exception {
        dispense(pump, 1, 20);
        Values out = action(pump, "withdraw").perform(inputs(12.5, 28));
        assertEquals(12.5, out.quantity("withdrawn").value(), 1e-9);
        assertEquals(0, channel(pump, "dispensed"));
        assertEquals(12.5, channel(pump, "withdrawn"), 1e-9);
    }

    @Test
    void tells_the_diameter_only_if_the_pump_has_another_one_in_mind() throws Exception {
        dispense(pump, 1, 20);
        assertTrue(tap.heard().stream().noneMatch(command -> command.startsWith("00DIA ")));
        SyringePump other = pump(Map.of("syringe_diameter", 14.4, "syringe_volume", 10.0));
        dispense(other, 1, 5);
        assertTrue(tap.heard().contains("00DIA 14.40"), tap.heard().toString());
    }

    @Test
    void two_pumps_share_a_line_by_address() throws Exception {
        SyringePump left = pump(LINK + "&addresses=3,42", Map.of("address", 3));
        SyringePump right = pump(LINK + "&addresses=3,42", Map.of("address", 42));
        dispense(left, 1, 20);
        dispense(right, 2, 20);
        assertEquals(1, channel(left, "dispensed"), 1e-9);
        assertEquals(2, channel(right, "dispensed"), 1e-9);
    }

    @Test
    void self_test_takes_note_that_the_pump_was_switched_on_and_passes() throws Exception {
        pump.selfTest();
        assertEquals(List.of("00", "00", "00VER"), tap.heard());
    }

    @ParameterizedTest
    @CsvSource({"500, false", "1000, true", "'', true", "100, false"})
    void self_test_refuses_another_model(String model, boolean right) throws Exception {
        SyringePump configured = pump(Map.of("model", model));
        if (right) {
            configured.selfTest();
        } else {
            DeviceException e = assertThrows(DeviceException.class, configured::selfTest);
            assertEquals(Detail.IDENTITY_MISMATCH, e.detail());
            assertTrue(e.getMessage().contains("NE1000V3.928"), e.getMessage());
        }
    }

    @Test
    void expects_what_volume_and_rate_say() {
        assertEquals(Duration.ofMillis(30_500), action(pump, "dispense").expected(inputs(10, 20)));
    }

    @Test
    void uses_up_the_stock_it_is_told_of() throws Exception {
        SyringePump stocked = pump(Map.of("stock", "EMC"));
        Values in = inputs(2, 20);
        List<Effect> before = action(stocked, "dispense").effects(in, Values.none());
        assertEquals(List.of(new Effect.Used("EMC", Quantity.of(2, "mL"))), before);
        Values out = action(stocked, "dispense").perform(in);
        assertEquals(
                List.of(new Effect.Used("EMC", out.quantity("dispensed"))),
                action(stocked, "dispense").effects(in, out));
        assertEquals(List.of(), action(pump, "dispense").effects(in, Values.none()));
    }

    @ParameterizedTest
    @CsvSource({"60.1, 10", "0, 10", "1, 28.4", "1, 0", "NaN, 1"})
    void declares_the_range_of_its_syringe(double mL, double mLPerMinute) {
        assertFalse(action(pump, "dispense")
                .capability()
                .refusals(inputs(mL, mLPerMinute))
                .isEmpty());
        assertTrue(
                action(pump, "dispense").capability().refusals(inputs(60, 28.3)).isEmpty());
    }

    @Test
    void says_value_unit_and_limit_when_the_pump_finds_a_rate_out_of_range() {
        SyringePump hopeful = pump(Map.of("highest_rate", 50.0));
        DeviceException e = assertThrows(DeviceException.class, () -> dispense(hopeful, 1, 40));
        assertEquals(Detail.REFUSED, e.detail());
        assertTrue(e.getMessage().startsWith("rate = 40.0 mL/min (0.000"), e.getMessage());
        assertTrue(e.getMessage().contains("to 50.000 mL/min with this syringe) is out of the range"), e.getMessage());
        assertFalse(tap.heard().contains("00RUN"));
    }

    @Test
    void the_limits_of_every_syringe_are_accepted_by_the_pump() throws Exception {
        for (double diameter : new double[] {1, 4.699, 8.66, 14.4, 26.59, 38.4}) {
            Syringe syringe = new Syringe(diameter, 1);
            SyringePump limited = pump(Map.of("syringe_diameter", diameter));
            dispense(limited, 0.01, syringe.highestRate());
            NewEraProtocol protocol = new NewEraProtocol(links.open(LINK + "&contents=30", NewEraProtocol.FRAMING), 0);
            protocol.useRate(FourDigits.rate(syringe.lowestRate()), "the lowest rate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u000201S\u0003", "\u0002zz\u0003", "\u000200S12.3\u0003", "\u000200SI1.000W0\u0003"})
    void an_answer_that_is_none_is_garbled(String answer) {
        tap.answer((message, reply) -> message.equals("00DIS") ? answer : reply);
        LinkException e = assertThrows(LinkException.class, () -> channel(pump, "dispensed"));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
    }

    @Test
    void half_an_answer_is_none() {
        tap.answer((message, reply) -> reply.substring(0, reply.length() - 1));
        LinkException e = assertThrows(LinkException.class, pump::selfTest);
        assertEquals(LinkException.Kind.GARBLED, e.kind());
    }

    @ParameterizedTest
    @CsvSource({
        "address, 100",
        "address, -1",
        "syringe_diameter, 0",
        "syringe_diameter, 51",
        "syringe_volume, 0",
        "syringe_volume, NaN",
        "highest_rate, -1",
        "highest_rate, 1e5"
    })
    void refuses_a_setting_and_names_it(String name, double value) {
        Map<String, Object> given = Map.of(name, name.equals("address") ? (Object) (int) value : value);
        String message =
                assertThrows(IllegalArgumentException.class, () -> pump(given)).getMessage();
        assertTrue(message.contains(name.replace('_', '.') + " = "), message);
    }
}
