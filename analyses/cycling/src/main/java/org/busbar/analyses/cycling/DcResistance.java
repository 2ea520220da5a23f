package org.busbar.analyses.cycling;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.api.chart.Layer.Mark;
import org.osgi.service.component.annotations.Component;

/**
 * Resistance (V(t) - V(0-))/(change of the current) at given times after each step of the current.
 *
 * <p>A step is a change between two rows, between a current that was constant before and one that stays constant after.
 */
@Component
@LabId("dc-resistance")
public final class DcResistance implements Analysis {

    private static final String NAME = "dc-resistance";

    private static final Curve AFTER = curve("after", "s");
    private static final Real LEAST = real("least_current_step", "A", 0, Double.POSITIVE_INFINITY);
    private static final Real VOLTAGE_U = real("voltage_uncertainty", "V", 0, 1);

    private static final Curve PULSE = curve("pulse", "1");
    private static final Curve PULSE_TIME = curve("pulse_time", "s");
    private static final Curve CHANGE = curve("current_step", "A");
    private static final Curve DELAY = curve("delay", "s");
    private static final Curve RESISTANCE = curve("resistance", "Ohm");
    private static final Curve RESISTANCE_U = curve("resistance_u", "Ohm");

    private static final Capability CAPABILITY = new Capability(
                    NAME,
                    List.of(
                            Recording.TIME,
                            Recording.VOLTAGE,
                            Recording.CURRENT,
                            AFTER,
                            LEAST,
                            Accuracy.GAIN,
                            VOLTAGE_U),
                    List.of(PULSE, PULSE_TIME, CHANGE, DELAY, RESISTANCE, RESISTANCE_U, Quality.OUTPUT))
            .byDefault(AFTER.name(), Series.of("s", 0.1, 1, 10, 30))
            .byDefault(LEAST.name(), Quantity.of(0, "A"))
            .byDefault(Accuracy.GAIN.name(), Quantity.of(Accuracy.USUAL_GAIN, "1"))
            .byDefault(VOLTAGE_U.name(), Quantity.of(1, "mV"));

    /** One resistance. */
    private record Row(int pulse, CurrentStep step, double delay, double resistance) {

        /** Two readings of the voltage and the gain of the current; an offset of either cancels. */
        double uncertainty(Values all) {
            double ofVoltage = Math.sqrt(2) * all.get(VOLTAGE_U) / Math.abs(step.change());
            return Math.hypot(ofVoltage, all.get(Accuracy.GAIN) * resistance);
        }
    }

    /** Ready to use. */
    public DcResistance() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        double[] after = all.get(AFTER);
        requireLater(after);
        Recording recording = Recording.of(NAME, all);
        List<CurrentStep> steps = steps(recording, all.get(LEAST));
        List<Row> rows = rows(steps, after);
        Quality quality = recording
                .asGiven()
                .judge()
                .and(judge(steps.size(), rows.size(), after.length))
                .and(Accuracy.judge(inputs));
        return Values.of(PULSE.name(), column(PULSE, rows, Row::pulse))
                .with(PULSE_TIME.name(), column(PULSE_TIME, rows, row -> row.step()
                        .time()))
                .with(CHANGE.name(), column(CHANGE, rows, row -> row.step().change()))
                .with(DELAY.name(), column(DELAY, rows, Row::delay))
                .with(RESISTANCE.name(), column(RESISTANCE, rows, Row::resistance))
                .with(RESISTANCE_U.name(), column(RESISTANCE_U, rows, row -> row.uncertainty(all)))
                .with(Quality.OUTPUT.name(), quality.text());
    }

    private static void requireLater(double[] after) {
        for (double seconds : after) {
            if (!(seconds > 0)) {
                throw new IllegalArgumentException(
                        NAME + ": after = " + seconds + " s is not above 0 s; give times after the step");
            }
        }
    }

    private static List<CurrentStep> steps(Recording recording, double least) {
        double largest = recording.largestCurrent();
        return largest == 0 ? List.of() : CurrentStep.of(recording, least > 0 ? least : 0.1 * largest);
    }

    private static List<Row> rows(List<CurrentStep> steps, double[] after) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            for (double seconds : after) {
                OptionalDouble resistance = steps.get(i).resistance(seconds);
                if (resistance.isPresent()) {
                    rows.add(new Row(i + 1, steps.get(i), seconds, resistance.getAsDouble()));
                }
            }
        }
        return rows;
    }

    private static Quality judge(int steps, int found, int delays) {
        int missing = steps * delays - found;
        if (steps == 0) {
            return Quality.ok().flag(Level.OK, "no_current_step: nothing to take a resistance from");
        }
        return missing == 0
                ? Quality.ok()
                : Quality.ok()
                        .flag(
                                Level.OK,
                                String.format(
                                        Locale.ROOT,
                                        "not_sampled: %d of %d resistances: rows too far apart, or the current changes"
                                                + " before",
                                        missing,
                                        steps * delays));
    }

    private static Series column(Curve parameter, List<Row> rows, ToDoubleFunction<Row> of) {
        return new Series(rows.stream().mapToDouble(of).toArray(), parameter.unit());
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        double[] after = CAPABILITY.completed(inputs).get(AFTER);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < after.length; i++) {
            layers.add(layer(outputs, after[i], Mark.values()[i % Mark.values().length]));
        }
        return List.of(new Chart(
                "resistance",
                "Resistance after each step of the current",
                Axis.linear("test time", "h"),
                Axis.linear("resistance", "Ohm"),
                layers,
                false));
    }

    private static Layer layer(Values outputs, double after, Mark mark) {
        double[] delays = outputs.get(DELAY);
        int[] rows = IntStream.range(0, delays.length)
                .filter(i -> delays[i] == after)
                .toArray();
        return new Layer.Points(
                String.format(Locale.ROOT, "after %.4g s", after),
                rows(outputs, PULSE_TIME, rows),
                rows(outputs, RESISTANCE, rows),
                rows(outputs, RESISTANCE_U, rows),
                List.of(),
                mark);
    }

    private static Series rows(Values outputs, Curve parameter, int[] rows) {
        double[] column = outputs.get(parameter);
        return new Series(IntStream.of(rows).mapToDouble(i -> column[i]).toArray(), parameter.unit());
    }
}
