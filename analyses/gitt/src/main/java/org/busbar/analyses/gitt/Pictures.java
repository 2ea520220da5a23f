package org.busbar.analyses.gitt;

import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.api.chart.Layer.Mark;
import org.busbar.api.chart.Layer.Stroke;

/** The pictures of a result. */
final class Pictures {

    private static final Axis CHARGE = Axis.linear("state of charge", "1");

    private final Values outputs;
    private final double[] direction;

    private Pictures(Values outputs) {
        this.outputs = outputs;
        this.direction = outputs.get(Terms.DIRECTION);
    }

    static List<Chart> of(Values inputs, Values outputs) {
        Pictures pictures = new Pictures(outputs);
        return List.of(
                pictures.diffusivity(),
                pictures.equilibrium(),
                pictures.resistance(),
                pictures.rootTime(inputs),
                pictures.fit(),
                pictures.residuals());
    }

    private Chart diffusivity() {
        return new Chart(
                "diffusion-coefficient",
                "Diffusion coefficient",
                CHARGE,
                Axis.logarithmic("D", "m2/s"),
                points("charge", 1, Terms.DIFFUSIVITY, Terms.DIFFUSIVITY_ERROR, Mark.FILLED_CIRCLE),
                points("discharge", -1, Terms.DIFFUSIVITY, Terms.DIFFUSIVITY_ERROR, Mark.CIRCLE),
                new Layer.Points("formula", series(Terms.PEER_CHARGE), series(Terms.PEER), Mark.CROSS));
    }

    private Chart equilibrium() {
        return new Chart(
                "equilibrium-voltage",
                "Voltage after complete relaxation",
                CHARGE,
                Axis.linear("U", "V"),
                points("charge", 1, Terms.EQUILIBRIUM, Mark.FILLED_CIRCLE),
                points("discharge", -1, Terms.EQUILIBRIUM, Mark.CIRCLE));
    }

    private Chart resistance() {
        return new Chart(
                "resistance",
                "Ohmic resistance",
                CHARGE,
                Axis.linear("R_0", "Ohm"),
                points("charge", 1, Terms.RESISTANCE, Terms.RESISTANCE_ERROR, Mark.FILLED_CIRCLE),
                points("discharge", -1, Terms.RESISTANCE, Terms.RESISTANCE_ERROR, Mark.CIRCLE));
    }

    private Chart rootTime(Values inputs) {
        return new Chart(
                "root-time",
                "Voltage against the root of time, one pulse",
                Axis.linear("sqrt(t/s)", "1"),
                Axis.linear("voltage", "V"),
                new Layer.Points("measured", series(Terms.ROOT_TIME), series(Terms.ROOT_VOLTAGE), Mark.CIRCLE),
                new Layer.Line("formula", series(Terms.LINE_TIME), series(Terms.LINE_VOLTAGE), Stroke.SOLID),
                window("window from", inputs.get(Terms.WINDOW_START)),
                window("window to", inputs.get(Terms.WINDOW_END)));
    }

    private static Layer window(String label, double seconds) {
        return new Layer.Rule(label, Math.sqrt(seconds), Unit.ONE, false, Stroke.DASHED);
    }

    private Chart fit() {
        return new Chart(
                "fit",
                "One pulse and its rest",
                Axis.linear("time since the current began", "s"),
                Axis.linear("voltage", "V"),
                new Layer.Points("measured", series(Terms.SHOWN_TIME), series(Terms.SHOWN_VOLTAGE), Mark.CIRCLE),
                new Layer.Line("fit", series(Terms.SHOWN_TIME), series(Terms.SHOWN_FIT), Stroke.SOLID));
    }

    private Chart residuals() {
        double[] measured = outputs.get(Terms.SHOWN_VOLTAGE);
        double[] fitted = outputs.get(Terms.SHOWN_FIT);
        double[] millivolt = IntStream.range(0, measured.length)
                .mapToDouble(i -> 1000 * (measured[i] - fitted[i]))
                .toArray();
        return new Chart(
                "residuals",
                "One pulse, measured less fit",
                Axis.linear("time since the current began", "s"),
                Axis.linear("residual", "mV"),
                new Layer.Points("residual", series(Terms.SHOWN_TIME), Series.of("mV", millivolt), Mark.CIRCLE),
                new Layer.Rule("", 0, Unit.of("mV"), true, Stroke.DOTTED));
    }

    private Series series(Curve curve) {
        return new Series(outputs.get(curve), curve.unit());
    }

    private Layer points(String label, int way, Curve curve, Mark mark) {
        return new Layer.Points(label, half(way, Terms.CHARGE), half(way, curve), mark);
    }

    private Layer points(String label, int way, Curve curve, Curve error, Mark mark) {
        return new Layer.Points(label, half(way, Terms.CHARGE), half(way, curve), half(way, error), List.of(), mark);
    }

    /** The rows of one direction. */
    private Series half(int way, Curve curve) {
        double[] all = outputs.get(curve);
        return new Series(
                IntStream.range(0, all.length)
                        .filter(i -> direction[i] == way)
                        .mapToDouble(i -> all[i])
                        .toArray(),
                curve.unit());
    }
}
