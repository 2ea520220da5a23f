package org.busbar.optimizers.bayes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Fidelity;
import org.busbar.api.optimize.Outlook;
import org.busbar.api.optimize.Question;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;

/** Gets acquisitions ready. */
final class Outlooks {

    private static final int SITES = 256;

    private final Question question;
    private final Choices choices;
    private final Knowledge knowledge;
    private final double[][] tried;
    private final double[][] sites;

    /** @param target the space at the fidelity that counts */
    Outlooks(Question question, Choices choices, Knowledge knowledge, EncodedSpace target) throws InterruptedException {
        this.question = question;
        this.choices = choices;
        this.knowledge = knowledge;
        this.tried = question.problem().fidelity().map(this::atTarget).orElse(knowledge.rows());
        this.sites = sites(target, Keyed.of(question.seed(), Purpose.SITES.key()));
    }

    private double[][] atTarget(Fidelity fidelity) {
        Values any = question.observed().get(0).point();
        return knowledge.rowsAt(
                fidelity, any.with(fidelity.parameter(), fidelity.target().value()));
    }

    /** All candidates where they are few, else some of them, or points from all over the space. */
    private double[][] sites(EncodedSpace target, Keyed keyed) throws InterruptedException {
        List<Values> candidates = question.problem().space().candidates();
        if (candidates.isEmpty()) {
            return target.draw(SITES, keyed);
        }
        int[] order = keyed.permutation(candidates.size());
        return Arrays.stream(order)
                .limit(SITES)
                .mapToObj(i -> target.encode(candidates.get(i)))
                .toArray(double[][]::new);
    }

    /** @param awaited points whose values are still to come, those just suggested included */
    Weighed weigh(Belief learnt, List<double[]> awaited, long seed) throws InterruptedException {
        Acquisition acquisition = choices.acquisition().part();
        Belief belief = acquisition.awaits() ? learnt : learnt.believing(awaited);
        double[][] values = learnt.objectives().stream().map(Lesson::values).toArray(double[][]::new);
        Outlook outlook = new Outlook(
                belief.models(),
                tried,
                values,
                knowledge.feasible(),
                awaited.toArray(double[][]::new),
                sites,
                references(learnt),
                settings(learnt.objectives().get(0).scaling()),
                seed);
        Acquisition.Worth worth = knowledge.isAnythingFeasible() ? acquisition.weigh(outlook) : Outlooks::alike;
        boolean logarithmic = acquisition.isLogarithmic() || !knowledge.isAnythingFeasible();
        return new Weighed(belief, outlook, new Judgement(worth, belief, logarithmic, sites), best(belief));
    }

    /** While nothing is feasible, only the chance to be so counts. */
    private static double[] alike(double[][] rows) {
        return new double[rows.length];
    }

    private double best(Belief belief) {
        double[] means = belief.models().get(0).predict(tried).means();
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < means.length; i++) {
            best = knowledge.feasible()[i] ? Math.max(best, means[i]) : best;
        }
        return best;
    }

    private double[] references(Belief learnt) {
        return learnt.objectives().stream()
                .mapToDouble(lesson -> Optional.ofNullable(
                                choices.references().get(lesson.scaling().output()))
                        .map(reference -> scaled(reference, lesson.scaling()))
                        .orElse(Double.NaN))
                .toArray();
    }

    /** With the ends of the range that is looked for, as they are on the scale of values. */
    private Values settings(Scaling scaling) {
        Values settings = choices.acquisition().settings();
        for (Map.Entry<String, Quantity> end : choices.range().entrySet()) {
            boolean isLower = end.getKey().equals("lower") == (scaling.sign() > 0);
            settings = settings.with(isLower ? "lower" : "upper", Quantity.of(scaled(end.getValue(), scaling), "1"));
        }
        return settings;
    }

    private static double scaled(Quantity reference, Scaling scaling) {
        return scaling.forth(scaling.sign() * reference.in(scaling.unit()));
    }
}
