package org.busbar.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.inventory.Effect;

/** Short words for the sequences and devices of the tests. */
final class Shop {

    static final Parameter.Real VOLUME = Parameter.real("volume", "mL", 0, 10);
    static final Parameter.Real DISPENSED = Parameter.real("dispensed", "mL", 2, 4);

    private Shop() {}

    /** A pump that takes 1 s for each mL and uses as much water. */
    static DryRun.Bench pump(String id) {
        return new DryRun.Bench(id, List.of(dispense()));
    }

    static Action dispense() {
        return Action.action("dispense")
                .takes(VOLUME)
                .gives(DISPENSED)
                .lasting(in -> Duration.ofMillis(Math.round(1000 * in.get(VOLUME))))
                .affecting((in, out) -> List.of(new Effect.Used("water", in.quantity("volume"))));
    }

    /** A device with one action that takes nothing and so many seconds. */
    static DryRun.Bench device(String id, String action, int seconds) {
        return new DryRun.Bench(id, List.of(Action.action(action).lasting(in -> Duration.ofSeconds(seconds))));
    }

    static Step.Act dispense(String id, String device, double mL) {
        return new Step.Act(id, "dispense", device, Map.of("volume", constant(mL, "mL")));
    }

    static Step.Act act(String id, String action, String device) {
        return new Step.Act(id, action, device, Map.of());
    }

    static Input constant(double value, String ucum) {
        return new Input.Constant(Quantity.of(value, ucum));
    }

    static Step.Repeat repeat(String id, int times, Step... steps) {
        return new Step.Repeat(id, constant(times, "1"), Optional.empty(), List.of(steps));
    }

    static Step.Wait pause(String id, double seconds) {
        return new Step.Wait(id, constant(seconds, "s"), Optional.empty(), Duration.ofSeconds(1));
    }

    static Condition below(Input left, Input right) {
        return new Condition(left, Condition.Relation.BELOW, right);
    }

    static Sequence sequence(Step... steps) {
        return new Sequence("test", "1", List.of(), List.of(steps), Map.of());
    }

    static Sequence sequence(List<Role> roles, Step... steps) {
        return new Sequence("test", "1", List.of(), roles, List.of(steps), List.of(), Map.of(), List.of(), List.of());
    }

    /** A role for any device with these actions. */
    static Role role(String name, String... actions) {
        return new Role(name, List.of(actions), Map.of());
    }

    static Run run(String id, Step... steps) {
        return run(id, 0, steps);
    }

    static Run run(String id, int priority, Step... steps) {
        return new Run(id, sequence(steps), Values.none(), "test", priority);
    }

    static Run run(String id, Sequence sequence) {
        return new Run(id, sequence, Values.none(), "test");
    }

    static Forecast forecast(Run run, DryRun.Bench... lab) {
        return DryRun.of(List.of(run), 1, List.of(lab));
    }

    static Map<String, Input> inputs(String name, Input input) {
        return Map.of(name, input);
    }

    static Values values(String name, Value value) {
        return Values.of(name, value);
    }

    /** Each slot as {@code run path device from-to}, times in seconds. */
    static List<String> slots(Forecast forecast) {
        List<String> slots = new ArrayList<>();
        for (Forecast.Slot slot : forecast.slots()) {
            slots.add(slot.run() + " " + slot.step() + " " + slot.device() + " "
                    + slot.from().toSeconds() + "-" + slot.to().toSeconds());
        }
        return slots;
    }

    /** Who did each step, by path. */
    static Map<String, String> devices(Forecast forecast) {
        Map<String, String> devices = new LinkedHashMap<>();
        forecast.slots().forEach(slot -> devices.put(slot.step(), slot.device()));
        return devices;
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
