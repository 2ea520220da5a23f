package org.busbar.api.device;

import static org.busbar.api.device.Action.action;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

class ActionTest {

    private static final Parameter VOLUME = Parameter.real("volume", "mL", 0, 10);
    private static final Parameter SPEED = Parameter.real("speed", "mL/min", 0, 10);
    private static final Values FIVE = Values.of("volume", Quantity.of(5, "mL"));

    @Test
    void every_step_of_the_builder_gives_a_new_action() {
        Action bare = action("dispense");
        bare.takes(VOLUME);
        bare.gives(SPEED);
        bare.lasting(in -> Duration.ZERO);
        bare.repeatable();
        bare.does(in -> in);
        assertEquals(new Capability("dispense", List.of(), List.of()), bare.capability());
        assertEquals(Duration.ofMinutes(1), bare.expected(FIVE));
        assertFalse(bare.isRepeatable());
        assertThrows(IllegalStateException.class, () -> bare.perform(FIVE));
    }

    @Test
    void the_order_of_the_steps_does_not_matter() throws Exception {
        Action action = action("dispense")
                .does(in -> in)
                .repeatable()
                .lasting(in ->
                        Duration.ofSeconds(Math.round(in.quantity("volume").in("mL"))))
                .gives(SPEED)
                .takes(VOLUME);
        assertEquals(new Capability("dispense", List.of(VOLUME), List.of(SPEED)), action.capability());
        assertEquals(Duration.ofSeconds(5), action.expected(FIVE));
        assertTrue(action.isRepeatable());
        assertSame(FIVE, action.perform(FIVE));
        assertEquals("dispense", action.toString());
    }

    @Test
    void further_inputs_and_outputs_come_behind() {
        Action action =
                action("dispense").takes(VOLUME).takes(SPEED).gives(SPEED).gives(VOLUME);
        assertEquals(List.of(VOLUME, SPEED), action.capability().inputs());
        assertEquals(List.of(SPEED, VOLUME), action.capability().outputs());
    }

    @Test
    void what_was_never_said_to_do_anything_says_so() {
        String message = assertThrows(
                        IllegalStateException.class, () -> action("dispense").perform(Values.none()))
                .getMessage();
        assertEquals("The action was declared without does(...)", message);
    }

    @Test
    void what_the_work_throws_comes_out() {
        Action action = action("dispense").does(in -> {
            throw new DeviceException("stalled");
        });
        assertEquals(
                "stalled",
                assertThrows(DeviceException.class, () -> action.perform(FIVE)).getMessage());
    }
}
