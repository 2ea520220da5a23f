package org.busbar.analyses.importance;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** Tells which inputs of a table a linear model cannot do without; see the README of the bundle. */
@Component
@LabId("lasso")
public final class Lasso implements Analysis {

    private static final Capability CAPABILITY = withDefaults(Question.of(
            "lasso",
            List.of(Partition.FOLDS, Partition.ASSIGNMENT, Question.SEED),
            List.of(
                    Question.curve("coefficient"),
                    Question.curve("coefficient_best"),
                    Question.curve("entry"),
                    Question.curve("entry_lambda"),
                    Question.curve("lambda"),
                    Question.curve("cv_error"),
                    Question.curve("cv_standard_error"),
                    Question.curve("path"),
                    Parameter.real("lambda_sparse", "1"),
                    Parameter.real("lambda_best", "1"),
                    Parameter.real("r2", "1"),
                    new Parameter.Note("selected", 200_000, ""))));

    private final TableInput tables;

    @Activate
    public Lasso(@Reference Artifacts artifacts) {
        tables = new TableInput(CAPABILITY.name(), artifacts);
    }

    static Capability withDefaults(Capability capability) {
        Capability complete = capability;
        for (String name : Partition.DEFAULTS.names()) {
            complete = complete.byDefault(name, Partition.DEFAULTS.get(name));
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
        Folds folds = Partition.of(CAPABILITY.name(), all).strictest(chosen);
        double[] lambdas = LassoPath.usualLambdas();
        LassoPath path = LassoPath.of(LassoData.of(chosen.x(), chosen.y()).problem(), lambdas);
        LassoValidation validation = LassoValidation.of(chosen.x(), chosen.y(), folds, lambdas);
        return outputs(chosen, path, validation);
    }

    private static Values outputs(Chosen chosen, LassoPath path, LassoValidation validation) {
        double[] sparse = path.coefficients()[validation.sparse()];
        return Answer.begin(chosen)
                .with("coefficient", Question.series(sparse))
                .with("coefficient_best", Question.series(path.coefficients()[validation.best()]))
                .with("entry", Question.series(path.order()))
                .with("entry_lambda", Question.series(entries(path)))
                .with("lambda", Question.series(path.lambdas()))
                .with("cv_error", Question.series(validation.errors()))
                .with("cv_standard_error", Question.series(validation.deviations()))
                .with("path", Question.series(flat(path)))
                .with("lambda_sparse", Quantity.of(path.lambdas()[validation.sparse()], "1"))
                .with("lambda_best", Quantity.of(path.lambdas()[validation.best()], "1"))
                .with("r2", Quantity.of(1 - validation.errors()[validation.sparse()], "1"))
                .with("selected", new Text(selected(chosen, sparse)))
                .with(Quality.OUTPUT.name(), quality(chosen, path, validation).text());
    }

    private static double[] entries(LassoPath path) {
        return IntStream.range(0, path.width()).mapToDouble(path::entry).toArray();
    }

    /** Input after input, each from the largest penalty to the smallest. */
    private static double[] flat(LassoPath path) {
        int length = path.lambdas().length;
        return IntStream.range(0, path.width() * length)
                .mapToDouble(i -> path.coefficients()[i % length][i / length])
                .toArray();
    }

    private static String selected(Chosen chosen, double[] coefficients) {
        return IntStream.range(0, coefficients.length)
                .filter(j -> coefficients[j] != 0)
                .mapToObj(j -> chosen.names().get(j))
                .collect(Collectors.joining(", "));
    }

    private static Quality quality(Chosen chosen, LassoPath path, LassoValidation validation) {
        Quality quality = Answer.quality(chosen);
        if (path.unconverged() > 0) {
            quality =
                    quality.flag(Quality.Level.REJECTED, "no_convergence: " + path.unconverged() + " fits of the path");
        }
        boolean none = validation.sparse() == 0;
        return none
                ? quality.flag(Quality.Level.SUSPICIOUS, "at_bound: no input lowers the error by a standard error")
                : quality;
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        return LassoCharts.of(outputs);
    }
}
