package org.busbar.analyses.importance;

import java.util.Arrays;
import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts the ranks of inputs by linear regression, by lasso and by a forest side by side; see the README of the bundle. */
@Component
@LabId("ladder")
public final class Ladder implements Analysis {

    private static final int REPEATS = 10;

    private static final Capability CAPABILITY = Question.of(
                    "ladder",
                    List.of(Question.SEED),
                    List.of(
                            Question.curve("t"),
                            Question.curve("bayes_t"),
                            Question.curve("entry_lambda"),
                            Question.curve("importance"),
                            Question.curve("rank_t"),
                            Question.curve("rank_bayes"),
                            Question.curve("rank_lasso"),
                            Question.curve("rank_forest"),
                            Question.curve("rank_mean")))
            .byDefault(Question.SEED.name(), Quantity.of(0, "1"));

    private final TableInput tables;

    @Activate
    public Ladder(@Reference Artifacts artifacts) {
        tables = new TableInput(CAPABILITY.name(), artifacts);
    }

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) throws InterruptedException {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Chosen chosen = tables.chosen(all);
        LinearStudy linear = LinearStudy.of(CAPABILITY.name(), chosen);
        BayesianFit bayesian = linear.ofLargestEvidence();
        ForestImportance.requireRows(CAPABILITY.name(), chosen);
        LassoPath lasso = LassoPath.of(LassoData.of(chosen.x(), chosen.y()).problem(), LassoPath.usualLambdas());
        Growth growth = Growth.of(Growth.DEFAULTS.with(all));
        Forest forest = Forest.grow(chosen.x(), chosen.y(), growth);
        Permutations permutations = Permutations.of(forest, chosen.x(), chosen.y(), REPEATS, growth.seed());
        return ranked(Answer.begin(chosen), linear.fit().t(), bayesian.t(), lasso, permutations)
                .with(Quality.OUTPUT.name(), linear.quality(bayesian).text());
    }

    private static Values ranked(
            Values begun, double[] t, double[] bayesian, LassoPath lasso, Permutations permutations) {
        double[][] ranks = {
            Ranks.of(magnitudes(t)), Ranks.of(magnitudes(bayesian)), lasso.order(), Ranks.of(permutations.importance())
        };
        double[] entries = new double[t.length];
        Arrays.setAll(entries, lasso::entry);
        return begun.with("t", Question.series(t))
                .with("bayes_t", Question.series(bayesian))
                .with("entry_lambda", Question.series(entries))
                .with("importance", Question.series(permutations.importance()))
                .with("rank_t", Question.series(ranks[0]))
                .with("rank_bayes", Question.series(ranks[1]))
                .with("rank_lasso", Question.series(ranks[2]))
                .with("rank_forest", Question.series(ranks[3]))
                .with("rank_mean", Question.series(means(ranks)));
    }

    private static double[] magnitudes(double[] values) {
        return Arrays.stream(values).map(Math::abs).toArray();
    }

    private static double[] means(double[][] ranks) {
        double[] means = new double[ranks[0].length];
        for (double[] of : ranks) {
            for (int j = 0; j < means.length; j++) {
                means[j] += of[j] / ranks.length;
            }
        }
        return means;
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        List<String> names = Question.names(outputs);
        double[] means = LinearCharts.numbers(outputs, "rank_mean");
        return List.of(
                Pictures.bars(
                        "mean-rank",
                        "Mean rank of the inputs of " + Question.explained(outputs) + ", 1 is the most important",
                        "mean rank",
                        names,
                        means),
                ranks(outputs, names));
    }

    /** One mark per method, over the number of the input. */
    private static Chart ranks(Values outputs, List<String> names) {
        double[] place = new double[names.size()];
        Arrays.setAll(place, j -> j + 1);
        return new Chart(
                "ranks",
                "Ranks of the inputs of " + Question.explained(outputs) + " by method",
                Axis.linear("number of the input: " + String.join(", ", names), "1"),
                Axis.linear("rank", "1"),
                points("t", "rank_t", place, outputs, Layer.Mark.CIRCLE),
                points("Bayesian t", "rank_bayes", place, outputs, Layer.Mark.SQUARE),
                points("lasso", "rank_lasso", place, outputs, Layer.Mark.TRIANGLE),
                points("forest", "rank_forest", place, outputs, Layer.Mark.CROSS));
    }

    private static Layer points(String label, String column, double[] place, Values outputs, Layer.Mark mark) {
        return new Layer.Points(
                label, Question.series(place), Question.series(LinearCharts.numbers(outputs, column)), mark);
    }
}
