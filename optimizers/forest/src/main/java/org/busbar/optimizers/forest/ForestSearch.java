package org.busbar.optimizers.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.busbar.api.LabId;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.osgi.service.component.annotations.Component;

/**
 * Bayesian optimisation of one objective with a random forest: suggests the points of the highest expected improvement.
 *
 * <p>Before {@value #FEWEST} trials have given a value it fills the space instead. After F. Hutter, H. H. Hoos, K.
 * Leyton-Brown, Sequential Model-Based Optimization for General Algorithm Configuration, LION 5, 507 (2011).
 */
@Component
@LabId("forest")
public final class ForestSearch implements Optimizer {

    /** A forest on fewer values knows nothing worth following. */
    static final int FEWEST = 5;

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there are several objectives, or limits, or an observation or a pending point
     *     does not fit the space
     */
    @Override
    public List<Suggestion> suggest(Question question, Parts parts) throws InterruptedException {
        check(question.problem(), question.settings(), parts);
        Encoding encoding = Encoding.of(question.problem().space());
        Experience experience = Experience.of(question, only(question.problem()), encoding);
        Optional<Expectation> expectation = expectation(question, encoding);
        Proposals proposals = Proposals.of(question.problem().space(), encoding);
        SplittableRandom random = random(question);
        Choice choice = knowsEnough(question) ? new Improvement() : new FirstDesign();
        List<Suggestion> suggested = new ArrayList<>();
        while (suggested.size() < question.count()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The forest was told to stop");
            }
            List<Proposal> open = proposals.list(experience, random);
            if (open.isEmpty()) {
                return suggested;
            }
            Chosen next = choice.choose(new Feasibility(experience).feasible(open), experience, random);
            suggested.add(suggestion(next, expectation));
            experience = experience.awaiting(next.proposal().row());
        }
        return suggested;
    }

    private static Suggestion suggestion(Chosen chosen, Optional<Expectation> expectation) {
        Values expected =
                expectation.map(forest -> forest.at(chosen.proposal().row())).orElse(Values.none());
        return new Suggestion(chosen.proposal().point(), expected, chosen.exploration(), chosen.reason(), Map.of());
    }

    private static boolean knowsEnough(Question question) {
        return question.observed().stream().filter(o -> !o.isFailed()).count() >= FEWEST;
    }

    private static Optional<Expectation> expectation(Question question, Encoding encoding) throws InterruptedException {
        return knowsEnough(question)
                ? Optional.of(new Expectation(question, only(question.problem()), encoding))
                : Optional.empty();
    }

    @Override
    public List<Values> expect(Question question, List<Values> points, Parts parts) throws InterruptedException {
        check(question.problem(), question.settings(), parts);
        Encoding encoding = Encoding.of(question.problem().space());
        return expectation(question, encoding)
                .map(forest -> points.stream()
                        .map(point -> forest.at(encoding.encode(point)))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Insight explain(Question question, Parts parts) throws InterruptedException {
        check(question.problem(), question.settings(), parts);
        return expectation(question, Encoding.of(question.problem().space()))
                .map(Expectation::insight)
                .orElse(Insight.none("a forest needs " + FEWEST + " values to learn from"));
    }

    @Override
    public void check(Problem problem, Values settings, Parts parts) {
        only(problem);
        if (!problem.limits().isEmpty() || problem.fidelity().isPresent()) {
            throw new IllegalArgumentException("The forest knows neither limits of outputs nor levels of fidelity;"
                    + " remove them, or take an optimizer that does");
        }
        if (!settings.isEmpty()) {
            throw new IllegalArgumentException("The forest has no settings, so none of " + settings.names());
        }
    }

    private static Objective only(Problem problem) {
        if (problem.objectives().size() > 1) {
            throw new IllegalArgumentException("The forest improves one objective, not "
                    + problem.objectives().size() + ": "
                    + problem.objectives().stream().map(Objective::output).toList()
                    + "; keep one, or take an optimizer for several");
        }
        return problem.objectives().get(0);
    }

    /** Chained, not added up: otherwise seed 1 with no observation would repeat seed 0 with one. */
    private static SplittableRandom random(Question question) {
        long seeded = new SplittableRandom(question.seed()).nextLong();
        long observed = new SplittableRandom(seeded + question.observed().size()).nextLong();
        return new SplittableRandom(observed + question.pending().size());
    }
}
