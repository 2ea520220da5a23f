package org.busbar.distribution.bench.optimizers;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;

/** An optimizer of the platform. Here alone the comparison asks an optimizer. */
final class OptimizerEngine implements Engine {

    private final Optimizer optimizer;
    private final Values settings;
    private final Parts parts;

    OptimizerEngine(Optimizer optimizer, Values settings, Parts parts) {
        this.optimizer = optimizer;
        this.settings = settings;
        this.parts = parts;
    }

    @Override
    public List<Values> next(Situation situation) throws InterruptedException {
        Problem problem = situation.problem().problem();
        List<Observation> observed = situation.told().stream()
                .map(trial -> new Observation(trial.point(), outputs(problem, trial)))
                .toList();
        Question question = new Question(problem, observed, situation.pending(), situation.count(), situation.seed());
        return optimizer.suggest(question.with(settings), parts).stream()
                .map(Suggestion::point)
                .toList();
    }

    private static Values outputs(Problem problem, Trial trial) {
        Values outputs = Values.none();
        for (int i = 0; i < trial.told().size(); i++) {
            Objective objective = problem.objectives().get(i);
            outputs = outputs.with(objective.output(), new Quantity(trial.told().get(i), Unit.ONE, Double.NaN));
        }
        return outputs;
    }
}
