package org.busbar.optimizers.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.busbar.api.LabId;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
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
     * @throws IllegalArgumentException if there are several objectives, or an observation or a pending point does not
     *     fit the space
     */
    @Override
    public List<Values> suggest(Question question) throws InterruptedException {
        Encoding encoding = new Encoding(question.problem().space());
        Experience experience = Experience.of(question, only(question.problem()), encoding);
        Proposals proposals = Proposals.of(question.problem().space(), encoding);
        SplittableRandom random = random(question);
        Choice choice = experience.measured().size() < FEWEST ? new FirstDesign() : new Improvement();
        List<Values> suggested = new ArrayList<>();
        while (suggested.size() < question.count()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The forest was told to stop");
            }
            List<Proposal> open = proposals.list(experience, random);
            if (open.isEmpty()) {
                return suggested;
            }
            Proposal next = choice.choose(new Feasibility(experience).feasible(open), experience, random);
            suggested.add(next.point());
            experience = experience.awaiting(next.row());
        }
        return suggested;
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
