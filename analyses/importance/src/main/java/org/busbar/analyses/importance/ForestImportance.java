package org.busbar.analyses.importance;

import java.util.List;
import java.util.Locale;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells which inputs of a table a random forest needs; see the README of the bundle. */
@Component
@LabId("forest-importance")
public final class ForestImportance implements Analysis {

    static final int FEWEST_ROWS = 10;
    private static final Parameter.Whole REPEATS = Parameter.whole("repeats", 2, 1000);
    private static final double DOUBTFUL = 0.5;

    private static final Capability CAPABILITY = withDefaults(Question.of(
            "forest-importance",
            List.of(Growth.TREES, Growth.LEAF, Growth.SHARE, REPEATS, Question.SEED),
            List.of(
                    Question.curve("importance"),
                    Question.curve("spread"),
                    Question.curve("low"),
                    Question.curve("high"),
                    Question.curve("impurity"),
                    Parameter.real("r2", "1"),
                    Question.curve("measured"),
                    Question.curve("predicted"))));

    private final TableInput tables;

    @Activate
    public ForestImportance(@Reference Artifacts artifacts) {
        tables = new TableInput(CAPABILITY.name(), artifacts);
    }

    private static Capability withDefaults(Capability capability) {
        Capability complete = capability
                .byDefault(REPEATS.name(), Quantity.of(10, "1"))
                .byDefault(Question.SEED.name(), Quantity.of(0, "1"));
        for (String name : Growth.DEFAULTS.names()) {
            complete = complete.byDefault(name, Growth.DEFAULTS.get(name));
        }
        return complete;
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
        requireRows(CAPABILITY.name(), chosen);
        Forest forest = Forest.grow(chosen.x(), chosen.y(), Growth.of(all));
        Permutations permutations =
                Permutations.of(forest, chosen.x(), chosen.y(), (int) all.get(REPEATS), all.get(Question.SEED));
        return outputs(chosen, forest, permutations);
    }

    static void requireRows(String analysis, Chosen chosen) {
        if (chosen.rows() < FEWEST_ROWS) {
            throw new IllegalArgumentException(
                    analysis + ": " + chosen.rows() + " complete rows are too few for a forest, at least " + FEWEST_ROWS
                            + " are needed; give more rows");
        }
    }

    private static Values outputs(Chosen chosen, Forest forest, Permutations permutations) {
        return Answer.begin(chosen)
                .with("importance", Question.series(permutations.importance()))
                .with("spread", Question.series(permutations.spread()))
                .with("low", Question.series(bound(permutations, -2)))
                .with("high", Question.series(bound(permutations, 2)))
                .with("impurity", Question.series(forest.impurity()))
                .with("r2", Quantity.of(permutations.r2(), "1"))
                .with("measured", Question.series(chosen.y()))
                .with("predicted", Question.series(permutations.predicted()))
                .with(Quality.OUTPUT.name(), quality(chosen, permutations).text());
    }

    private static double[] bound(Permutations permutations, int spreads) {
        double[] bound = permutations.importance().clone();
        for (int j = 0; j < bound.length; j++) {
            bound[j] += spreads * permutations.spread()[j];
        }
        return bound;
    }

    private static Quality quality(Chosen chosen, Permutations permutations) {
        Quality quality = Correlations.of(Scaled.of(chosen))
                .closest(chosen.names())
                .map(pair -> Answer.quality(chosen)
                        .flag(
                                Quality.Level.SUSPICIOUS,
                                "correlated: " + Answer.plain(pair) + ", they share importance"))
                .orElse(Answer.quality(chosen));
        return permutations.r2() < DOUBTFUL
                ? quality.flag(
                        permutations.r2() <= 0 ? Quality.Level.REJECTED : Quality.Level.SUSPICIOUS,
                        String.format(Locale.ROOT, "model_rejected: R2 of rows not seen is %.3f", permutations.r2()))
                : quality;
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        List<String> names = Question.names(outputs);
        String explained = Question.explained(outputs);
        double[] measured = LinearCharts.numbers(outputs, "measured");
        double[] predicted = LinearCharts.numbers(outputs, "predicted");
        return List.of(
                importance(outputs, names, explained),
                Pictures.bars(
                        "impurity",
                        "Share in what the splits for " + explained + " gain",
                        "share",
                        names,
                        LinearCharts.numbers(outputs, "impurity")),
                Pictures.parity(explained, measured, predicted),
                Pictures.residuals(
                        "residuals",
                        explained,
                        "predicted " + explained,
                        predicted,
                        LinearCharts.differences(measured, predicted)));
    }

    private static Chart importance(Values outputs, List<String> names, String explained) {
        double[][] bars = {
            LinearCharts.numbers(outputs, "importance"),
            LinearCharts.numbers(outputs, "low"),
            LinearCharts.numbers(outputs, "high")
        };
        return Pictures.bars(
                "importance",
                "Loss when an input of " + explained + " is exchanged, +- 2 s.d. of the repeats",
                "rise of mean square error / variance",
                names,
                bars);
    }
}
