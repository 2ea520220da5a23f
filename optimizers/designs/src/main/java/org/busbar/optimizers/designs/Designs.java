package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.osgi.service.component.annotations.Component;

/**
 * Suggests the points of a design of experiments one after the other, whatever comes of them.
 *
 * <p>The design follows from the space, the settings and the seed. A point of it is skipped if it is observed, failed or
 * pending, whoever suggested it; so no point is lost or repeated when the optimizer is exchanged in between.
 */
@Component
@LabId("designs")
public final class Designs implements Optimizer {

    @Override
    public List<Parameter> settings() {
        return Choices.ALL;
    }

    @Override
    public void check(Problem problem, Values settings, Parts parts) {
        Ground ground = Ground.of(problem.space(), new Choices(settings), 0);
        plan(ground).points().iterator().next();
    }

    @Override
    public List<Suggestion> suggest(Question question, Parts parts) throws InterruptedException {
        Ground ground = ground(question);
        Plan plan = plan(ground);
        Tried tried = new Tried(question, ground);
        List<Suggestion> suggested = new ArrayList<>();
        Iterator<Values> points = plan.points().iterator();
        for (int number = 1; suggested.size() < question.count() && points.hasNext(); number++) {
            refuseInterrupted();
            Values point = points.next();
            if (tried.isNew(point)) {
                suggested.add(suggestion(point, number, plan));
            }
        }
        return suggested;
    }

    private static void refuseInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("The design was told to stop");
        }
    }

    private static Suggestion suggestion(Values point, int number, Plan plan) {
        String of = plan.size().isPresent() ? " of " + plan.size().getAsInt() : "";
        String reason = "point " + number + of + " of the " + plan.title();
        return new Suggestion(point, Values.none(), Double.NaN, reason, plan.facts());
    }

    /** How balanced the design is, and what of it was tried. */
    @Override
    public Insight explain(Question question, Parts parts) {
        Ground ground = ground(question);
        Plan plan = plan(ground);
        List<Values> tried = Tried.points(question).toList();
        Map<String, String> facts = new LinkedHashMap<>(plan.facts());
        if (plan.size().isPresent()) {
            List<Values> all = new ArrayList<>();
            plan.points().forEach(all::add);
            facts.putAll(Balance.of(all, ground).facts("design"));
        }
        facts.putAll(Balance.of(tried, ground).facts("tried"));
        Insight none = Insight.none(remark(plan, tried.size()));
        return new Insight(none.checks(), none.influences(), none.gain(), none.bound(), none.remark(), facts);
    }

    private static String remark(Plan plan, int tried) {
        String size = plan.size().isPresent() ? plan.size().getAsInt() + " points" : "no last point";
        return "The " + plan.title() + " has " + size + "; " + tried + " points were tried, of this design or not. "
                + "It does not learn from what they gave.";
    }

    /** A question's own seed is another one for each trial, and one design has to last for all of them. */
    private static Ground ground(Question question) {
        Choices choices = new Choices(question.settings());
        return Ground.of(question.problem().space(), choices, choices.whole(Choices.SEED, 1));
    }

    private static Plan plan(Ground ground) {
        Design design = Objects.requireNonNull(Design.ALL.get(ground.choices().design()));
        Space space = ground.space();
        return space.candidates().isEmpty() ? design.on(ground) : Listed.of(design.on(ground), ground);
    }
}
