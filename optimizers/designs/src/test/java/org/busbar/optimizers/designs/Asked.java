package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.testkit.GivenParts;

/** Asks for a design with settings given as {@code name, value, name, value}. */
record Asked(Space space, Values settings) {

    static Asked of(Space space, Object... settings) {
        Values all = Values.none();
        for (int i = 0; i < settings.length; i += 2) {
            all = all.with(
                    (String) settings[i],
                    settings[i + 1] instanceof Integer n ? Quantity.of(n, "1") : new Text((String) settings[i + 1]));
        }
        return new Asked(space, all);
    }

    List<Values> points(int count) throws InterruptedException {
        return points(count, List.of(), 1);
    }

    List<Values> points(int count, List<Values> failed, long seed) throws InterruptedException {
        return suggestions(count, failed, seed).stream().map(Suggestion::point).toList();
    }

    List<Suggestion> suggestions(int count, List<Values> failed, long seed) throws InterruptedException {
        return new Designs().suggest(question(count, failed, seed), GivenParts.NONE);
    }

    Insight insight(List<Values> failed) {
        return new Designs().explain(question(1, failed, 1), GivenParts.NONE);
    }

    void check() {
        new Designs().check(problem(), settings, GivenParts.NONE);
    }

    private Question question(int count, List<Values> failed, long seed) {
        List<Observation> observed = new ArrayList<>();
        failed.forEach(point -> observed.add(Observation.failed(point)));
        Values all = settings.with("seed", Quantity.of(seed + 1, "1"));
        return new Question(problem(), observed, List.of(), count, seed).with(all);
    }

    private Problem problem() {
        return new Problem(space, List.of(new Objective("k", Objective.Goal.MAXIMIZE)));
    }
}
