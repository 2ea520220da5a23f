package org.busbar.analyses.cycling;

import static org.busbar.api.Parameter.real;

import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Component;

/**
 * Capacity, energy and efficiency of each cycle from test time, voltage and current (positive = charge).
 *
 * <p>Charge is the integral of the current over the test time; counters of the device, where given, are compared with it.
 * Cycles without charge and discharge have no efficiency: they are left out and flagged, never 0 or 1.
 */
@Component
@LabId("cycling")
public final class CyclingFeatures implements Analysis {

    private static final String NAME = "cycling";

    private static final Real REST = real("rest_current", "A", 0, Double.POSITIVE_INFINITY);
    private static final Real CLOCK_TOLERANCE = real("clock_tolerance", "s", 0, Double.POSITIVE_INFINITY);
    private static final Real CHARGE = real("charge_throughput", "A.h", 0, Double.POSITIVE_INFINITY);
    private static final Real DISCHARGE = real("discharge_throughput", "A.h", 0, Double.POSITIVE_INFINITY);

    private static final Capability CAPABILITY = new Capability(
                    NAME,
                    List.of(
                            Recording.TIME,
                            Recording.VOLTAGE,
                            Recording.CURRENT,
                            Recording.CYCLE,
                            Recording.STEP,
                            Recording.CLOCK,
                            Recording.CHARGE_COUNTER,
                            Recording.DISCHARGE_COUNTER,
                            Accuracy.GAIN,
                            Accuracy.OFFSET,
                            REST,
                            CLOCK_TOLERANCE),
                    Stream.concat(CycleTable.COLUMNS.stream(), Stream.<Parameter>of(CHARGE, DISCHARGE, Quality.OUTPUT))
                            .toList())
            .byDefault(Recording.CYCLE.name(), Recording.none(Recording.CYCLE))
            .byDefault(Recording.STEP.name(), Recording.none(Recording.STEP))
            .byDefault(Recording.CLOCK.name(), Recording.none(Recording.CLOCK))
            .byDefault(Recording.CHARGE_COUNTER.name(), Recording.none(Recording.CHARGE_COUNTER))
            .byDefault(Recording.DISCHARGE_COUNTER.name(), Recording.none(Recording.DISCHARGE_COUNTER))
            .byDefault(Accuracy.GAIN.name(), Quantity.of(Accuracy.USUAL_GAIN, "1"))
            .byDefault(Accuracy.OFFSET.name(), Quantity.of(0, "A"))
            .byDefault(REST.name(), Quantity.of(0, "A"))
            .byDefault(CLOCK_TOLERANCE.name(), Quantity.of(10, "s"));

    /** Ready to use. */
    public CyclingFeatures() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Recording recording = Recording.of(NAME, all);
        Direction[] directions = Direction.of(recording, Direction.restCurrent(recording, all.get(REST)));
        Cycles cycles = Cycles.of(recording, directions, CycleNumbers.of(NAME, recording, directions));
        Quality before = recording
                .asGiven()
                .judge()
                .and(CyclingQuality.clock(recording, all.get(CLOCK_TOLERANCE)))
                .and(Accuracy.judge(inputs));
        CyclingResult result = CyclingResult.of(recording, directions, cycles, Accuracy.of(all));
        return result.table(Accuracy.of(all))
                .with(CHARGE.name(), result.charge().quantity())
                .with(DISCHARGE.name(), result.discharge().quantity())
                .with(Quality.OUTPUT.name(), before.and(result.quality()).text());
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        return CyclingCharts.of(CAPABILITY.completed(inputs), outputs);
    }
}
