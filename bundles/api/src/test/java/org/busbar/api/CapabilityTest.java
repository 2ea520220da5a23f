package org.busbar.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapabilityTest {

    private static final Parameter VOLUME = Parameter.real("volume", "mL", 0, 10);
    private static final Parameter MODE = Parameter.choice("mode", "fast", "slow");
    private static final Parameter DISPENSED = Parameter.real("dispensed", "mL");
    private static final Capability DISPENSE = new Capability("dispense", List.of(VOLUME, MODE), List.of(DISPENSED));
    private static final Values GOOD = Values.of("volume", Quantity.of(5, "mL")).with("mode", new Text("slow"));

    @Test
    void passes_what_is_complete_and_accepted() {
        assertEquals(List.of(), DISPENSE.refusals(GOOD));
        assertDoesNotThrow(() -> DISPENSE.check(GOOD));
        assertDoesNotThrow(() -> DISPENSE.checkOutputs(Values.of("dispensed", Quantity.of(5, "mL"))));
        assertDoesNotThrow(() -> new Capability("home", List.of(), List.of()).check(Values.none()));
    }

    @Test
    void names_what_is_missing() {
        assertEquals(List.of("input volume is missing", "input mode is missing"), DISPENSE.refusals(Values.none()));
    }

    @Test
    void names_what_is_unknown_and_what_there_is() {
        assertEquals(
                List.of("there is no input speed, only [volume, mode]"),
                DISPENSE.refusals(GOOD.with("speed", Quantity.of(1, "mL/min"))));
    }

    @Test
    void names_every_fault_at_once() {
        Values bad = Values.of("volume", Quantity.of(11, "mL")).with("speed", new Text("high"));
        String message = assertThrows(IllegalArgumentException.class, () -> DISPENSE.check(bad))
                .getMessage();
        assertEquals(
                "dispense: volume = 11 mL is above the limit of 10 mL; input mode is missing; "
                        + "there is no input speed, only [volume, mode]",
                message);
    }

    @Test
    void checks_outputs_as_outputs() {
        String message = assertThrows(IllegalArgumentException.class, () -> DISPENSE.checkOutputs(GOOD))
                .getMessage();
        assertEquals(
                "dispense: output dispensed is missing; there is no output volume, only [dispensed]; "
                        + "there is no output mode, only [dispensed]",
                message);
    }

    @Test
    void finds_parameters_by_name() {
        assertEquals(Optional.of(MODE), DISPENSE.parameter("mode"));
        assertEquals(Optional.of(DISPENSED), DISPENSE.parameter("dispensed"));
        assertEquals(Optional.empty(), DISPENSE.parameter("speed"));
        Capability stir = new Capability("stir", List.of(VOLUME), List.of(Parameter.real("volume", "L")));
        assertEquals(Optional.of(VOLUME), stir.parameter("volume"));
    }

    @Test
    void does_not_change() {
        List<Parameter> inputs = new ArrayList<>(List.of(VOLUME));
        Capability capability = new Capability("x", inputs, List.of());
        inputs.clear();
        assertEquals(List.of(VOLUME), capability.inputs());
        assertThrows(
                UnsupportedOperationException.class, () -> capability.inputs().clear());
    }

    @Test
    void takes_the_default_of_an_input_that_is_not_given() {
        Capability lazy = DISPENSE.byDefault("mode", new Text("slow"));
        Values volume = Values.of("volume", Quantity.of(5, "mL"));
        assertEquals(List.of(), lazy.refusals(volume));
        assertEquals(GOOD, lazy.completed(volume));
        assertEquals(
                new Text("fast"),
                lazy.completed(GOOD.with("mode", new Text("fast"))).get("mode"));
    }

    @Test
    void takes_no_default_that_is_refused_or_has_no_input() {
        assertThrows(IllegalArgumentException.class, () -> DISPENSE.byDefault("mode", new Text("gentle")));
        assertThrows(IllegalArgumentException.class, () -> DISPENSE.byDefault("speed", new Text("slow")));
    }
}
