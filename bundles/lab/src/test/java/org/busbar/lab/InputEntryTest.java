package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.experiment.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputEntryTest {

    @Test
    void references_name_an_input_or_an_output() {
        assertEquals(new Input.Given("pc_share"), InputEntry.of("${pc_share}").input());
        assertEquals(
                new Input.Given("pc-share"), InputEntry.of(" ${ pc-share } ").input());
        assertEquals(
                new Input.Output("mix-2", "sample_1"),
                InputEntry.of("${mix-2.sample_1}").input());
    }

    @ParameterizedTest
    @ValueSource(strings = {"${a.b.c}", "${}", "${a", "a ${b}", "${a} g", "${a b}", "${.a}", "${a.}"})
    void what_looks_like_a_reference_and_is_none_is_refused(String text) {
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> InputEntry.of(text)), "'" + text + "'", "${input}");
    }

    @Test
    void constants_are_quantities_or_words() {
        assertEquals(
                new Input.Constant(Quantity.of(20, "Cel")),
                InputEntry.of("20 Cel").input());
        assertEquals(
                new Input.Constant(Quantity.of(7.4, 0.2, "mS/cm")),
                InputEntry.of("7.4 +- 0.2 mS/cm").input());
        assertEquals(Quantity.of(-1.5e-3, "V"), InputEntry.value("-1.5e-3 V"));
        assertEquals(Quantity.of(0.5, "1"), InputEntry.value(".5"));
        assertEquals(new Text("charge"), InputEntry.value("charge"));
        assertEquals(new Input.Constant(Quantity.of(3, "1")), InputEntry.of(3).input());
    }

    @ParameterizedTest
    @ValueSource(strings = {"20Cel", "2,5 g", "1 2 3", "20 Celsius"})
    void what_begins_as_a_number_must_be_a_quantity(String text) {
        assertThrows(IllegalArgumentException.class, () -> InputEntry.value(text));
    }
}
