package org.busbar.optimizers.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Question;
import org.osgi.service.component.annotations.Component;

/**
 * Draws every point at random, whatever was observed: each parameter uniformly over its steps or options, or the open
 * candidates without repetition. It is what other optimizers have to beat.
 *
 * <p>Its random numbers depend on the seed, the number of observations and the number of pending points, so a campaign
 * that asks again after each trial gets other points.
 */
@Component
@LabId("random")
public final class RandomSearch implements Optimizer {

    @Override
    public List<Values> suggest(Question question) {
        SplittableRandom random = random(question);
        return question.problem().space().candidates().isEmpty() ? drawn(question, random) : chosen(question, random);
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
