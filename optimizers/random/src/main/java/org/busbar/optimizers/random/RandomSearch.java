package org.busbar.optimizers.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;
import org.osgi.service.component.annotations.Component;

/**
 * Draws every point at random, whatever was observed: uniformly over all that keeps the limits, mixtures and constraints,
 * or the open candidates without repetition. It is what other optimizers have to beat.
 *
 * <p>Its random numbers depend on the seed, the number of observations and the number of pending points, so a campaign
 * that asks again after each trial gets other points.
 */
@Component
@LabId("random")
public final class RandomSearch implements Optimizer {

    @Override
    public List<Suggestion> suggest(Question question, Parts parts) {
        return points(question).stream()
                .map(point -> Suggestion.of(point, reason(question)))
                .toList();
    }

    private static String reason(Question question) {
        return question.problem().space().candidates().isEmpty()
                ? "drawn at random from the whole space"
                : "drawn at random from the candidates that are left";
    }

    private static List<Values> points(Question question) {
        Space space = question.problem().space();
        if (!space.candidates().isEmpty()) {
            return chosen(question, random(question));
        }
        return isPlain(space) ? drawn(question, random(question)) : feasible(question, space);
    }

    /** Whether parameters can be drawn one by one, each uniformly as it is. */
    private static boolean isPlain(Space space) {
        return space.mixtures().isEmpty()
                && space.constraints().isEmpty()
                && space.scales().values().stream().noneMatch(Scale.Log.class::isInstance);
    }

    /** Each point from a stream of its own, so that a longer list begins with the shorter one. */
    private static List<Values> feasible(Question question, Space space) {
        EncodedSpace encoded = EncodedSpace.of(space);
        Keyed random = Keyed.of(
                question.seed(), question.observed().size(), question.pending().size());
        return IntStream.range(0, question.count())
                .mapToObj(i -> encoded.decode(encoded.draw(1, random.at(i))[0]))
                .toList();
    }

    /** Chained, not added up: otherwise seed 1 with no observation would repeat seed 0 with one. */
    private static SplittableRandom random(Question question) {
        long seeded = new SplittableRandom(question.seed()).nextLong();
        long observed = new SplittableRandom(seeded + question.observed().size()).nextLong();
        return new SplittableRandom(observed + question.pending().size());
    }

    private static List<Values> drawn(Question question, SplittableRandom random) {
        return Stream.generate(() -> point(question.problem().space().parameters(), random))
                .limit(question.count())
                .toList();
    }

    private static Values point(List<Parameter> parameters, SplittableRandom random) {
        Values point = Values.none();
        for (Parameter parameter : parameters) {
            point = point.with(parameter.name(), Draw.of(parameter, random));
        }
        return point;
    }

    private static List<Values> chosen(Question question, SplittableRandom random) {
        List<Values> open = open(question);
        int count = Math.min(question.count(), open.size());
        List<Values> chosen = new ArrayList<>();
        while (chosen.size() < count) {
            chosen.add(open.remove(random.nextInt(open.size())));
        }
        return chosen;
    }

    private static List<Values> open(Question question) {
        Set<Values> tried = new HashSet<>(question.pending());
        question.observed().stream().map(Observation::point).forEach(tried::add);
        return new ArrayList<>(question.problem().space().candidates().stream()
                .filter(candidate -> !tried.contains(candidate))
                .distinct()
                .toList());
    }
}
