package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells how far a model of a table may be trusted on rows and on groups it has not seen; see the README of the bundle. */
@Component
@LabId("model-check")
public final class ModelCheck implements Analysis {

    private static final Capability CAPABILITY = withDefaults(Question.of(
            "model-check",
            inputs(),
            List.of(
                    Question.curve("degree"),
                    Question.curve("terms"),
                    Question.curve("training_rmse"),
                    Question.curve("group_rmse"),
                    Question.curve("row_rmse"),
                    Parameter.whole("chosen_degree", 0, 8),
                    Parameter.real("rmse", "1"),
                    Parameter.real("mae", "1"),
                    Parameter.real("r2", "1"),
                    Parameter.real("coverage", "1"),
                    Question.curve("repeat_noise"),
                    Question.curve("learning_rows"),
                    Question.curve("learning_training_rmse"),
                    Question.curve("learning_rmse"),
                    Question.curve("measured"),
                    Question.curve("predicted"),
                    Question.curve("reach"),
                    Question.curve("fold"),
                    new Parameter.Note("groups", 10_000_000, ""),
                    Question.curve("group_log10_ratio"),
                    Question.curve("x"))));

    private final TableInput tables;

    @Activate
    public ModelCheck(@Reference Artifacts artifacts) {
        tables = new TableInput(CAPABILITY.name(), artifacts);
    }

    private static List<Parameter> inputs() {
        return List.of(
                Candidates.MODEL,
                Candidates.DEGREE,
                Candidates.RIDGE,
                Growth.TREES,
                Growth.LEAF,
                Growth.SHARE,
                Partition.FOLDS,
                Partition.ASSIGNMENT,
                Question.SEED);
    }

    private static Capability withDefaults(Capability capability) {
        Capability complete = Lasso.withDefaults(capability);
        for (String name : Candidates.DEFAULTS.names()) {
            complete = complete.byDefault(name, Candidates.DEFAULTS.get(name));
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
        Partition partition = Partition.of(CAPABILITY.name(), all);
        Folds rows = partition.rows(chosen);
        Optional<Folds> groups = chosen.groups().isEmpty() ? Optional.empty() : Optional.of(partition.groups(chosen));
        Candidates candidates = Candidates.of(CAPABILITY.name(), all, chosen, groups.orElse(rows));
        Comparison comparison = Comparison.of(chosen, candidates, groups, rows);
        LearningCurve learning = LearningCurve.of(
                chosen,
                candidates.learners().get(comparison.choice()),
                groups.orElse(rows),
                Math.max(4, candidates.terms().get(comparison.choice())),
                all.get(Question.SEED));
        return outputs(chosen, comparison, learning);
    }

    private static Values outputs(Chosen chosen, Comparison comparison, LearningCurve learning) {
        CrossValidation best = comparison.strict().get(comparison.choice());
        Repeats repeats = Repeats.of(chosen);
        GroupRatios ratios = GroupRatios.of(chosen, best);
        return models(Answer.begin(chosen), comparison)
                .with("rmse", Quantity.of(best.rmse(), "1"))
                .with("mae", Quantity.of(best.meanAbsoluteError(), "1"))
                .with("r2", Quantity.of(best.r2(), "1"))
                .with("coverage", Quantity.of(best.coverage(), "1"))
                .with("repeat_noise", Question.series(repeats.noise()))
                .with("learning_rows", Question.series(learning.rows()))
                .with("learning_training_rmse", Question.series(learning.training()))
                .with("learning_rmse", Question.series(learning.testing()))
                .with("measured", Question.series(best.measured()))
                .with("predicted", Question.series(best.predicted()))
                .with("reach", Question.series(best.reach()))
                .with("fold", Question.series(folds(best.folds())))
                .with("groups", new Text(ratios.names()))
                .with("group_log10_ratio", Question.series(ratios.medians()))
                .with("x", Question.series(flat(chosen)))
                .with(
                        Quality.OUTPUT.name(),
                        Verdict.of(chosen, comparison, repeats).text());
    }

    private static Values models(Values begun, Comparison comparison) {
        Candidates candidates = comparison.candidates();
        double[] terms = candidates.terms().stream().mapToDouble(t -> t).toArray();
        return begun.with("degree", Question.series(candidates.tried()))
                .with("terms", Question.series(terms))
                .with("training_rmse", Question.series(comparison.training()))
                .with("group_rmse", Question.series(Comparison.errors(comparison.byGroup())))
                .with("row_rmse", Question.series(Comparison.errors(comparison.byRow())))
                .with("chosen_degree", Quantity.of(candidates.degrees().get(comparison.choice()), "1"));
    }

    private static double[] folds(Folds folds) {
        double[] of = new double[folds.of().length];
        for (int i = 0; i < of.length; i++) {
            of[i] = folds.of()[i];
        }
        return of;
    }

    /** Input after input. */
    private static double[] flat(Chosen chosen) {
        List<double[]> columns = new ArrayList<>();
        chosen.inputs().forEach(column -> columns.add(column.values().values()));
        double[] flat = new double[columns.size() * chosen.rows()];
        for (int j = 0; j < columns.size(); j++) {
            System.arraycopy(columns.get(j), 0, flat, j * chosen.rows(), chosen.rows());
        }
        return flat;
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        return CheckCharts.of(outputs);
    }
}
