package org.busbar.optimizers.committee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.forest.ForestSurrogate;
import org.busbar.optimizers.polynomial.PolynomialEnsemble;
import org.busbar.testkit.GivenParts;
import org.busbar.testkit.OptimizerContract;
import org.junit.jupiter.api.Test;

class QueryByCommitteeTest implements OptimizerContract {

    private static final Space LINE = Space.of(Parameter.real("x", "1", 0, 1));
    private static final Parts PARTS = new GivenParts(
            Map.of(
                    "gp", new Smoother(1),
                    "contrary", new Smoother(-1),
                    "forest", new ForestSurrogate(),
                    "polynomial", new PolynomialEnsemble()),
            Map.of());

    @Override
    public Optimizer optimizer() {
        return new QueryByCommittee();
    }

    @Override
    public Parts parts() {
        return PARTS;
    }

    private static Values at(double x) {
        return Values.of("x", Quantity.of(x, "1"));
    }

    /** 5 mS/cm everywhere but at 0.7, where it is 9. */
    private static List<Observation> observed() {
        return IntStream.range(0, 11)
                .mapToObj(i -> new Observation(at(i / 10.0), Values.of("k", Quantity.of(i == 7 ? 9 : 5, "mS/cm"))))
                .toList();
    }

    private static Question question(List<Observation> observed, List<Values> pending, int count, Values settings) {
        Problem problem = new Problem(LINE, List.of(new Objective("k", Objective.Goal.MINIMIZE)));
        return new Question(problem, observed, pending, count, 3, settings, List.of());
    }

    private static Values members(String names) {
        return Values.of("members", new Text(names));
    }

    private static double suggested(Question question) throws InterruptedException {
        return new QueryByCommittee()
                .suggest(question, PARTS)
                .get(0)
                .point()
                .quantity("x")
                .value();
    }

    @Test
    void goes_where_members_disagree_most() throws Exception {
        Question question = question(observed(), List.of(), 1, members("gp, contrary"));
        Suggestion suggestion = new QueryByCommittee().suggest(question, PARTS).get(0);
        double x = suggestion.point().quantity("x").value();
        assertEquals(0.7, x, 0.08);
        assertTrue(suggestion.reason().contains("gp expects"), suggestion.reason());
        assertTrue(suggestion.reason().contains("contrary expects"), suggestion.reason());
    }

    @Test
    void expects_the_mean_of_its_members_in_the_unit_of_the_objective() throws Exception {
        Question question = question(observed(), List.of(), 1, members("gp,contrary"));
        Quantity k = new QueryByCommittee()
                .expect(question, List.of(at(0.7)), PARTS)
                .get(0)
                .quantity("k");
        double mean = (10 * 5 + 9) / 11.0;
        double deviation = Math.sqrt((10 * Math.pow(5 - mean, 2) + Math.pow(9 - mean, 2)) / 11);
        assertEquals(mean, k.in("mS/cm"), 1e-9);
        assertTrue(k.uncertainty() > 0.5 * deviation && k.uncertainty() < 3 * deviation, k.toString());
    }

    @Test
    void stays_away_from_where_trials_failed() throws Exception {
        Values pair = members("gp,contrary");
        double disputed = suggested(question(observed(), List.of(), 1, pair));
        List<Observation> warned = new ArrayList<>(observed());
        warned.add(Observation.failed(at(disputed)));
        assertTrue(Math.abs(suggested(question(warned, List.of(), 1, pair)) - disputed) > 0.01);
    }

    @Test
    void a_batch_has_different_points() throws Exception {
        List<Suggestion> batch =
                new QueryByCommittee().suggest(question(observed(), List.of(), 4, Values.none()), PARTS);
        assertEquals(4, batch.stream().map(Suggestion::point).distinct().count());
    }

    @Test
    void first_points_spread_over_the_space() throws Exception {
        List<Double> xs = new QueryByCommittee()
                .suggest(question(List.of(), List.of(), 4, Values.none()), PARTS).stream()
                        .map(suggestion -> suggestion.point().quantity("x").value())
                        .sorted()
                        .toList();
        for (int i = 0; i < 4; i++) {
            assertTrue(xs.get(i) >= i / 4.0 && xs.get(i) <= (i + 1) / 4.0, xs.toString());
        }
    }

    @Test
    void explains_how_well_each_member_knew() throws Exception {
        Insight insight = new QueryByCommittee().explain(question(observed(), List.of(), 1, Values.none()), PARTS);
        assertEquals(11, insight.checks().size());
        assertTrue(
                insight.facts().get("forest").contains("mS/cm"), insight.facts().toString());
        assertTrue(
                insight.facts().get("gp").contains("does not tell"),
                insight.facts().toString());
    }

    @Test
    void refuses_members_there_are_not_and_committees_of_one() {
        Question unknown = question(List.of(), List.of(), 1, members("gp,neural"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> suggested(unknown))
                .getMessage()
                .contains("neural"));
        Question alone = question(List.of(), List.of(), 1, members("gp"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> suggested(alone))
                .getMessage()
                .contains("members = gp"));
    }

    @Test
    void refuses_several_objectives() {
        Objective k = new Objective("k", Objective.Goal.MAXIMIZE);
        Problem two = new Problem(LINE, List.of(k, new Objective("cost", Objective.Goal.MINIMIZE)));
        assertThrows(IllegalArgumentException.class, () -> new QueryByCommittee().check(two, Values.none(), PARTS));
    }

    @Test
    void stops_when_told_to() {
        Thread.currentThread().interrupt();
        Question question = question(observed(), List.of(), 1, members("gp,contrary"));
        assertThrows(InterruptedException.class, () -> suggested(question));
    }
}
