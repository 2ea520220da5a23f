package org.busbar.analyses.sensitivity;

import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sensitivity of any table through a Gaussian process with one length per input: inverse lengths, root mean square
 * derivatives, Sobol indices, and how well the process predicts runs that it does not know.
 */
@Component
@LabId("gp-sensitivity")
public final class GaussianSensitivity implements Analysis {

    private final TableInput table;

    /** Reads tables from that store. */
    @Activate
    public GaussianSensitivity(@Reference Artifacts artifacts) {
        table = new TableInput(SurrogateTerms.NAME, artifacts);
    }

    @Override
    public Capability capability() {
        return SurrogateTerms.CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) throws InterruptedException {
        Values all = SurrogateTerms.CAPABILITY.completed(inputs);
        SurrogateTerms.CAPABILITY.check(all);
        Chosen chosen = table.chosen(all);
        SurrogateTerms.requireSize(chosen);
        Ranges ranges = Ranges.of(SurrogateTerms.NAME, chosen.names(), chosen.x(), all);
        SurrogateStudy.Plan plan = SurrogateTerms.plan(ranges, all);
        double[][] unit = ranges.unit(chosen.x());
        Surrogate surrogate = ProcessFit.of(unit, chosen.y(), Asked.stream(all, 2));
        CrossValidation checked = CrossValidation.of(surrogate, unit, chosen.y(), Asked.stream(all, 4));
        SurrogateStudy study = SurrogateStudy.of(surrogate, checked, plan);
        return SurrogateTerms.outputs(chosen, study, new SurrogateJudgement(chosen, ranges, study).quality());
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        return new SurrogateCharts(SurrogateTerms.CAPABILITY.completed(inputs), outputs).all();
    }
}
