package org.busbar.analyses.eis.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitTextTest {

    @Test
    void parameters_are_named_after_their_element_in_the_order_written() {
        Circuit circuit = CircuitText.read(" R0 - p( R_1-Wo1 , CPE1 )-Zarc2 ");
        assertEquals(
                List.of("R0", "R1", "Wo1_Z0", "Wo1_tau", "CPE1_Q", "CPE1_alpha", "ZARC2_R", "ZARC2_tau", "ZARC2_phi"),
                circuit.parameters().stream().map(Slot::name).toList());
        assertEquals(
                List.of("Ohm", "Ohm", "Ohm", "s", "S", "1", "Ohm", "s", "1"),
                circuit.parameters().stream().map(Slot::unit).toList());
        assertEquals("R-p(R-Wo,CPE)-ZARC", circuit.shape());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, an element",
        "R0-, 4, an element",
        "R0-X1, 4, one of the elements",
        "R, 2, a number after R",
        "R0 R1, 4, '-' or the end",
        "R0-p(R1), 8, a second branch",
        "'R0-p(R1,C1', 11, ')'",
        "'R0-pR1,C1)', 5, '(' after p",
        "R0-R0, 4, a name other than R0",
        "'R0-p(R1,)', 9, an element",
        "R0), 3, '-' or the end"
    })
    void a_mistake_is_named_with_its_position_and_what_was_expected(String text, int position, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> CircuitText.read(text))
                .getMessage();
        assertTrue(message.contains("position " + position + ":"), message);
        assertTrue(message.contains(expected), message);
    }

    @Test
    void nesting_has_an_end() {
        String message = assertThrows(IllegalArgumentException.class, () -> CircuitText.read(nested(60)))
                .getMessage();
        assertTrue(message.contains("at most 50 groups"), message);
        assertEquals(50, CircuitText.read(nested(49)).parameters().size());
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append("p(R").append(i).append(',');
        }
        return text.append("C0").append(")".repeat(depth)).toString();
    }
}
