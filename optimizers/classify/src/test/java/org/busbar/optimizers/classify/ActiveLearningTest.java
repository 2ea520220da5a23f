package org.busbar.optimizers.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.testkit.GivenParts;
import org.busbar.testkit.OptimizerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ActiveLearningTest implements OptimizerContract {

    /** The contract measures and expects numbers; here they are told as words, and what is expected is left out. */
    @Override
    public Optimizer optimizer() {
        return (question, parts) -> new ActiveLearning()
                .suggest(worded(question), parts).stream()
                        .map(suggestion -> Suggestion.of(suggestion.point(), suggestion.reason()))
                        .toList();
    }

    private static Question worded(Question question) {
        List<Observation> observed =
                question.observed().stream().map(ActiveLearningTest::worded).toList();
        return new Question(question.problem(), observed, question.pending(), question.count(), question.seed());
    }

    private static Observation worded(Observation observation) {
        return observation.isFailed()
                ? observation
                : new Observation(
                        observation.point(),
                        Values.of(
                                "k",
                                new Text(observation.outputs().quantity("k").value() > 0.7 ? "good" : "bad")));
    }

    private static final Phases PHASES = new Phases(6);

    @Test
    void needs_fewer_labels_than_random_to_be_right_in_19_of_20_cases() throws Exception {
        double learnt = 0;
        double random = 0;
        for (int seed = 0; seed < 20; seed++) {
            learnt += Phases.labelsUntil(0.95, seed, true) / 20.0;
            random += Phases.labelsUntil(0.95, seed, false) / 20.0;
        }
        assertTrue(learnt < 0.6 * random, learnt + " labels against " + random);
    }

    @Test
    void asks_between_two_labels() throws Exception {
        Space line = Space.of(Parameter.real("x", "1", 0, 1))
                .among(IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> Values.of("x", Quantity.of(i / 100.0, "1")))
                        .toList());
        for (Strategy strategy : Strategy.values()) {
            List<Observation> observed = IntStream.of(0, 10, 20, 30, 70, 80, 90, 100)
                    .mapToObj(i -> new Observation(
                            Values.of("x", Quantity.of(i / 100.0, "1")),
                            Values.of("phase", new Text(i < 50 ? "solid" : "liquid"))))
                    .toList();
            Question question = new Question(problem(line), observed, List.of(), 1, 1)
                    .with(Values.of("strategy", new Text(strategy.word())));
            Suggestion next =
                    new ActiveLearning().suggest(question, GivenParts.NONE).get(0);
            double x = next.point().quantity("x").value();
            assertTrue(x > 0.3 && x < 0.7, strategy + " asks at " + x);
            assertTrue(next.reason().contains(strategy.word()), next.reason());
        }
    }

    @Test
    void expects_a_label_and_probabilities_that_add_up_to_one() throws Exception {
        for (String classifier : List.of("all", "logistic", "neighbours", "trees")) {
            Question question = PHASES.question(40, 1).with(Values.of("classifier", new Text(classifier)));
            Values expected = new ActiveLearning()
                    .expect(question, List.of(PHASES.points().get(3)), GivenParts.NONE)
                    .get(0);
            assertEquals(
                    Phases.label(PHASES.points().get(3)), expected.get("phase").toString(), classifier);
            double sum = expected.names().stream()
                    .filter(name -> !name.equals("phase"))
                    .mapToDouble(name -> expected.quantity(name).value())
                    .sum();
            assertEquals(1, sum, 1e-12);
        }
    }

    @Test
    void one_label_is_no_reason_to_stop_and_is_said_so() throws Exception {
        List<Values> points = PHASES.points();
        Observation one = new Observation(points.get(0), Values.of("phase", new Text("a")));
        Question question = new Question(problem(PHASES.space()), List.of(one, one), List.of(), 2, 1);
        assertEquals(2, new ActiveLearning().suggest(question, GivenParts.NONE).size());
        assertEquals(List.of(), new ActiveLearning().expect(question, points, GivenParts.NONE));
        assertTrue(
                new ActiveLearning().explain(question, GivenParts.NONE).remark().contains("no two labels"));
    }

    @Test
    void says_how_many_held_out_labels_it_finds() {
        Insight insight = new ActiveLearning().explain(PHASES.question(100, 1), GivenParts.NONE);
        double found = Double.parseDouble(insight.facts().get("share of held-out labels found"));
        assertTrue(found > 0.85 && found <= 1, insight.facts().toString());
        assertEquals(
                100,
                List.of("alpha", "beta", "gamma").stream()
                        .mapToInt(label -> Integer.parseInt(insight.facts().get("points labelled " + label)))
                        .sum());
    }

    @Test
    void refuses_numbers_several_objectives_limits_and_unknown_settings() {
        ActiveLearning classify = new ActiveLearning();
        Observation number = new Observation(PHASES.points().get(0), Values.of("phase", Quantity.of(3, "V")));
        Question numbers = new Question(problem(PHASES.space()), List.of(number), List.of(), 1, 1);
        assertRefused("phase = 3 V is no label", () -> classify.suggest(numbers, GivenParts.NONE));
        Problem two = new Problem(
                PHASES.space(),
                List.of(
                        new Objective("phase", Objective.Goal.MAXIMIZE),
                        new Objective("colour", Objective.Goal.MAXIMIZE)));
        assertRefused("colour", () -> classify.check(two, Values.none(), GivenParts.NONE));
        Problem limited = new Problem(
                PHASES.space(),
                problem(PHASES.space()).objectives(),
                List.of(new Limit("density", Limit.Bound.AT_LEAST, Quantity.of(95, "%"))),
                Optional.empty());
        assertRefused("density", () -> classify.check(limited, Values.none(), GivenParts.NONE));
        Values unknown = Values.of("strategy", new Text("guess"));
        assertRefused("strategy = guess", () -> classify.check(problem(PHASES.space()), unknown, GivenParts.NONE));
        Values strange = Values.of("trees", Quantity.of(3, "1"));
        assertRefused("no setting trees", () -> classify.check(problem(PHASES.space()), strange, GivenParts.NONE));
    }

    private static void assertRefused(String words, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(words), message);
    }

    private static Problem problem(Space space) {
        return new Problem(space, List.of(new Objective("phase", Objective.Goal.MAXIMIZE)));
    }
}
