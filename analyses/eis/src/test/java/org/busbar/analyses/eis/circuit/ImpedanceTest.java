package org.busbar.analyses.eis.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpedanceTest {

    /** At 1 rad/s with all parameters 1 but exponents .5; closed forms evaluated by hand. */
    @ParameterizedTest
    @CsvSource({
        "R1, 1, 0",
        "L1, 0, 1",
        "C1, 0, -1",
        "CPE1, 0.70710678118655, -0.70710678118655",
        "W1, 1, -1",
        "ZARC1, 0.5, -0.20710678118655",
        "G1, 0.77688698701502, -0.32179712645279",
        "La1, 0.70710678118655, 0.70710678118655",
        "'p(R1,C1)', 0.5, -0.5",
        "'R0-p(R1,C1)', 1.5, -0.5",
        "'p(R1,R2,R3)', 0.33333333333333, 0"
    })
    void impedance_follows_its_formula(String text, double real, double imaginary) {
        Circuit circuit = CircuitText.read(text);
        double[] values = circuit.parameters().stream()
                .mapToDouble(slot -> slot.kind() == Slot.Kind.EXPONENT ? 0.5 : 1)
                .toArray();
        Response response = respond(circuit, values, 1);
        assertEquals(real, response.real(), 1e-13);
        assertEquals(imaginary, response.imaginary(), 1e-13);
    }

    @Test
    void finite_diffusion_is_a_warburg_element_at_high_and_a_layer_at_low_frequency() {
        for (String text : new String[] {"Wo1", "Ws1"}) {
            Response fast = respond(CircuitText.read(text), new double[] {2, 3}, 1e8);
            double warburg = 2 / Math.sqrt(2 * 1e8 * 3);
            assertEquals(warburg, fast.real(), 1e-12 * warburg);
            assertEquals(-warburg, fast.imaginary(), 1e-12 * warburg);
        }
        Response open = respond(CircuitText.read("Ws1"), new double[] {2, 3}, 1e-7);
        assertEquals(2, open.real(), 1e-9);
        Response blocked = respond(CircuitText.read("Wo1"), new double[] {2, 3}, 1e-6);
        assertEquals(2.0 / 3, blocked.real(), 1e-6);
        assertEquals(-2 / 3e-6, blocked.imaginary(), 1e-3);
    }

    @ParameterizedTest
    @CsvSource({
        "'R0-p(R1,C1)', 1, 2",
        "'L0-R0-p(R1,C1)-W1', 1, 2",
        "'R0-p(R1-Wo1,C1)', 1, 2",
        "'R0-p(R1,L1)', 2, 1",
        "'p(R1,R2-C1)', 0.5, 1",
        "'R0-Ws1', 1, 2",
        "C1, 0, 0"
    })
    void limits_are_those_of_the_resistors_that_remain(String text, double high, double low) {
        Circuit circuit = CircuitText.read(text);
        double[] values = new double[circuit.parameters().size()];
        Arrays.fill(values, 1);
        assertEquals(high, Limits.high(circuit, values), 1e-12);
        assertEquals(low, Limits.low(circuit, values), 1e-12);
    }

    @Test
    void a_circuit_blocks_only_if_all_ways_are_blocked() {
        double[] values = {1, 1, 1};
        assertTrue(Limits.blocks(CircuitText.read("R0-p(R1-Wo1,C1)"), new double[] {1, 1, 1, 1, 1}));
        assertEquals(false, Limits.blocks(CircuitText.read("p(R1,R2-C1)"), values));
    }

    private static Response respond(Circuit circuit, double[] values, double omega) {
        Response response = new Response(values.length);
        circuit.respond(Omega.of(omega), values, response);
        return response;
    }
}
