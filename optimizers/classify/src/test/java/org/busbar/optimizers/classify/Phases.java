package org.busbar.optimizers.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.testkit.GivenParts;

/** A made-up phase diagram: 200 points of a composition and a temperature, three phases with curved borders. */
record Phases(long seed) {

    List<Values> points() {
        Keyed random = Keyed.of(seed, 99);
        return IntStream.range(0, 200)
                .mapToObj(i -> Values.of("x", Quantity.of(random.uniform(), "mol/mol"))
                        .with("t", Quantity.of(300 + 700 * random.uniform(), "K")))
                .toList();
    }

    Space space() {
        return Space.of(Parameter.real("x", "mol/mol", 0, 1), Parameter.real("t", "K", 300, 1000))
                .among(points());
    }

    static String label(Values point) {
        double x = point.quantity("x").value();
        double t = (point.quantity("t").value() - 300) / 700;
        if (t > 0.45 + 0.25 * StrictMath.sin(5 * x)) {
            return "gamma";
        }
        return x < 0.35 + 0.5 * t * t ? "alpha" : "beta";
    }

    /** What is asked after the first points of the pool have been labelled. */
    Question question(int labelled, int count) {
        return question(points().subList(0, labelled), count);
    }

    private Question question(List<Values> labelled, int count) {
        List<Observation> observed = new ArrayList<>();
        labelled.forEach(point -> observed.add(new Observation(point, Values.of("phase", new Text(label(point))))));
        Problem problem = new Problem(space(), List.of(new Objective("phase", Objective.Goal.MAXIMIZE)));
        return new Question(problem, observed, List.of(), count, seed);
    }

    /**
     * How many labels are needed until that share of the pool is told right, the points being asked for or random. To save
     * time it looks after every third one.
     */
    static int labelsUntil(double accuracy, long seed, boolean asked) throws InterruptedException {
        Phases phases = new Phases(seed);
        List<Values> labelled = new ArrayList<>();
        while (phases.accuracy(labelled) < accuracy) {
            for (int i = 0; i < 3; i++) {
                labelled.add(asked ? phases.next(labelled) : phases.points().get(labelled.size()));
            }
        }
        return labelled.size();
    }

    private Values next(List<Values> labelled) throws InterruptedException {
        return new ActiveLearning()
                .suggest(question(labelled, 1), GivenParts.NONE)
                .get(0)
                .point();
    }

    private double accuracy(List<Values> labelled) {
        List<Values> expected = new ActiveLearning().expect(question(labelled, 1), points(), GivenParts.NONE);
        List<Values> points = points();
        return IntStream.range(0, expected.size())
                        .filter(i -> expected.get(i).get("phase").toString().equals(label(points.get(i))))
                        .count()
                / 200.0;
    }
}
