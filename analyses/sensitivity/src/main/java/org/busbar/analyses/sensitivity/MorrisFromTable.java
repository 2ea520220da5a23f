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
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Elementary effects of Morris, their mean, mean magnitude and spread, from the runs of {@link MorrisDesign}. */
@Component
@LabId("morris")
public final class MorrisFromTable implements Analysis {

    private static final String NAME = "morris";

    private static final Capability CAPABILITY = Asked.byDefault(new Capability(
            NAME,
            List.of(
                    TableInput.TABLE,
                    TableInput.OUTPUT,
                    TableInput.INPUTS,
                    Ranges.LOW,
                    Ranges.HIGH,
                    Ranges.DISTRIBUTIONS,
                    Asked.REPLICATES,
                    Asked.SEED),
            outputs()));

    private final TableInput table;

    /** Reads tables from that store. */
    @Activate
    public MorrisFromTable(@Reference Artifacts artifacts) {
        table = new TableInput(NAME, artifacts);
    }

    private static List<Parameter> outputs() {
        List<Parameter> outputs = new ArrayList<>(List.of(Asked.NAMES, Asked.EXPLAINED));
        outputs.addAll(Asked.curves("mu"));
        outputs.addAll(Asked.curves("mu_star"));
        outputs.addAll(Asked.curves("sigma"));
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
        Ranges ranges = Ranges.of(NAME, chosen.names(), chosen.x(), all);
        ElementaryEffects effects = ElementaryEffects.of(chosen.names(), ranges.unit(chosen.x()), chosen.y());
        requireTwo(effects.trajectories());
        Estimates measures = Asked.bootstrap(all).of(effects.trajectories(), effects::measures);
        int k = ranges.size();
        Estimates magnitude = measures.part(k, 2 * k);
        return Asked.terms(chosen.names(), chosen)
                .with(Asked.values("mu", measures.part(0, k)))
                .with(Asked.values("mu_star", magnitude))
                .with(Asked.values("sigma", measures.part(2 * k, 3 * k)))
                .with(
                        Quality.OUTPUT.name(),
                        Flags.zeros(Quality.ok(), "mu*", chosen.names(), magnitude)
                                .text());
    }

    private static void requireTwo(int trajectories) {
        if (trajectories < 2) {
            throw new IllegalArgumentException(NAME + ": one trajectory has no spread; give 2 or more, better 20");
        }
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        List<String> names = Asked.names(outputs, Asked.NAMES.name());
        return List.of(
                spread(names, outputs),
                IndexCharts.bars(
                        "importance",
                        "Mean magnitude of the elementary effects, with 95 % intervals",
                        "mu* of " + Asked.explained(outputs),
                        names,
                        outputs,
                        "mu_star"));
    }

    private static Chart spread(List<String> names, Values outputs) {
        return new Chart(
                "morris",
                "Size and spread of the elementary effects",
                Axis.linear("mu* of " + Asked.explained(outputs), "1"),
                Axis.linear("sigma of " + Asked.explained(outputs), "1"),
                IndexCharts.points(
                        "input", IndexCharts.series(outputs, "mu_star"), IndexCharts.series(outputs, "sigma"), names));
    }
}
