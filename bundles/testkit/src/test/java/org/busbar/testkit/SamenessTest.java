package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

class SamenessTest {

    private static final Capability MOVE = new Capability(
            "move", List.of(), List.of(Parameter.real("position", "mm", 0, 100), Parameter.real("took", "s", 0, 60)));

    private static int differences(Quantity position, Quantity took) {
        Values first = Values.of("position", Quantity.of(50, "mm")).with("took", Quantity.of(3, "s"));
        Values second = Values.of("position", position).with("took", took);
        return Sameness.differences(MOVE, first, second).size();
    }

    @Test
    void numbers_may_scatter_also_in_another_unit() {
        assertEquals(0, differences(Quantity.of(5.2, "cm"), Quantity.of(3, "s")));
    }

    @Test
    void another_position_is_not_the_same() {
        assertEquals(1, differences(Quantity.of(60, "mm"), Quantity.of(3, "s")));
    }

    @Test
    void how_long_it_took_does_not_matter() {
        assertEquals(0, differences(Quantity.of(50, "mm"), Quantity.of(0, "s")));
    }

    @Test
    void a_difference_is_told_with_both_values() {
        Values first = Values.of("position", Quantity.of(10, "mm"));
        Values second = Values.of("position", Quantity.of(20, "mm"));
        assertEquals(
                List.of("move: position is 10 mm once and 20 mm twice"), Sameness.differences(MOVE, first, second));
    }
}
