package org.busbar.analyses.cycling;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.osgi.service.component.annotations.Component;

/**
 * Retention, state of health and end of life from the capacities of full cycles, as {@code cycling} gives them.
 *
 * <p>The end of life is where the retention crosses the given fraction, interpolated between two cycles; where it has
 * not yet, that of a straight line through the later half of the cycles, flagged {@code extrapolated}; where that does
 * not fall for certain, there is none.
 */
@Component
@LabId("cycle-life")
public final class CycleLife implements Analysis {

    private static final String NAME = "cycle-life";

    private static final Real NOMINAL = real("nominal_capacity", "A.h", 0, Double.POSITIVE_INFINITY);
    private static final Real FRACTION = real("end_of_life_fraction", "1", 0, 1);
    private static final Whole FORMATION = whole("formation_cycles", 0, 1_000_000);

    private static final Real INITIAL = real("initial_capacity", "A.h", 0, Double.POSITIVE_INFINITY);
    private static final Real HEALTH = real("state_of_health", "1", 0, Double.POSITIVE_INFINITY);
    private static final Curve CYCLE = curve("retention_cycle", "1");
    private static final Curve RETENTION = curve("retention", "1");
    private static final Curve RETENTION_U = curve("retention_u", "1");
    private static final Curve END = curve("end_of_life", "1");
    private static final Curve END_U = curve("end_of_life_u", "1");

    private static final Capability CAPABILITY = new Capability(
                    NAME,
                    List.of(
                            CycleTable.FULL_CYCLE,
                            CycleTable.FULL_CAPACITY,
                            CycleTable.FULL_CAPACITY_U,
                            Accuracy.GAIN,
                            NOMINAL,
                            FRACTION,
                            FORMATION),
                    List.of(INITIAL, HEALTH, CYCLE, RETENTION, RETENTION_U, END, END_U, Quality.OUTPUT))
            .byDefault(Accuracy.GAIN.name(), Quantity.of(Accuracy.USUAL_GAIN, "1"))
            .byDefault(NOMINAL.name(), Quantity.of(0, "A.h"))
            .byDefault(FRACTION.name(), Quantity.of(0.8, "1"))
            .byDefault(FORMATION.name(), Quantity.of(0, "1"));

    /** Ready to use. */
    public CycleLife() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Retention retention = Retention.of(
                NAME,
                new Retention.Capacities(
                        all.get(CycleTable.FULL_CYCLE),
                        all.get(CycleTable.FULL_CAPACITY),
                        all.get(CycleTable.FULL_CAPACITY_U),
                        all.get(Accuracy.GAIN)),
                (int) all.get(FORMATION));
        EndOfLife end = EndOfLife.of(retention, all.get(FRACTION));
        Quantity nominal = all.quantity(NOMINAL.name()).to(NOMINAL.unit());
        return Values.of(INITIAL.name(), retention.initial())
                .with(HEALTH.name(), retention.health(nominal))
                .with(CYCLE.name(), Series.of("1", retention.cycles()))
                .with(RETENTION.name(), Series.of("1", retention.fractions()))
                .with(RETENTION_U.name(), Series.of("1", retention.uncertainties()))
                .with(END.name(), Series.of("1", end.cycle()))
                .with(END_U.name(), Series.of("1", end.uncertainty()))
                .with(Quality.OUTPUT.name(), judge(retention, end, nominal).text());
    }

    private static Quality judge(Retention retention, EndOfLife end, Quantity nominal) {
        Quality quality = end.quality();
        double first = retention.initial().value();
        if (nominal.value() > 0 && Math.abs(first - nominal.value()) > 0.2 * nominal.value()) {
            return quality.flag(
                    Level.SUSPICIOUS,
                    String.format(
                            Locale.ROOT,
                            "nominal_capacity_differs: %.4g A.h, the first cycle has %.4g A.h",
                            nominal.value(),
                            first));
        }
        return quality;
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        double fraction = CAPABILITY.completed(inputs).get(FRACTION);
        double[] end = outputs.get(END);
        double[] level = new double[end.length];
        Arrays.fill(level, fraction);
        return List.of(new Chart(
                "retention",
                "Discharge capacity against that of the first full cycle after formation",
                Axis.linear("cycle", "1"),
                Axis.linear("retention", "1"),
                new Layer.Rule("end of life", fraction, FRACTION.unit(), true, Layer.Stroke.DASHED),
                new Layer.Points(
                        "retention",
                        Series.of("1", outputs.get(CYCLE)),
                        Series.of("1", outputs.get(RETENTION)),
                        Series.of("1", outputs.get(RETENTION_U)),
                        List.of(),
                        Layer.Mark.FILLED_CIRCLE),
                new Layer.Points("end of life", Series.of("1", end), Series.of("1", level), Layer.Mark.CROSS)));
    }
}
