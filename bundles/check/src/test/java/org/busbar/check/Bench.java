package org.busbar.check;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.specimen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Terms;

/** Short words for the parts of sequences, and a lab of one pump, one cell, one oven and one fit. */
final class Bench implements Catalogue {

    static final Catalogue LAB = new Bench();

    private static final List<Capability> CAN = List.of(
            new Capability("dispense", List.of(real("volume", "mL", 0, 25)), List.of(real("dispensed", "mL"))),
            new Capability("move", List.of(real("x", "mm", 0, 100)), List.of()),
            new Capability(
                    "measure",
                    List.of(real("frequency", "Hz", 1, 1e6), choice("mode", "fast", "slow")),
                    List.of(curve("z", "Ohm"), real("current", "A"), specimen("drop"))),
            new Capability(
                    "fit", List.of(curve("z", "Ohm")), List.of(real("value", "S/m"), choice("grade", "a", "b"))));

    @Override
    public Optional<Capability> capability(Step step) {
        String wanted = step instanceof Step.Act act ? act.action() : ((Step.Analyse) step).analysis();
        String device = step instanceof Step.Act act ? act.device() : "";
        if (device.equals("away") || wanted.equals("away")) {
            return Optional.empty();
        }
        Optional<Capability> found =
                CAN.stream().filter(can -> can.name().equals(wanted)).findFirst();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("nobody can " + wanted);
        }
        return found;
    }

    @Override
    public Optional<Parameter> channel(String device, String channel) {
        if (!device.equals("oven")) {
            return Optional.empty();
        }
        if (!channel.equals("temperature")) {
            throw new IllegalArgumentException("oven has no channel " + channel + ", only [temperature]");
        }
        return Optional.of(real("temperature", "Cel"));
    }

    static Sequence sequence(Step... steps) {
        return new Sequence("s", "1", List.of(), List.of(steps), Map.of());
    }

    static Sequence sequence(List<Parameter> inputs, Step... steps) {
        return new Sequence("s", "1", inputs, List.of(steps), Map.of());
    }

    static Sequence named(String name, List<Parameter> inputs, Map<String, Input> outputs, Step... steps) {
        return new Sequence(name, "1", inputs, List.of(steps), outputs);
    }

    static Sequence withRoles(List<Role> roles, Step... steps) {
        return new Sequence("s", "1", List.of(), roles, List.of(steps), List.of(), Map.of(), List.of(), List.of());
    }

    static Sequence withCleanup(List<Step> steps, List<Step> cleanup) {
        return new Sequence("s", "1", List.of(), List.of(), steps, cleanup, Map.of(), List.of(), List.of());
    }

    static Sequence withOutput(Input output, Step... steps) {
        return named("s", List.of(), Map.of("k", output), steps);
    }

    static Step dispense(String id, Input volume) {
        return new Step.Act(id, "dispense", "pump", Map.of("volume", volume));
    }

    static Step dispense(String id) {
        return dispense(id, of("1 mL"));
    }

    static Step measure(String id) {
        return new Step.Act(id, "measure", "cell", Map.of("frequency", of("1 kHz"), "mode", of("fast")));
    }

    static Step fit(String id, Input z) {
        return new Step.Analyse(id, "fit", Map.of("z", z));
    }

    static Step ignored(String id) {
        Terms terms = new Terms(Recovery.IGNORE, Duration.ZERO, List.of());
        return new Step.Act(id, "dispense", "pump", Map.of("volume", of("1 mL")), terms);
    }

    static Step parallel(String id, Step... oneEach) {
        return new Step.Parallel(id, List.of(oneEach).stream().map(List::of).toList());
    }

    static Step repeat(String id, Step... steps) {
        return repeat(id, of("3"), steps);
    }

    static Step repeat(String id, Input times, Step... steps) {
        return new Step.Repeat(id, times, Optional.empty(), List.of(steps));
    }

    static Step choose(String id, List<Step> then, List<Step> otherwise) {
        return new Step.Choose(id, condition(of("1"), "<", of("2")), then, otherwise);
    }

    static Step use(String id, List<String> devices, Step... steps) {
        return new Step.Use(id, devices, List.of(), List.of(steps));
    }

    static Step waiting(String id, Condition until) {
        return new Step.Wait(id, of("1 min"), Optional.of(until), Duration.ofSeconds(1));
    }

    static Condition condition(Input left, String sign, Input right) {
        for (Condition.Relation relation : Condition.Relation.values()) {
            if (relation.sign().equals(sign)) {
                return new Condition(left, relation, right);
            }
        }
        throw new AssertionError(sign);
    }

    static Input of(String constant) {
        return new Input.Constant(value(constant));
    }

    static Value value(String constant) {
        return Character.isLetter(constant.charAt(0)) ? new Text(constant) : Quantity.parse(constant);
    }

    static Input.Output out(String step, String name) {
        return new Input.Output(step, name);
    }

    static Input given(String name) {
        return new Input.Given(name);
    }

    static Input previous(String step, String name, String first) {
        return new Input.Previous(step, name, value(first));
    }

    static Input reading(String channel) {
        return new Input.Reading("oven", channel);
    }

    static void finds(Sequence sequence, String... findings) {
        assertEquals(
                List.of(findings),
                SequenceCheck.of(sequence, LAB).stream().map(Finding::toString).toList());
    }
}
