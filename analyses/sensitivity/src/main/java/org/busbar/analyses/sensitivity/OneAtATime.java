package org.busbar.analyses.sensitivity;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.ArrayList;
import java.util.List;
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
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Effects of single inputs around one base run, and how far the runs that change several inputs contradict them. */
@Component
@LabId("one-at-a-time")
public final class OneAtATime implements Analysis {

    private static final String NAME = "one-at-a-time";
    private static final int MOST_ROWS = 2000;
    private static final Parameter.Whole BASE = whole("base", 0, MOST_ROWS);
    private static final Parameter.Real NOISE = real("noise", "1", 0, Double.POSITIVE_INFINITY);
    private static final Parameter.Whole BASE_ROW = whole("base_row", 1, MOST_ROWS);
    private static final Parameter.Curve ADDED = curve("added", "1");
    private static final Parameter.Curve FOUND = curve("found", "1");

    private static final Capability CAPABILITY = Asked.byDefault(new Capability(
                    NAME, List.of(TableInput.TABLE, TableInput.OUTPUT, TableInput.INPUTS, BASE, NOISE), outputs()))
            .byDefault(BASE.name(), Quantity.of(0, "1"))
            .byDefault(NOISE.name(), Quantity.of(0, "1"));

    private final TableInput table;

    /** Reads tables from that store. */
    @Activate
    public OneAtATime(@Reference Artifacts artifacts) {
        table = new TableInput(NAME, artifacts);
    }

    private static List<Parameter> outputs() {
        List<Parameter> outputs = new ArrayList<>(List.of(Asked.NAMES, Asked.EXPLAINED));
        outputs.addAll(Asked.curves("effect"));
        outputs.addAll(List.of(BASE_ROW, ADDED, FOUND, Quality.OUTPUT));
        return outputs;
    }

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Chosen chosen = table.chosen(all);
        Steps steps = steps(chosen, (int) all.get(BASE));
        StepEffects effects = StepEffects.of(chosen.names(), steps, all.get(NOISE));
        return Asked.terms(effects.names(), chosen)
                .with(Asked.values("effect", effects.estimates()))
                .with(BASE_ROW.name(), Quantity.of(steps.base() + 1, "1"))
                .with(ADDED.name(), Asked.series(effects.added()))
                .with(FOUND.name(), Asked.series(effects.found()))
                .with(Quality.OUTPUT.name(), effects.quality(chosen.leftOut()).text());
    }

    private static Steps steps(Chosen chosen, int base) {
        if (chosen.rows() > MOST_ROWS || base > chosen.rows()) {
            throw new IllegalArgumentException(NAME + ": "
                    + (base > chosen.rows()
                            ? "base = " + base + " is beyond the " + chosen.rows() + " complete rows; name one of them"
                            : chosen.rows() + " rows are above the limit of " + MOST_ROWS + "; give fewer"));
        }
        double[][] unit = Ranges.of(chosen).unit(chosen.x());
        return base == 0 ? Steps.fromCentre(unit, chosen.y()) : new Steps(unit, chosen.y(), base - 1);
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        List<String> names = Asked.names(outputs, Asked.NAMES.name());
        Chart effects = IndexCharts.bars(
                "effects",
                "Effect of each input alone, with 95 % intervals",
                "effect on " + Asked.explained(outputs),
                names,
                outputs,
                "effect");
        return IndexCharts.series(outputs, ADDED.name()).size() == 0
                ? List.of(effects)
                : List.of(effects, additivity(outputs));
    }

    private static Chart additivity(Values outputs) {
        return new Chart(
                "additivity",
                "Runs that change several inputs: what single steps add up to, and what was found",
                Axis.linear(Asked.explained(outputs) + ", added up", "1"),
                Axis.linear(Asked.explained(outputs) + ", found", "1"),
                new Layer.Line(
                        "no interactions",
                        IndexCharts.series(outputs, ADDED.name()),
                        IndexCharts.series(outputs, ADDED.name()),
                        Layer.Stroke.DASHED),
                IndexCharts.points(
                        "run",
                        IndexCharts.series(outputs, ADDED.name()),
                        IndexCharts.series(outputs, FOUND.name()),
                        List.of()));
    }
}
