package org.busbar.analyses.cycling;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Component;

/**
 * dQ/dV and dV/dQ of one half-cycle with its peaks, which are followed through the other cycles.
 *
 * <p>The charge is brought on voltages at whole multiples of a spacing and differentiated by a Savitzky-Golay filter.
 * Both derivatives are positive in charge and in discharge.
 */
@Component
@LabId("incremental-capacity")
public final class IncrementalCapacity implements Analysis {

    static final String NAME = "incremental-capacity";

    static final Curve GRID = curve("grid_voltage", "V");
    static final Curve CHARGE = curve("grid_charge", "A.h");
    static final Curve SLOPE = curve("incremental_capacity", "A.h/V");
    static final Curve DVDQ_CHARGE = curve("differential_voltage_charge", "A.h");
    static final Curve DVDQ = curve("differential_voltage", "V.A-1.h-1");
    static final Curve PEAK_VOLTAGE = curve("peak_voltage", "V");
    static final Curve PEAK_VOLTAGE_U = curve("peak_voltage_u", "V");
    static final Curve PEAK_HEIGHT = curve("peak_height", "A.h/V");
    static final Curve PEAK_HEIGHT_U = curve("peak_height_u", "A.h/V");
    static final Curve TRACK_PEAK = curve("track_peak", "1");
    static final Curve TRACK_CYCLE = curve("track_cycle", "1");
    static final Curve TRACK_VOLTAGE = curve("track_voltage", "V");
    static final Curve TRACK_HEIGHT = curve("track_height", "A.h/V");

    private static final Choice HALF = choice("half", "charge", "discharge");
    private static final Whole CHOSEN = whole("chosen_cycle", -1, Integer.MAX_VALUE);
    private static final Real SPACING = real("grid_spacing", "V", 1e-6, 1);
    private static final Whole WINDOW = whole("window", 3, 9999);
    private static final Whole ORDER = whole("order", 1, 6);
    private static final Real PROMINENCE = real("least_prominence", "1", 1e-3, 1);
    private static final Real REACH = real("peak_reach", "V", 0, 10);
    private static final Real VOLTAGE_U = real("voltage_uncertainty", "V", 0, 1);
    private static final Real REST = real("rest_current", "A", 0, Double.POSITIVE_INFINITY);

    private static final Capability CAPABILITY = new Capability(
                    NAME,
                    List.of(
                            Recording.TIME,
                            Recording.VOLTAGE,
                            Recording.CURRENT,
                            Recording.CYCLE,
                            HALF,
                            CHOSEN,
                            SPACING,
                            WINDOW,
                            ORDER,
                            PROMINENCE,
                            REACH,
                            Accuracy.GAIN,
                            VOLTAGE_U,
                            REST),
                    List.of(
                            GRID,
                            CHARGE,
                            SLOPE,
                            DVDQ_CHARGE,
                            DVDQ,
                            PEAK_VOLTAGE,
                            PEAK_VOLTAGE_U,
                            PEAK_HEIGHT,
                            PEAK_HEIGHT_U,
                            TRACK_PEAK,
                            TRACK_CYCLE,
                            TRACK_VOLTAGE,
                            TRACK_HEIGHT,
                            Quality.OUTPUT))
            .byDefault(Recording.CYCLE.name(), Recording.none(Recording.CYCLE))
            .byDefault(HALF.name(), new Text("charge"))
            .byDefault(CHOSEN.name(), Quantity.of(-1, "1"))
            .byDefault(SPACING.name(), Quantity.of(1, "mV"))
            .byDefault(WINDOW.name(), Quantity.of(9, "1"))
            .byDefault(ORDER.name(), Quantity.of(2, "1"))
            .byDefault(PROMINENCE.name(), Quantity.of(0.05, "1"))
            .byDefault(REACH.name(), Quantity.of(50, "mV"))
            .byDefault(Accuracy.GAIN.name(), Quantity.of(Accuracy.USUAL_GAIN, "1"))
            .byDefault(VOLTAGE_U.name(), Quantity.of(1, "mV"))
            .byDefault(REST.name(), Quantity.of(0, "A"));

    /** Ready to use. */
    public IncrementalCapacity() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) throws InterruptedException {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        IncrementalCurve.Settings settings = settings(all);
        Recording recording = Recording.of(NAME, all);
        Direction half = Direction.valueOf(all.get(HALF).toUpperCase(Locale.ROOT));
        HalfCycles halves = halves(recording, half, Direction.restCurrent(recording, all.get(REST)));
        NavigableMap<Long, IncrementalCurve> curves = halves.curves(settings);
        long chosen = chosen(all.get(CHOSEN), half, halves.cycles(), curves, settings);
        Quality quality = recording
                .asGiven()
                .judge()
                .and(IncrementalQuality.of(
                        curves, chosen, settings, halves.cycles().size()))
                .and(Accuracy.judge(inputs));
        return outputs(all, curves, chosen, settings).with(Quality.OUTPUT.name(), quality.text());
    }

    private static HalfCycles halves(Recording recording, Direction half, double rest) {
        Direction[] directions = Direction.of(recording, rest);
        return new HalfCycles(recording, half, directions, CycleNumbers.of(NAME, recording, directions));
    }

    private static IncrementalCurve.Settings settings(Values all) {
        int window = (int) all.get(WINDOW);
        int order = (int) all.get(ORDER);
        if (window % 2 == 0 || order >= window) {
            throw new IllegalArgumentException(NAME + ": window = " + window + " points and order = " + order
                    + " do not fit; give an odd window above the order, such as 9 and 2");
        }
        return new IncrementalCurve.Settings(all.get(SPACING), window, order, all.get(PROMINENCE));
    }

    private static long chosen(
            long wanted,
            Direction half,
            List<Long> cycles,
            NavigableMap<Long, IncrementalCurve> curves,
            IncrementalCurve.Settings settings) {
        if (wanted < 0 && !curves.isEmpty()) {
            return curves.firstKey();
        }
        if (curves.containsKey(wanted)) {
            return wanted;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "%s: %s of %s spans fewer than %d points of %.4g V, or has no current; there are %d cycles with"
                        + " that half, %d of them long enough%s; choose one of these, or a smaller grid_spacing",
                NAME,
                half.name().toLowerCase(Locale.ROOT),
                wanted < 0 ? "every cycle" : "cycle " + wanted,
                settings.window(),
                settings.spacing(),
                cycles.size(),
                curves.size(),
                curves.isEmpty() ? "" : ", the first " + curves.firstKey()));
    }

    private static Values outputs(
            Values all, NavigableMap<Long, IncrementalCurve> curves, long chosen, IncrementalCurve.Settings settings) {
        NavigableMap<Long, List<Peak>> peaks = new TreeMap<>();
        curves.forEach((cycle, curve) -> peaks.put(cycle, curve.peaks(settings.prominence())));
        IncrementalColumns columns = new IncrementalColumns(
                all.get(Accuracy.GAIN),
                Math.hypot(all.get(VOLTAGE_U), settings.spacing() / Math.sqrt(12)),
                settings.window());
        return columns.curve(curves.getOrDefault(chosen, IncrementalCurve.NONE))
                .with(columns.peaks(peaks.getOrDefault(chosen, List.of())))
                .with(columns.tracks(new PeakTracks(peaks, all.get(REACH)).from(chosen)));
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        return IncrementalCharts.of(CAPABILITY.completed(inputs).get(HALF), outputs);
    }
}
