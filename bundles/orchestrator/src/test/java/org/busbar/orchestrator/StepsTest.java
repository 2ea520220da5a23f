package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Step;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.api.optimize.Surrogate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsTest {

    private static final Input TEN_MS = new Input.Constant(Quantity.of(0.01, "s"));

    @TempDir
    Path folder;

    private Rig rig;
    private Gadget pump;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        pump = rig.gadget("pump");
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private static Input times(int count) {
        return new Input.Constant(Quantity.of(count, "1"));
    }

    private static Condition given(String step, Condition.Relation relation, double amount) {
        return new Condition(new Input.Output(step, "given"), relation, Plans.ml(amount));
    }

    @Test
    void a_loop_repeats_and_each_pass_has_a_path_of_its_own() throws Exception {
        Step.Repeat loop = new Step.Repeat("loop", times(3), Optional.empty(), List.of(Plans.dose("a", "pump", 1)));
        Map<String, Input> outputs = Map.of("passes", new Input.Output("loop", "passes"));
        LabEvent.RunEnded end = rig.done(Plans.run("r", Plans.sequence(outputs, loop)));
        assertEquals(Quantity.of(3, "1"), end.outputs().get("passes"), end.reason());
        List<String> paths = rig.journal.of("r").stream()
                .map(e -> e.event())
                .filter(LabEvent.StepBegun.class::isInstance)
                .map(e -> ((LabEvent.StepBegun) e).step())
                .toList();
        assertEquals(List.of("loop[1]/a", "loop[2]/a", "loop[3]/a"), paths);
    }

    @Test
    void a_loop_ends_when_its_condition_holds_and_sees_the_pass_before() throws Exception {
        pump.work = in -> in;
        Input before = new Input.Previous("a", "given", Quantity.of(1, "mL"));
        Gadget doubling = rig.add(
                "doubling",
                new Gadget(action -> action.does(in ->
                        Values.of("given", Quantity.of(in.quantity("amount").value() * 2, "mL")))));
        Step.Act act = Plans.dose("a", "doubling", before, org.busbar.api.experiment.Terms.DEFAULT);
        Step.Repeat loop =
                new Step.Repeat("loop", times(9), Optional.of(given("a", Condition.Relation.ABOVE, 7)), List.of(act));
        Map<String, Input> outputs =
                Map.of("last", new Input.Output("a", "given"), "passes", new Input.Output("loop", "passes"));
        LabEvent.RunEnded end = rig.done(Plans.run("r", Plans.sequence(outputs, loop)));
        assertEquals(Run.State.COMPLETED, end.state(), end.reason());
        assertEquals(Quantity.of(8, "mL"), end.outputs().get("last"));
        assertEquals(Quantity.of(3, "1"), end.outputs().get("passes"));
        assertEquals(0, doubling.begun.get());
    }

    @Test
    void one_of_two_ways_is_taken() throws Exception {
        Step.Choose choose = new Step.Choose(
                "gate",
                given("a", Condition.Relation.BELOW, 5),
                List.of(Plans.dose("low", "pump", 2)),
                List.of(Plans.dose("high", "pump", 3)));
        rig.done(Plans.run("r", Plans.dose("a", "pump", 1), choose));
        rig.done(Plans.run("r2", Plans.dose("a", "pump", 6), choose));
        assertEquals(List.of("dose 1 mL", "dose 2 mL", "dose 6 mL", "dose 3 mL"), pump.log);
    }

    @Test
    void branches_run_at_the_same_time() throws Exception {
        Gadget other = rig.gadget("other");
        pump.hold = new CountDownLatch(1);
        other.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run(
                "r",
                new Step.Parallel(
                        "both", List.of(List.of(Plans.dose("a", "pump", 1)), List.of(Plans.dose("b", "other", 2)))),
                Plans.dose("c", "pump", 3)));
        Rig.await(() -> pump.begun.get() == 1 && other.begun.get() == 1, "not both begun");
        assertEquals(2, rig.orchestrator.open().get(0).doing().size());
        pump.hold.countDown();
        other.hold.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of("dose 1 mL", "dose 3 mL"), pump.log);
    }

    @Test
    void a_branch_that_fails_lets_the_other_finish_its_action_only() throws Exception {
        Gadget other = rig.gadget("other");
        other.hold = new CountDownLatch(1);
        pump.work = in -> {
            throw new org.busbar.api.device.DeviceException("empty");
        };
        rig.orchestrator.submit(Plans.run(
                "r",
                new Step.Parallel(
                        "both",
                        List.of(
                                List.of(Plans.dose("a", "pump", 1)),
                                List.of(Plans.dose("b", "other", 2), Plans.dose("c", "other", 3))))));
        Rig.await(() -> other.begun.get() == 1 && pump.begun.get() == 1, "not both begun");
        rig.awaitState("r", Run.State.STOPPING);
        other.hold.countDown();
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals("step a: empty", end.reason());
        assertEquals(List.of("dose 2 mL"), other.log);
    }

    @Test
    void a_nested_sequence_gives_its_outputs_under_a_path_of_its_own() throws Exception {
        Sequence inner = new Sequence(
                "inner",
                "1",
                List.of(Gadget.AMOUNT),
                List.of(Plans.dose("a", "pump", new Input.Given("amount"), org.busbar.api.experiment.Terms.DEFAULT)),
                Map.of("done", new Input.Output("a", "given")));
        Step.Nested nested = new Step.Nested("call", inner, Map.of("amount", Plans.ml(4)));
        LabEvent.RunEnded end =
                rig.done(Plans.run("r", Plans.sequence(Map.of("out", new Input.Output("call", "done")), nested)));
        assertEquals(Quantity.of(4, "mL"), end.outputs().get("out"), end.reason());
        assertTrue(rig.journal.of("r").stream()
                .anyMatch(e -> e.event() instanceof LabEvent.StepBegun step
                        && step.step().equals("call/a")));
    }

    @Test
    void a_wait_for_a_channel_goes_on_when_it_holds_and_fails_when_the_time_is_over() throws Exception {
        pump.temperature = 90;
        Input minute = new Input.Constant(Quantity.of(1, "min"));
        Step.Wait warm = new Step.Wait("warm", minute, Optional.of(Plans.cooler("pump", 50)), Duration.ofMillis(5));
        rig.orchestrator.submit(Plans.run("r", warm, Plans.dose("a", "pump", 1)));
        rig.awaitState("r", Run.State.RUNNING);
        assertEquals(0, pump.begun.get());
        pump.temperature = 20;
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        Step.Wait never = new Step.Wait("never", TEN_MS, Optional.of(Plans.cooler("pump", -50)), Duration.ofMillis(5));
        assertTrue(rig.done(Plans.run("r2", never)).reason().contains("has not come within 0.01 s"));
    }

    @Test
    void a_person_fills_in_a_form_whose_fields_later_steps_use() throws Exception {
        Parameter.Real mass = Parameter.real("amount", "mL", 0, 5);
        Step.Ask ask = new Step.Ask("weigh", "How much is left?", List.of(mass));
        Step.Act act =
                Plans.dose("a", "pump", new Input.Output("weigh", "amount"), org.busbar.api.experiment.Terms.DEFAULT);
        rig.orchestrator.submit(Plans.run("r", ask, act));
        Rig.await(() -> !rig.orchestrator.inquiries().isEmpty(), "not asked");
        assertEquals("How much is left?", rig.orchestrator.inquiries().get(0).text());
        assertFalse(rig.orchestrator.inquiries().get(0).isRecovery());
        assertThrows(
                IllegalArgumentException.class,
                () -> rig.orchestrator.settle(
                        "r", "weigh", new Settlement.Happened(Values.of("amount", Quantity.of(6, "mL"))), "me"));
        assertThrows(
                IllegalArgumentException.class,
                () -> rig.orchestrator.settle("r", "weigh", new Settlement.Repeat(), "me"));
        rig.orchestrator.settle("r", "weigh", new Settlement.Happened(Values.of("amount", Quantity.of(3, "mL"))), "me");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of("dose 3 mL"), pump.log);
    }

    private static final Surrogate GP = training -> {
        throw new UnsupportedOperationException();
    };

    /** Suggests one more than the best so far, takes the surrogate gp, and remembers what it was told. */
    private static final class Climber implements Optimizer {
        final List<List<Observation>> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public List<Suggestion> suggest(Question question, Parts parts) {
            parts.surrogate("gp");
            told.add(question.observed());
            double best = question.observed().stream()
                    .mapToDouble(one -> one.point().quantity("amount").value())
                    .max()
                    .orElse(0);
            return List.of(Suggestion.of(Values.of("amount", Quantity.of(best + 1, "mL")), "one more"));
        }
    }

    static Step.Repeat learning(int passes) {
        Problem problem =
                new Problem(Space.of(Gadget.AMOUNT), List.of(new Objective("given", Objective.Goal.MAXIMIZE)));
        Step.Suggest suggest = new Step.Suggest(
                "next", "climber", problem, List.of(), Map.of("given", new Input.Output("a", "given")));
        Step.Act act =
                Plans.dose("a", "pump", new Input.Output("next", "amount"), org.busbar.api.experiment.Terms.DEFAULT);
        return new Step.Repeat("loop", times(passes), Optional.empty(), List.of(suggest, act));
    }

    @Test
    void an_optimizer_suggests_from_what_the_loop_has_observed() throws Exception {
        Climber climber = new Climber();
        rig.orchestrator.parts().add(GP, Agent.named("gp"), GP);
        rig.orchestrator.add(climber, Agent.named("climber"), climber);
        LabEvent.RunEnded end = rig.done(Plans.run("r", learning(3)));
        assertEquals(Run.State.COMPLETED, end.state(), end.reason());
        assertEquals(List.of("dose 1 mL", "dose 2 mL", "dose 3 mL"), pump.log);
        assertEquals(List.of(0, 1, 2), climber.told.stream().map(List::size).toList());
        assertEquals(Quantity.of(2, "mL"), climber.told.get(2).get(1).outputs().get("given"));
    }

    @Test
    void a_learning_loop_goes_on_after_a_restart_with_all_it_has_learned() throws Exception {
        Climber climber = new Climber();
        rig.orchestrator.parts().add(GP, Agent.named("gp"), GP);
        rig.orchestrator.add(climber, Agent.named("climber"), climber);
        CountDownLatch third = new CountDownLatch(1);
        pump.work = in -> {
            if (in.quantity("amount").value() == 3) {
                third.countDown();
                new CountDownLatch(1).await();
            }
            return in;
        };
        rig.orchestrator.submit(Plans.run("r", learning(4)));
        third.await();
        rig = rig.restarted();
        rig.orchestrator.add(climber, Agent.named("climber"), climber);
        pump = rig.gadget("pump");
        rig.awaitState("r", Run.State.RECOVERING);
        assertEquals("loop[3]/a", rig.orchestrator.inquiries().get(0).step());
        Values given = Values.of("given", Quantity.of(3, "mL"));
        rig.orchestrator.settle("r", "loop[3]/a", new Settlement.Happened(given), "me");
        rig.orchestrator.parts().add(GP, Agent.named("gp"), GP); // which the optimizer waits for
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of("dose 4 mL"), pump.log);
        List<Observation> last = climber.told.get(climber.told.size() - 1);
        assertEquals(3, last.size());
        assertEquals(Quantity.of(3, "mL"), last.get(2).outputs().get("given"));
    }

    @Test
    void a_role_is_played_by_one_device_throughout_and_only_by_one_that_can() throws Exception {
        Gadget small = rig.add("small", new Gadget(action -> org.busbar.api.device.Action.action("dose")
                .takes(Parameter.real("amount", "mL", 0, 1))
                .gives(Gadget.GIVEN)
                .does(in -> Values.of("given", in.get("amount")))));
        Gadget second = rig.gadget("second");
        Role role = new Role("doser", List.of("dose"), Map.of("amount", Quantity.of(8, "mL")));
        Sequence sequence = Plans.withRole(
                role, Plans.dose("a", "doser", 1), Plans.dose("b", "doser", 1), Plans.dose("c", "doser", 1));
        assertEquals(Run.State.COMPLETED, rig.done(Plans.run("r", sequence)).state());
        assertTrue(
                pump.ended.get() == 3 && second.ended.get() == 0 || pump.ended.get() == 0 && second.ended.get() == 3);
        assertEquals(0, small.begun.get());
    }

    @Test
    void every_fault_is_found_before_anything_begins() {
        Step bad = new Step.Act("a", "dose", "pump", Map.of("amount", new Input.Constant(new Text("much"))));
        Step.Repeat loop = new Step.Repeat("loop", times(0), Optional.empty(), List.of(Plans.dose("b", "pump", 99)));
        Run run = Plans.run("r", bad, loop, Plans.dose("c", "pump", Plans.ml(1), Plans.on(Recovery.FAIL)));
        List<String> found =
                rig.orchestrator.check(run).stream().map(Object::toString).toList();
        assertEquals(3, found.size(), found.toString());
        assertTrue(rig.journal.of("r").isEmpty());
    }

    @Test
    void a_clock_that_was_set_back_makes_a_wait_its_whole_time_at_most() throws Exception {
        Input time = new Input.Constant(Quantity.of(0.05, "s"));
        Run run = Plans.run("r", new Step.Wait("rest", time, Optional.empty(), Duration.ofSeconds(1)));
        Instant before = Instant.now().plus(Duration.ofHours(1)); // by the clock as it was then
        rig.journal.append(new LabEvent.RunBegun(before, run));
        Values inputs = Values.of("time", Quantity.of(0.05, "s"));
        rig.journal.append(new LabEvent.StepBegun(before, "r", "rest", Agent.named("clock"), inputs, true));
        rig = rig.restarted();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }

    @Test
    void a_repeatable_step_a_person_is_asked_about_is_still_asked_about_after_a_restart() throws Exception {
        Gadget mixer = rig.add("mixer", new Gadget(action -> action.repeatable()));
        mixer.work = in -> {
            throw new IllegalStateException("link lost");
        };
        rig.orchestrator.submit(Plans.run("r", Plans.dose("a", "mixer", 1)));
        rig.awaitState("r", Run.State.RECOVERING);
        assertEquals(3, mixer.begun.get());
        rig = rig.restarted();
        Gadget mended = rig.add("mixer", new Gadget(action -> action.repeatable()));
        rig.awaitState("r", Run.State.RECOVERING);
        assertEquals(0, mended.begun.get());
        rig.orchestrator.settle("r", "a", new Settlement.Repeat(), "me");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }

    @Test
    void branches_that_take_up_their_past_at_the_same_time_lose_none_of_it() throws Exception {
        int branches = 40;
        List<List<Step>> wide = new ArrayList<>();
        for (int i = 0; i < branches; i++) {
            wide.add(List.of(Plans.dose("a" + i, "pump", 1), Plans.dose("b" + i, "pump", 1)));
        }
        Run run = Plans.run("r", new Step.Parallel("wide", wide), Plans.dose("end", "missing", 1));
        rig.orchestrator.submit(run);
        Rig.await(() -> pump.ended.get() == 2 * branches, "not done");
        Rig.await(
                () -> !rig.orchestrator.open().isEmpty()
                        && rig.orchestrator.open().get(0).detail().contains("missing"),
                "not at its end");
        for (int restart = 0; restart < 10; restart++) {
            rig = rig.restarted();
            pump = rig.gadget("pump");
            Rig.await(() -> rig.orchestrator.open().get(0).detail().contains("missing"), "not taken up");
            assertEquals(0, pump.begun.get());
        }
    }
}
