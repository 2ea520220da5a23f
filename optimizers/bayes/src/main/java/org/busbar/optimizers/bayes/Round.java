package org.busbar.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.busbar.api.Values;
import org.busbar.api.optimize.Fidelity;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;
import org.busbar.optimizers.search.space.Seeker;

/** One question being answered. */
final class Round {

    private static final int CENTRES = 5;

    private final Question question;
    private final Choices choices;
    private final EncodedSpace space;
    private final Knowledge knowledge;
    private final Optional<Fidelity> fidelity;
    private final EncodedSpace target; // at the fidelity that counts

    private Round(Question question, Choices choices, EncodedSpace space) {
        this.question = question;
        this.choices = choices;
        this.space = space;
        this.knowledge = Knowledge.of(question, space);
        this.fidelity = question.problem().fidelity();
        this.target = fidelity.map(levels ->
                        space.fixing(levels.parameter(), levels.target().value()))
                .orElse(space);
    }

    static Round of(Question question, Parts parts) {
        Choices choices = Choices.of(question.problem(), question.settings(), parts);
        return new Round(question, choices, EncodedSpace.of(question.problem().space()));
    }

    /** Fewer than wanted only when nothing is left. */
    List<Suggestion> suggestions() throws InterruptedException {
        List<Suggestion> suggested = new ArrayList<>();
        List<double[]> taken = new ArrayList<>(knowledge.taken());
        List<double[]> awaited = new ArrayList<>(knowledge.awaited());
        Next next = isEnough() ? learnt() : spread();
        while (suggested.size() < question.count()) {
            stopIfTold();
            Optional<Suggestion> found = next.after(taken, awaited, suggested.size());
            if (found.isEmpty()) {
                return suggested;
            }
            double[] row = space.encode(found.orElseThrow().point());
            taken.add(row);
            awaited.add(row);
            suggested.add(found.orElseThrow());
        }
        return suggested;
    }

    private boolean isEnough() {
        return knowledge.rows().length >= choices.start();
    }

    private static void stopIfTold() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("The search was told to stop");
        }
    }

    private Keyed keyed(Purpose purpose, int place) {
        return Keyed.of(question.seed(), purpose.key(), place);
    }

    /** How the points of a batch are found, one after the other. */
    private interface Next {

        /** The point at that place of the batch; empty if nothing is left. */
        Optional<Suggestion> after(List<double[]> taken, List<double[]> awaited, int place) throws InterruptedException;
    }

    private Next spread() {
        Seeker seeker = Seeker.of(target);
        return (taken, awaited, place) -> FirstPoints.next(seeker, taken, keyed(Purpose.FIRST, place))
                .map(candidate -> Suggestion.of(candidate.point(), "it lies far from all others; " + tooFew()));
    }

    private String tooFew() {
        return choices.surrogate().id() + " learns from " + choices.start() + " values on, and there are "
                + knowledge.rows().length;
    }

    private Next learnt() throws InterruptedException {
        Belief learnt = Belief.of(question, knowledge, choices);
        Outlooks outlooks = new Outlooks(question, choices, knowledge, target);
        Seeker seeker = region(Seeker.of(target), learnt);
        return (taken, awaited, place) -> {
            Weighed weighed =
                    outlooks.weigh(learnt, awaited, keyed(Purpose.WEIGH, place).next());
            return seeker.best(weighed.judgement(), taken, centres(weighed), keyed(Purpose.SEEK, place))
                    .map(candidate -> new Wording(choices, knowledge, weighed)
                            .suggestion(candidate.row(), faithful(weighed, candidate.point()), candidate.worth()));
        };
    }

    private Seeker region(Seeker seeker, Belief learnt) {
        if (!choices.trust().isWanted(knowledge.sequence().length, space.width())
                || knowledge.objectives().size() > 1) {
            return seeker;
        }
        double[] values = knowledge.objectives().get(0).values();
        int best = ranked(values)[0];
        TrustRegion region = TrustRegion.around(
                knowledge.rows()[best],
                knowledge.sequence(),
                learnt.models().get(0).relevances(),
                target);
        return seeker.within(region.low(), region.high());
    }

    /** The rows that are best so far, around which to look closer. */
    private List<double[]> centres(Weighed weighed) {
        double[] worth = new double[knowledge.rows().length];
        for (Lesson lesson : weighed.belief().objectives()) {
            double[] means = lesson.model().predict(weighed.outlook().tried()).means();
            for (int i = 0; i < worth.length; i++) {
                worth[i] += means[i];
            }
        }
        return Arrays.stream(ranked(worth))
                .limit(CENTRES)
                .mapToObj(i -> weighed.outlook().tried()[i])
                .toList();
    }

    /** Places by value, the best first. */
    private static int[] ranked(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** The point at the level of fidelity at which it should be tried. */
    private Values faithful(Weighed weighed, Values point) {
        return fidelity.map(levels -> {
                    Belief belief = weighed.belief();
                    Fidelity.Level level =
                            new Levels(space, levels).choose(belief.models().get(0), point, weighed.best());
                    return point.with(levels.parameter(), level.value());
                })
                .orElse(point);
    }

    List<Values> expected(List<Values> points) throws InterruptedException {
        if (!isEnough()) {
            return List.of();
        }
        Belief learnt = Belief.of(question, knowledge, choices);
        return points.stream()
                .map(point -> learnt.expected(space.encode(point)))
                .toList();
    }

    Insight insight() throws InterruptedException {
        if (!isEnough()) {
            return Insight.none(tooFew());
        }
        return new Understanding(question, choices, knowledge, target).insight();
    }
}
