package org.busbar.check;

import static org.busbar.check.Bench.choose;
import static org.busbar.check.Bench.dispense;
import static org.busbar.check.Bench.finds;
import static org.busbar.check.Bench.given;
import static org.busbar.check.Bench.ignored;
import static org.busbar.check.Bench.named;
import static org.busbar.check.Bench.of;
import static org.busbar.check.Bench.out;
import static org.busbar.check.Bench.parallel;
import static org.busbar.check.Bench.previous;
import static org.busbar.check.Bench.reading;
import static org.busbar.check.Bench.repeat;
import static org.busbar.check.Bench.sequence;
import static org.busbar.check.Bench.use;
import static org.busbar.check.Bench.withCleanup;
import static org.busbar.check.Bench.withOutput;

import java.util.List;
import java.util.Map;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Step;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final Input A = out("a", "dispensed");

    @Test
    void an_earlier_step_is_seen_from_the_same_list_and_from_within_blocks() {
        finds(sequence(dispense("a"), dispense("b", A)));
        finds(sequence(
                dispense("a"),
                repeat(
                        "r",
                        parallel("p", use("u", List.of("pump"), choose("c", List.of(dispense("b", A)), List.of()))))));
    }

    @Test
    void a_later_step_an_unknown_one_and_the_step_itself_are_not_seen() {
        finds(sequence(dispense("b", A), dispense("a")), "step b, volume: there is no earlier step a: it comes later");
        finds(sequence(dispense("b", A)), "step b, volume: there is no earlier step a");
        finds(
                sequence(dispense("a", A)),
                "step a, volume: step a cannot refer to itself, only to its previous pass in a loop");
    }

    @Test
    void what_loops_and_all_branches_have_done_is_seen_afterwards() {
        finds(sequence(repeat("r", dispense("a")), dispense("b", A)));
        finds(sequence(use("r", List.of("pump"), dispense("a")), dispense("b", A)));
        finds(sequence(
                parallel("p", dispense("a"), dispense("c")), dispense("b", A), dispense("d", out("c", "dispensed"))));
    }

    @Test
    void a_branch_does_not_see_the_others() {
        finds(
                sequence(parallel("p", dispense("a"), dispense("b", A))),
                "step b, volume: there is no earlier step a: it is in another branch of p");
    }

    @Test
    void what_a_choice_did_is_seen_in_its_own_way_only() {
        finds(sequence(choose("c", List.of(dispense("a"), dispense("b", A)), List.of())));
        String way = "there is no earlier step a: it is in one way of c, which may not be taken";
        finds(sequence(choose("c", List.of(dispense("a")), List.of(dispense("b", A)))), "step b, volume: " + way);
        finds(sequence(choose("c", List.of(dispense("a")), List.of()), dispense("b", A)), "step b, volume: " + way);
    }

    @Test
    void what_may_be_ignored_is_not_seen() {
        String missing = "step a may be missing (its recovery is 'ignore'), so nothing can refer to it";
        finds(sequence(ignored("a"), dispense("b", A)), "step b, volume: " + missing);
        finds(
                sequence(repeat("r", dispense("b", previous("a", "dispensed", "1 mL")), ignored("a"))),
                "step b, volume: " + missing);
    }

    @Test
    void clean_up_sees_inputs_and_earlier_clean_up_only() {
        finds(withCleanup(List.of(dispense("x")), List.of(dispense("a"), dispense("b", A))));
        finds(
                withCleanup(List.of(dispense("a")), List.of(dispense("b", A))),
                "step b, volume: there is no earlier step a: clean-up cannot rely on the steps, only on inputs and on"
                        + " earlier clean-up");
        finds(
                withCleanup(List.of(dispense("b", A)), List.of(dispense("a"))),
                "step b, volume: there is no earlier step a: it belongs to the clean-up");
    }

    @Test
    void the_previous_pass_has_every_step_of_the_body() {
        finds(sequence(repeat("r", dispense("b", previous("a", "dispensed", "1 mL")), dispense("a"))));
        finds(sequence(repeat("r", dispense("a", previous("a", "dispensed", "1 mL")))));
        finds(sequence(repeat("r", parallel("p", dispense("a"), dispense("b", previous("a", "dispensed", "1 mL"))))));
    }

    @Test
    void the_previous_pass_is_that_of_the_innermost_loop() {
        finds(
                sequence(dispense("b", previous("b", "dispensed", "1 mL"))),
                "step b, volume: there is no previous pass outside of a loop");
        String none = "step a is not done in each pass of this loop, so it has no previous pass to refer to";
        Step inner = repeat("i", dispense("b", previous("a", "dispensed", "1 mL")));
        finds(sequence(repeat("r", dispense("a"), inner)), "step b, volume: " + none);
        Step way = choose("c", List.of(dispense("a")), List.of());
        finds(sequence(repeat("r", way, dispense("b", previous("a", "dispensed", "1 mL")))), "step b, volume: " + none);
        finds(
                sequence(repeat("r", dispense("b", previous("q", "dispensed", "1 mL")))),
                "step b, volume: there is no step q");
    }

    @Test
    void the_first_pass_is_given_something_of_the_same_kind() {
        finds(
                sequence(repeat("r", dispense("a", previous("a", "dispensed", "1 s")))),
                "step a, volume: it is a number in mL, but a number in s in the first pass (1 s)",
                "step a, volume: the previous ${a.dispensed}: volume = 1 s cannot be converted to mL");
        finds(
                sequence(repeat("r", dispense("a", previous("a", "dispensed", "26 mL")))),
                "step a, volume: the previous ${a.dispensed}: volume = 26 mL is above the limit of 25 mL");
    }

    @Test
    void outputs_of_a_sequence_are_taken_from_steps_certainly_done_and_inputs() {
        finds(withOutput(A, dispense("a")));
        finds(withOutput(A, dispense("b")), "outputs.k: there is no earlier step a");
        finds(withOutput(given("q"), dispense("b")), "outputs.k: the sequence has no input q, only []");
        finds(
                withOutput(previous("b", "dispensed", "1 mL"), dispense("b")),
                "outputs.k: there is no previous pass outside of a loop");
        finds(
                withOutput(reading("temperature"), dispense("b")),
                "outputs.k: an output is taken from a step or an input; read the channel in a step");
        finds(withOutput(out("a", "x"), dispense("a")), "outputs.k: step a gives no x, only [dispensed]");
    }

    @Test
    void a_nested_sequence_has_names_of_its_own() {
        Step nested = new Step.Nested("n", named("inner", List.of(), Map.of("v", A), dispense("a")), Map.of());
        finds(sequence(dispense("a"), nested, dispense("b", out("n", "v"))));
        finds(
                sequence(nested, dispense("b", A), dispense("c", out("n", "w"))),
                "step b, volume: there is no earlier step a",
                "step c, volume: step n gives no w, only [v]");
        Step blind =
                new Step.Nested("n", named("inner", List.of(), Map.of("k", out("z", "y")), dispense("b", A)), Map.of());
        finds(
                sequence(dispense("a"), blind),
                "step n/b, volume: there is no earlier step a",
                "step n, outputs.k: there is no earlier step z");
    }

    @Test
    void control_steps_give_what_they_say() {
        Step ask = new Step.Ask("ask", "How much?", List.of(org.busbar.api.Parameter.real("v", "mL", 0, 9)));
        finds(sequence(ask, dispense("b", out("ask", "v"))));
        finds(sequence(ask, dispense("b", out("ask", "w"))), "step b, volume: step ask gives no w, only [v]");
        finds(
                sequence(repeat("r", dispense("a")), dispense("b", out("r", "passes"))),
                "step b, volume: ${r.passes}: it is a number without unit, but a number in mL is wanted for volume");
        finds(
                sequence(parallel("p", dispense("a")), dispense("b", out("p", "x"))),
                "step b, volume: step p gives no x, only []");
    }

    @Test
    void names_are_distinct_and_plain() {
        finds(sequence(dispense("a"), repeat("r", dispense("a"))), "step a, id: two steps are named a");
        finds(withCleanup(List.of(dispense("a")), List.of(dispense("a"))), "step a, id: two steps are named a");
        finds(
                sequence(dispense("a b")),
                "step a b, id: 'a b' is no name: it may hold only letters, digits, hyphens and underscores");
        finds(
                named("s", List.of(), Map.of(), repeat("r", of("2"), dispense(""))),
                "id: '' is no name: it may hold only letters, digits, hyphens and underscores");
    }
}
