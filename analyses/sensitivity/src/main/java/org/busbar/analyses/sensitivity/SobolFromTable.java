package org.busbar.analyses.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sobol indices of first, second and total order from the runs of a {@link Saltelli} design, with bootstrap intervals. */
@Component
@LabId("sobol-indices")
public final class SobolFromTable implements Analysis {

    private static final String NAME = "sobol-indices";
    private static final int FEWEST_BLOCKS = 8;
    private static final Parameter.Note PAIRS = Asked.list("pairs");

    private static final Capability CAPABILITY = Asked.byDefault(new Capability(
            NAME,
            List.of(TableInput.TABLE, TableInput.OUTPUT, TableInput.INPUTS, Asked.REPLICATES, Asked.SEED),
            outputs()));

    private final TableInput table;

    /** Reads tables from that store. */
    @Activate
    public SobolFromTable(@Reference Artifacts artifacts) {
        table = new TableInput(NAME, artifacts);
    }

    private static List<Parameter> outputs() {
        List<Parameter> outputs = new ArrayList<>(List.of(Asked.NAMES, Asked.EXPLAINED));
        outputs.addAll(Asked.curves("s1"));
        outputs.addAll(Asked.curves("st"));
        outputs.add(PAIRS);
        outputs.addAll(Asked.curves("s2"));
        outputs.add(Quality.OUTPUT);
        return outputs;
    }

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) throws InterruptedException {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Chosen chosen = Asked.unbroken(NAME, table.chosen(all));
        Saltelli design = design(chosen);
        SobolIndices indices = SobolIndices.of(SobolRuns.of(design, chosen.y()), Asked.bootstrap(all));
        List<String> pairs = design.secondOrder() ? SobolIndices.pairs(chosen.names()) : List.of();
        return Asked.terms(chosen.names(), chosen)
                .with(Asked.values("s1", indices.first()))
                .with(Asked.values("st", indices.total()))
                .with(PAIRS.name(), Asked.text(pairs))
                .with(Asked.values("s2", indices.second()))
                .with(
                        Quality.OUTPUT.name(),
                        new SobolJudgement(chosen.names(), indices).quality().text());
    }

    private static Saltelli design(Chosen chosen) {
        Saltelli design = new SaltelliTable(Ranges.of(chosen), chosen.x()).design();
        if (chosen.rows() < FEWEST_BLOCKS * design.block()) {
            throw new IllegalArgumentException(NAME + ": " + chosen.rows() / design.block() + " blocks of "
                    + design.block() + " runs are too few for an index; give " + FEWEST_BLOCKS
                    + " or more, better 1024");
        }
        return design;
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        Chart sobol = IndexCharts.sobol(outputs);
        List<String> pairs = Asked.names(outputs, PAIRS.name());
        return pairs.isEmpty()
                ? List.of(sobol)
                : List.of(
                        sobol,
                        IndexCharts.bars(
                                "interactions",
                                "Share of the variance that two inputs explain together only",
                                "second order S2",
                                pairs,
                                outputs,
                                "s2"));
    }
}
