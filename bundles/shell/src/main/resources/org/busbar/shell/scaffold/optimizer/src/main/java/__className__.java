package ${package};

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.LabId;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;
import org.osgi.service.component.annotations.Component;

/** By turns a point near the best one so far, and one anywhere. */
@Component
@LabId("${artifactId}")
public final class ${className} implements Optimizer {

    private static final int DRAWN = 100;

    @Override
    public List<Suggestion> suggest(Question question, Parts parts) {
        Keyed random = Keyed.of(question.seed(), question.observed().size(), question.pending().size());
        EncodedSpace space = EncodedSpace.of(question.problem().space());
        List<Values> pool = pool(question, space, random);
        Optional<Values> best = best(question);
        List<Suggestion> chosen = new ArrayList<>();
        while (chosen.size() < question.count() && !pool.isEmpty()) {
            boolean near = best.isPresent() && (question.observed().size() + chosen.size()) % 2 == 0;
            Values point = near ? nearest(pool, best.get(), space) : pool.get(0);
            pool.remove(point);
            chosen.add(Suggestion.of(point, near ? "near the best one so far" : "drawn at random"));
        }
        return chosen;
    }

    /** Points that may be tried, in a random order. */
    private static List<Values> pool(Question question, EncodedSpace space, Keyed random) {
        List<Values> candidates = question.problem().space().candidates();
        if (candidates.isEmpty()) {
            return Stream.of(space.draw(DRAWN * question.count(), random)).map(space::decode).collect(Collectors.toList());
        }
        List<Values> open = new ArrayList<>(candidates);
        open.removeAll(question.pending());
        open.removeAll(question.observed().stream().map(Observation::point).toList());
        random.shuffle(open);
        return open;
    }

    private static Optional<Values> best(Question question) {
        Objective first = question.problem().objectives().get(0);
        return question.observed().stream()
                .filter(observation -> !observation.isFailed())
                .max(Comparator.comparing(observation -> first.goal().sign()
                        * observation.outputs().quantity(first.output()).value()))
                .map(Observation::point);
    }

    private static Values nearest(List<Values> pool, Values best, EncodedSpace space) {
        double[] at = space.encode(best);
        return pool.stream().min(Comparator.comparing(point -> distance(space.encode(point), at))).orElseThrow();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
