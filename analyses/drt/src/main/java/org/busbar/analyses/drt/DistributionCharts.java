package org.busbar.analyses.drt;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer.Band;
import org.busbar.api.chart.Layer.Bars;
import org.busbar.api.chart.Layer.Line;
import org.busbar.api.chart.Layer.Mark;
import org.busbar.api.chart.Layer.Points;
import org.busbar.api.chart.Layer.Stroke;

/** The pictures of a distribution that is there. */
record DistributionCharts(Values inputs, Values outputs) {

    /** Distribution, Nyquist, residuals, peaks. */
    List<Chart> all() {
        return List.of(distribution(), nyquist(), residuals(), peaks());
    }

    private Chart distribution() {
        Series tau = column(Distribution.TAU);
        return new Chart(
                "distribution",
                "Distribution of relaxation times, lambda = "
                        + String.format(Locale.ROOT, "%.2g", outputs.get(Distribution.LAMBDA)[0]),
                Axis.logarithmic("relaxation time", "s"),
                Axis.linear("gamma", "Ohm"),
                new Band("90 % band", tau, column(Distribution.GAMMA_LOW), column(Distribution.GAMMA_HIGH)),
                new Line("gamma", tau, column(Distribution.GAMMA), Stroke.SOLID),
                new Points("peaks", column(Distribution.PEAK_TAU), column(Distribution.PEAK_HEIGHT), Mark.TRIANGLE));
    }

    private Chart nyquist() {
        return new Chart(
                        "nyquist",
                        "Measured and reconstructed impedance",
                        Axis.linear("Re Z", "Ohm"),
                        Axis.linear("-Im Z", "Ohm"),
                        new Points(
                                "measured",
                                Impedance.series(Impedance.REAL, inputs.get(Impedance.REAL)),
                                negative(Impedance.IMAGINARY, inputs.get(Impedance.IMAGINARY)),
                                Mark.CIRCLE),
                        new Line(
                                "reconstructed",
                                column(Distribution.FITTED_REAL),
                                negative(Distribution.FITTED_IMAGINARY, outputs.get(Distribution.FITTED_IMAGINARY)),
                                Stroke.SOLID))
                .withEqualScales();
    }

    private Chart residuals() {
        return Impedance.residuals("Residuals of the reconstructed impedance", outputs, "90 % of the noise");
    }

    private Chart peaks() {
        double[] resistance = outputs.get(Distribution.PEAK_RESISTANCE);
        double[] error = outputs.get(Distribution.PEAK_RESISTANCE_ERROR);
        return new Chart(
                "peaks",
                "Resistance of the peaks, 90 % intervals",
                Axis.linear("resistance", "Ohm"),
                Axis.names("relaxation time"),
                new Bars(
                        "area of the peak",
                        Arrays.stream(outputs.get(Distribution.PEAK_TAU))
                                .mapToObj(tau -> String.format(Locale.ROOT, "%.3g s", tau))
                                .toList(),
                        column(Distribution.PEAK_RESISTANCE),
                        end(resistance, error, -1),
                        end(resistance, error, 1)));
    }

    private static Series end(double[] resistance, double[] error, int side) {
        double[] ends = IntStream.range(0, error.length)
                .mapToDouble(i -> Math.max(0, resistance[i] + side * Distribution.NINETY * error[i]))
                .toArray();
        return Impedance.series(Distribution.PEAK_RESISTANCE, ends);
    }

    private Series column(Curve column) {
        return Impedance.series(column, outputs.get(column));
    }

    private static Series negative(Curve column, double[] numbers) {
        return Impedance.series(column, Impedance.scaled(numbers, -1));
    }
}
