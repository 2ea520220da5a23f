package org.busbar.api.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

class SpaceTest {

    private static final Parameter X = Parameter.real("x", "mL", 0, 1);

    @Test
    void takes_numbers_whole_numbers_and_choices() {
        Parameter n = Parameter.whole("n", 1, 3);
        Parameter salt = Parameter.choice("salt", "LiPF6", "LiFSI");
        assertEquals(List.of(X, n, salt), Space.of(X, n, salt).parameters());
        assertEquals(List.of(), Space.of(X).candidates());
    }

    @Test
    void refuses_two_of_one_name() {
        assertEquals("The space has two parameters named x", message(X, Parameter.whole("x", 1, 3)));
    }

    @Test
    void refuses_what_cannot_be_searched() {
        String rest = ": it needs finite limits or options";
        assertEquals("The space cannot be searched over open" + rest, message(Parameter.real("open", "mL")));
        assertEquals(
                "The space cannot be searched over half" + rest,
                message(Parameter.real("half", "mL", 0, Double.POSITIVE_INFINITY)));
        assertEquals("The space cannot be searched over none" + rest, message(Parameter.choice("none")));
        assertEquals("The space cannot be searched over text" + rest, message(Parameter.note("text")));
        assertEquals("The space cannot be searched over vial" + rest, message(Parameter.specimen("vial")));
    }

    @Test
    void does_not_change() {
        List<Parameter> parameters = new ArrayList<>(List.of(X));
        List<Values> candidates = new ArrayList<>(List.of(Values.of("x", Quantity.of(1, "mL"))));
        Space space = new Space(parameters, candidates);
        parameters.clear();
        candidates.clear();
        assertEquals(List.of(X), space.parameters());
        assertEquals(List.of(Values.of("x", Quantity.of(1, "mL"))), space.candidates());
    }

    private static String message(Parameter... parameters) {
        return assertThrows(IllegalArgumentException.class, () -> Space.of(parameters))
                .getMessage();
    }
}
