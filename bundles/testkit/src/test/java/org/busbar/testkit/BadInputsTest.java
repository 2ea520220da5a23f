package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

class BadInputsTest {

    private static final Capability ALL = new Capability(
            "all",
            List.of(
                    Parameter.real("volume", "mL", 0, 10),
                    Parameter.real("share", "1", 0, 1),
                    Parameter.whole("cycles", 1, 100),
                    Parameter.choice("valve", "open", "closed"),
                    Parameter.note("note"),
                    Parameter.curve("ramp", "K"),
                    Parameter.specimen("sample")),
            List.of());

    private static final Values GOOD = Values.of("volume", Quantity.of(1, "mL"))
            .with("share", Quantity.of(0.5, "1"))
            .with("cycles", Quantity.of(2, "1"))
            .with("valve", new Text("open"))
            .with("note", new Text("good"))
            .with("ramp", Series.of("K", 1, 2))
            .with("sample", new Sample("s-1"));

    @Test
    void every_kind_of_input_is_made_wrong_and_refused() {
        ALL.check(GOOD);
        BadInputs.of(ALL, GOOD)
                .forEach((what, bad) -> assertFalse(ALL.refusals(bad).isEmpty(), what + " is accepted"));
    }

    @Test
    void numbers_are_too_low_too_high_in_a_wrong_unit_and_no_numbers() {
        Capability one = new Capability("one", List.of(Parameter.real("volume", "mL", 0, 10)), List.of());
        Values good = Values.of("volume", Quantity.of(1, "mL"));
        assertEquals(5, BadInputs.of(one, good).size());
    }
}
