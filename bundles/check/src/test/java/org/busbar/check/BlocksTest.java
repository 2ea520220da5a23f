package org.busbar.check;

import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;
import static org.busbar.check.Bench.choose;
import static org.busbar.check.Bench.dispense;
import static org.busbar.check.Bench.finds;
import static org.busbar.check.Bench.given;
import static org.busbar.check.Bench.measure;
import static org.busbar.check.Bench.named;
import static org.busbar.check.Bench.of;
import static org.busbar.check.Bench.out;
import static org.busbar.check.Bench.parallel;
import static org.busbar.check.Bench.previous;
import static org.busbar.check.Bench.repeat;
import static org.busbar.check.Bench.sequence;
import static org.busbar.check.Bench.use;
import static org.busbar.check.Bench.value;
import static org.busbar.check.Bench.withRoles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Terms;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final Role CELL = new Role("cell", List.of("move", "measure"), Map.of("frequency", value("1 MHz")));

    private static Step onCell(String id, String device) {
        return new Step.Act(id, "move", device, Map.of("x", of("1 mm")));
    }

    @Test
    void an_empty_sequence_or_block_is_found() {
        finds(sequence(), "steps: it has no steps");
        finds(sequence(repeat("r")), "step r, steps: 'steps' has no steps");
        finds(sequence(use("u", List.of("pump"))), "step u, steps: 'steps' has no steps");
        finds(sequence(new Step.Parallel("p", List.of())), "step p, parallel: there is no branch");
        finds(
                sequence(new Step.Parallel("p", List.of(List.of(dispense("a")), List.of()))),
                "step p, parallel[1]: 'parallel[1]' has no steps");
        finds(sequence(choose("c", List.of(), List.of(dispense("a")))), "step c, then: 'then' has no steps");
        finds(sequence(choose("c", List.of(dispense("a")), List.of())));
    }

    @Test
    void passes_are_counted_in_whole_numbers_from_1() {
        finds(sequence(repeat("r", of("1000000000000"), dispense("a"))));
        finds(
                sequence(
                        repeat("r", of("0"), dispense("a")),
                        repeat("s", of("2.5"), dispense("b")),
                        repeat("t", of("2 mL"), dispense("c"))),
                "step r, repeat: repeat = 0 is below the limit of 1",
                "step s, repeat: repeat = 2.5 is not a whole number",
                "step t, repeat: repeat = 2 mL is not a whole number");
        Sequence sequence = sequence(List.of(whole("n", 0, 9)), repeat("r", given("n"), dispense("a")));
        finds(sequence);
        assertEquals(
                "step r, repeat: ${n}: repeat = 0 is below the limit of 1",
                SequenceCheck.of(new Run("r", sequence, Values.of("n", value("0")), "me"), Bench.LAB)
                        .get(0)
                        .toString());
        finds(
                sequence(List.of(real("v", "mL")), repeat("r", given("v"), dispense("a"))),
                "step r, repeat: ${v}: it is a number in mL, but a number without unit is wanted for repeat");
        finds(
                sequence(repeat("o", repeat("r", previous("r", "passes", "1"), dispense("a")))),
                "step r, repeat: the number of passes is a whole number, an input or an output");
    }

    @Test
    void a_wait_takes_a_time() {
        Step bad = new Step.Wait("w", of("1 V"), Optional.empty(), Duration.ZERO);
        finds(sequence(bad), "step w, wait: wait = 1 V cannot be converted to s");
        Step back = new Step.Wait("w", of("-1 s"), Optional.empty(), Duration.ZERO);
        finds(sequence(back), "step w, wait: wait = -1 s is below the limit of 0 s");
        Step busy = new Step.Wait("w", of("1 s"), Optional.of(Bench.condition(of("1"), "<", of("2"))), Duration.ZERO);
        finds(sequence(busy), "step w, every: it cannot be looked at every PT0S, only after a time");
    }

    @Test
    void a_question_has_words_and_distinct_fields() {
        finds(
                sequence(new Step.Ask("q", " ", List.of(real("m", "g"), real("m", "kg")))),
                "step q, ask: there is nothing to ask",
                "step q, form.m: two are named m");
    }

    @Test
    void the_actions_of_a_role_and_what_it_needs_are_checked() {
        finds(withRoles(List.of(CELL), onCell("m", "cell")));
        finds(
                withRoles(List.of(CELL), new Step.Act("m", "dispense", "cell", Map.of("volume", of("1 mL")))),
                "step m, action: role cell has no action dispense, only [move, measure]");
        Role lost = new Role("cell", List.of("jump"), Map.of());
        Role far = new Role("mover", List.of("move"), new TreeMap<>(Map.of("x", value("1 m"), "y", value("1 m"))));
        finds(
                withRoles(List.of(lost, far, new Role("none", List.of(), Map.of()), far), onCell("m", "mover")),
                "devices.cell.can: nobody can jump",
                "devices.mover.needs.x: x = 1 m = 1000 mm is above the limit of 100 mm",
                "devices.mover.needs.y: none of [move] takes y",
                "devices.none: a role needs at least one action that its device can do",
                "devices.mover: two roles are named mover",
                "devices.mover.needs.x: x = 1 m = 1000 mm is above the limit of 100 mm",
                "devices.mover.needs.y: none of [move] takes y");
    }

    @Test
    void steps_with_devices_for_themselves_use_no_others() {
        finds(withRoles(List.of(CELL), use("u", List.of("cell", "pump"), onCell("m", "cell"), dispense("d"))));
        finds(
                withRoles(List.of(CELL), use("u", List.of("cell"), onCell("m", ""), repeat("r", dispense("d")))),
                "step m, device: no device is named, and within u there are only [cell]",
                "step d, device: device pump is not taken, and within u there are only [cell]");
        finds(
                sequence(use("u", List.of("pump"), use("v", List.of("pump"), dispense("d")))),
                "step v, use: it stands within u, and one 'use' cannot hold another");
        finds(
                sequence(use("u", List.of(), dispense("d"))),
                "step u, use: it names neither a device nor a position",
                "step d, device: device pump is not taken, and within u there are only []");
        Step there = new Step.Act(
                "d",
                "dispense",
                "pump",
                Map.of("volume", of("1 mL")),
                new Terms(Recovery.FAIL, Duration.ZERO, List.of("tray-1")));
        finds(
                sequence(use("u", List.of("pump"), there)),
                "step d, positions: not all of [tray-1] are taken, and within u there are only []");
    }

    @Test
    void nested_sequences_keep_to_the_devices_around_them_too() {
        Step inner = new Step.Nested("n", sequence(dispense("d"), measure("m")), Map.of());
        finds(
                sequence(use("u", List.of("pump"), inner)),
                "step n/m, device: device cell is not taken, and within u there are only [pump]");
        Step again = new Step.Nested("n", sequence(use("v", List.of("pump"), dispense("d"))), Map.of());
        finds(
                sequence(use("u", List.of("pump"), again)),
                "step n/v, use: it stands within u, and one 'use' cannot hold another");
        Step cast = new Step.Nested("n", withRoles(List.of(CELL), onCell("m", "cell")), Map.of());
        finds(
                withRoles(List.of(CELL), use("u", List.of("cell"), cast)),
                "step n/m, device: device cell is not taken, and within u there are only []");
    }

    private static Step suggest(Map<String, Input.Output> learns, Observation... past) {
        Problem problem = new Problem(
                Space.of(real("x", "mm", 0, 10)), List.of(new Objective("current", Objective.Goal.MAXIMIZE)));
        return new Step.Suggest("next", "forest", problem, List.of(past), learns);
    }

    private static final Step MOVE = new Step.Act("go", "move", "cell", Map.of("x", out("next", "x")));

    @Test
    void an_optimizer_learns_from_the_loop_it_is_in() {
        finds(sequence(repeat("r", suggest(Map.of("current", out("m", "current"))), MOVE, measure("m"))));
        finds(sequence(suggest(Map.of()), MOVE));
        finds(
                sequence(repeat("r", suggest(Map.of("currant", out("m", "current"))), MOVE, measure("m"))),
                "step next, learns.currant: there is no objective currant, only [current]",
                "step next, learns.current: in a loop it must say which output is current");
        finds(
                sequence(measure("m"), repeat("r", suggest(Map.of("current", out("m", "current"))), MOVE)),
                "step next, learns.current: step m is not done in each pass of this loop, so it has no previous pass to"
                        + " refer to");
        finds(
                sequence(measure("m"), suggest(Map.of("current", out("m", "current"))), MOVE),
                "step next, learns.current: outside of a loop there is nothing to learn from ${m.current}");
        finds(
                sequence(repeat("r", suggest(Map.of("current", out("m", "amps"))), measure("m"))),
                "step next, learns.current: step m gives no amps, only [z, current, drop]");
        finds(
                sequence(repeat("r", suggest(Map.of("current", out("m", "z"))), measure("m"))),
                "step next, learns.current: ${m.z} is a series in Ohm, and only a number can be an objective");
    }

    @Test
    void what_was_observed_before_belongs_to_the_problem() {
        Values point = Values.of("x", value("1 mm"));
        Step good = suggest(
                Map.of("current", out("m", "current")),
                new Observation(point, Values.of("current", value("2 mA"))),
                Observation.failed(point));
        finds(sequence(repeat("r", good, measure("m"))));
        Step bad = suggest(
                Map.of("current", out("m", "current")),
                new Observation(Values.of("x", value("11 mm")), Values.of("current", value("2 V"))),
                new Observation(Values.of("y", value("1 mm")), Values.of("voltage", value("2 V"))));
        finds(
                sequence(repeat("r", bad, measure("m"))),
                "step next, past[0].point: x = 11 mm is above the limit of 10 mm",
                "step next, past[0].outputs: current = 2 V, but ${m.current} is a number in A",
                "step next, past[1].point: input x is missing",
                "step next, past[1].point: there is no input y, only [x]",
                "step next, past[1].outputs: current is missing, not a number with a unit");
    }

    @Test
    void sequences_that_multiply_beyond_all_bounds_are_refused_at_once() {
        Sequence inner = sequence(dispense("a"));
        for (int depth = 0; depth < 40; depth++) {
            inner = named(
                    "s",
                    List.<Parameter>of(),
                    Map.of(),
                    new Step.Nested("n", inner, Map.of()),
                    new Step.Nested("m", inner, Map.of()));
        }
        finds(inner, "steps: with the nested sequences there are more than a million steps");
    }

    @Test
    void a_hundred_thousand_steps_are_checked() {
        Step[] steps = new Step[100_000];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = parallel("p" + i, dispense("a" + i));
        }
        assertTrue(SequenceCheck.of(sequence(steps), Bench.LAB).isEmpty());
    }
}
