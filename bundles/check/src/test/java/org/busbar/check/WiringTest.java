package org.busbar.check;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.note;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;
import static org.busbar.check.Bench.condition;
import static org.busbar.check.Bench.dispense;
import static org.busbar.check.Bench.finds;
import static org.busbar.check.Bench.fit;
import static org.busbar.check.Bench.given;
import static org.busbar.check.Bench.measure;
import static org.busbar.check.Bench.named;
import static org.busbar.check.Bench.of;
import static org.busbar.check.Bench.out;
import static org.busbar.check.Bench.reading;
import static org.busbar.check.Bench.sequence;
import static org.busbar.check.Bench.value;
import static org.busbar.check.Bench.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.junit.jupiter.api.Test;

class WiringTest {

    private static void findsInRun(Sequence sequence, Values inputs, String... findings) {
        assertEquals(
                List.of(findings),
                SequenceCheck.of(new Run("r", sequence, inputs, "me"), Bench.LAB).stream()
                        .map(Finding::toString)
                        .toList());
    }

    @Test
    void constants_are_accepted_or_refused_by_the_parameter() {
        finds(sequence(dispense("a", of("0.02 L"))));
        finds(
                sequence(dispense("a", of("30 mL")), dispense("b", of("1 s")), dispense("c", of("much"))),
                "step a, volume: volume = 30 mL is above the limit of 25 mL",
                "step b, volume: volume = 1 s cannot be converted to mL",
                "step c, volume: volume = much is not a number in mL");
    }

    @Test
    void missing_and_unknown_inputs_are_both_found() {
        finds(
                sequence(new Step.Act("a", "dispense", "pump", Map.of("volum", of("1 mL")))),
                "step a, volum: dispense takes no volum, only [volume]",
                "step a, volume: input volume is missing");
    }

    @Test
    void references_convert_in_kind_and_unit() {
        finds(sequence(measure("m"), fit("f", out("m", "z"))));
        finds(sequence(List.of(real("v", "L"), curve("z", "kOhm")), dispense("a", given("v")), fit("f", given("z"))));
        finds(
                sequence(measure("m"), fit("f", out("m", "current")), dispense("b", out("m", "drop"))),
                "step f, z: ${m.current}: it is a number in A, but a series in Ohm is wanted for z",
                "step b, volume: ${m.drop}: it is a sample, but a number in mL is wanted for volume");
        finds(
                sequence(List.of(real("v", "s"), note("t")), dispense("a", given("v")), dispense("b", given("t"))),
                "step a, volume: ${v}: it is a number in s, but a number in mL is wanted for volume",
                "step b, volume: ${t}: it is a text, but a number in mL is wanted for volume");
        finds(sequence(dispense("a", given("v"))), "step a, volume: the sequence has no input v, only []");
    }

    @Test
    void an_action_that_nobody_has_is_found_and_what_is_away_is_left_to_the_step() {
        Step.Act jump = new Step.Act("a", "jump", "pump", Map.of("x", out("z", "y")));
        finds(sequence(jump), "step a, action: nobody can jump", "step a, x: there is no earlier step z");
        finds(sequence(new Step.Analyse("f", "guess", Map.of())), "step f, analysis: nobody can guess");
        Step.Act away = new Step.Act("a", "jump", "away", Map.of("x", of("1")));
        finds(sequence(away, dispense("b", out("a", "anything"))));
    }

    @Test
    void readings_come_from_channels() {
        Step.Act warm = new Step.Act("a", "away", "", Map.of("t", reading("temperature")));
        finds(sequence(warm));
        finds(
                sequence(dispense("a", reading("temperature")), dispense("b", reading("door"))),
                "step a, volume: ${oven:temperature}: it is a number in Cel, but a number in mL is wanted for volume",
                "step b, volume: oven has no channel door, only [temperature]");
    }

    @Test
    void both_sides_of_a_condition_can_be_compared() {
        finds(sequence(waiting("w", condition(reading("temperature"), ">=", of("300 K")))));
        finds(sequence(
                measure("m"), fit("f", out("m", "z")), waiting("w", condition(out("f", "grade"), "==", of("a")))));
        Input t = reading("temperature");
        finds(
                sequence(waiting("w", condition(t, "<", of("1 V")))),
                "step w, until: ${oven:temperature} < 1 V cannot be compared: one is a number in Cel and the other a"
                        + " number in V");
        finds(
                sequence(waiting("w", condition(t, "==", of("warm")))),
                "step w, until: ${oven:temperature} == warm cannot be compared: one is a number in Cel and the other a"
                        + " text");
        finds(
                sequence(waiting("w", condition(of("b"), ">", of("a")))),
                "step w, until: b > a cannot be compared: texts are equal (==) or not (!=), none is above another");
        finds(
                sequence(measure("m"), waiting("w", condition(out("m", "z"), ">", of("1 Ohm")))),
                "step w, until: ${m.z} > 1 Ohm cannot be compared: a series in Ohm is neither a number nor a text");
    }

    @Test
    void what_is_watched_all_the_time_comes_from_no_step() {
        Condition good = condition(reading("temperature"), "<", given("limit"));
        Condition bad = condition(out("a", "dispensed"), "<", of("1 mL"));
        Condition lost = condition(reading("door"), "<", of("1"));
        Sequence sequence = new Sequence(
                "s",
                "1",
                List.of(real("limit", "Cel")),
                List.of(),
                List.of(dispense("a")),
                List.of(),
                Map.of(),
                List.of(good, bad),
                List.of(new org.busbar.api.experiment.Suspender(lost, java.time.Duration.ZERO)));
        finds(
                sequence,
                "interlocks[1]: ${a.dispensed} comes from a step; what is watched all the time is compared with"
                        + " readings, inputs and constants only",
                "suspenders[0]: oven has no channel door, only [temperature]");
    }

    @Test
    void the_inputs_of_a_run_are_checked_against_the_sequence_and_the_devices() {
        Sequence sequence = sequence(List.of(real("v", "mL", 0, 50)), dispense("a", given("v")));
        findsInRun(sequence, Values.of("v", value("20 mL")));
        findsInRun(
                sequence,
                Values.of("v", value("30 mL")),
                "step a, volume: ${v}: volume = 30 mL is above the limit of 25 mL");
        findsInRun(sequence, Values.of("v", value("60 mL")), "inputs.v: v = 60 mL is above the limit of 50 mL");
        findsInRun(
                sequence,
                Values.of("w", value("1 mL")),
                "inputs.v: input v is missing",
                "inputs.w: there is no input w, only [v]");
    }

    @Test
    void what_a_nested_sequence_is_given_is_followed_down_to_the_device() {
        Sequence inner = named("inner", List.of(real("v", "mL")), Map.of("w", given("v")), dispense("a", given("v")));
        Step nested = new Step.Nested("n", inner, Map.of("v", given("u")));
        Sequence outer = sequence(List.of(real("u", "mL")), nested, dispense("b", out("n", "w")));
        findsInRun(outer, Values.of("u", value("20 mL")));
        findsInRun(
                outer,
                Values.of("u", value("30 mL")),
                "step n/a, volume: ${v}: volume = 30 mL is above the limit of 25 mL",
                "step b, volume: ${n.w}: volume = 30 mL is above the limit of 25 mL");
        finds(
                sequence(new Step.Nested("n", inner, Map.of("x", of("1")))),
                "step n, x: inner takes no x, only [v]",
                "step n, v: input v is missing");
    }

    @Test
    void a_device_is_chosen_by_what_the_run_will_give_it() {
        Catalogue pumps = new Catalogue() {
            @Override
            public Optional<Capability> capability(Step step) {
                Capability small = new Capability("dispense", List.of(real("volume", "mL", 0, 5)), List.of());
                Capability large = new Capability("dispense", List.of(real("volume", "mL", 0, 25)), List.of());
                Input volume = step.inputs().get("volume");
                boolean isSmall = volume instanceof Input.Constant constant
                        && small.inputs().get(0).accepts(constant.value());
                return Optional.of(isSmall ? small : large);
            }

            @Override
            public Optional<Parameter> channel(String device, String channel) {
                return Optional.empty();
            }
        };
        Step any = new Step.Act("a", "dispense", "", Map.of("volume", given("v")));
        Sequence sequence = sequence(List.of(real("v", "mL")), any);
        for (String volume : List.of("4 mL", "20 mL")) {
            Run run = new Run("r", sequence, Values.of("v", value(volume)), "me");
            assertEquals(List.of(), SequenceCheck.of(run, pumps));
        }
    }

    @Test
    void everything_is_found_at_once_without_a_single_device() {
        Step bad = new Step.Act("a", "b", "", Map.of("x", out("t", "o"), "y", given("z")));
        assertEquals(
                3,
                SequenceCheck.of(sequence(List.of(whole("n", 1, 2)), bad, dispense("a")), Catalogue.EMPTY)
                        .size());
    }
}
