package org.busbar.analyses.importance;

import java.util.List;
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

/** Tells by ordinary and by Bayesian linear regression which inputs of a table matter; see the README of the bundle. */
@Component
@LabId("linear-importance")
public final class LinearImportance implements Analysis {

    private static final String EVIDENCE = "evidence";
    private static final Parameter.Choice PRIOR = Parameter.choice("prior", EVIDENCE, "given");
    private static final Parameter.Real VARIANCE = Parameter.real("prior_variance", "1", 1e-8, 1e8);

    private static final Capability CAPABILITY = Question.of(
                    "linear-importance",
                    List.of(PRIOR, VARIANCE),
                    List.of(
                            Question.curve("coefficient"),
                            Question.curve("standard_error"),
                            Question.curve("low"),
                            Question.curve("high"),
                            Question.curve("t"),
                            Question.curve("p"),
                            Question.curve("p_holm"),
                            Question.curve("vif"),
                            Question.curve("bayes_coefficient"),
                            Question.curve("bayes_error"),
                            Question.curve("bayes_t"),
                            Parameter.real("prior_precision", "1"),
                            Parameter.real("log_evidence", "1"),
                            Parameter.real("r2", "1"),
                            Parameter.real("adjusted_r2", "1"),
                            Parameter.real("f", "1"),
                            Parameter.real("f_p", "1"),
                            Parameter.real("noise", "1"),
                            Parameter.note("equation"),
                            Question.curve("measured"),
                            Question.curve("predicted")))
            .byDefault(PRIOR.name(), new Text(EVIDENCE))
            .byDefault(VARIANCE.name(), Quantity.of(1, "1"));

    private final TableInput tables;

    @Activate
    public LinearImportance(@Reference Artifacts artifacts) {
        tables = new TableInput(CAPABILITY.name(), artifacts);
    }

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Chosen chosen = tables.chosen(all);
        LinearStudy study = LinearStudy.of(CAPABILITY.name(), chosen);
        BayesianFit bayesian =
                all.get(PRIOR).equals(EVIDENCE) ? study.ofLargestEvidence() : study.ofPrior(all.get(VARIANCE));
        return outputs(Answer.begin(chosen), study, bayesian)
                .with("equation", new Text(study.equation()))
                .with(Quality.OUTPUT.name(), study.quality(bayesian).text());
    }

    private static Values outputs(Values begun, LinearStudy study, BayesianFit bayesian) {
        LeastSquares fit = study.fit();
        return begun.with("coefficient", Question.series(fit.coefficients()))
                .with("standard_error", Question.series(fit.errors()))
                .with("low", Question.series(study.bound(-1)))
                .with("high", Question.series(study.bound(1)))
                .with("t", Question.series(fit.t()))
                .with("p", Question.series(fit.p()))
                .with("p_holm", Question.series(Holm.corrected(fit.p())))
                .with("vif", Question.series(fit.inflation()))
                .with("bayes_coefficient", Question.series(bayesian.coefficients()))
                .with("bayes_error", Question.series(bayesian.errors()))
                .with("bayes_t", Question.series(bayesian.t()))
                .with("prior_precision", Quantity.of(bayesian.priorPrecision(), "1"))
                .with("log_evidence", Quantity.of(bayesian.logEvidence(), "1"))
                .with("r2", Quantity.of(fit.r2(), "1"))
                .with("adjusted_r2", Quantity.of(fit.adjustedR2(), "1"))
                .with("f", Quantity.of(fit.f(), "1"))
                .with("f_p", Quantity.of(fit.probabilityOfF(), "1"))
                .with("noise", Quantity.of(fit.noise(), "1"))
                .with("measured", Question.series(study.chosen().y()))
                .with("predicted", Question.series(study.predicted()));
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        return LinearCharts.of(outputs);
    }
}
