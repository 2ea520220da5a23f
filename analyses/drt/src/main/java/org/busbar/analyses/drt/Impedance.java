package org.busbar.analyses.drt;

import static org.busbar.api.Parameter.curve;

import java.util.Arrays;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer.Band;
import org.busbar.api.chart.Layer.Mark;
import org.busbar.api.chart.Layer.Points;

/** The three input columns of a spectrum, and what both analyses give of its residuals. */
final class Impedance {

    static final Curve FREQUENCY = curve("frequency", "Hz");
    static final Curve REAL = curve("z_real", "Ohm");
    static final Curve IMAGINARY = curve("z_imag", "Ohm");

    /** The frequencies of all output columns, falling. */
    static final Curve FALLING = curve("frequency_falling", "Hz");

    static final Curve RESIDUAL_REAL = curve("residual_real", "%");
    static final Curve RESIDUAL_IMAGINARY = curve("residual_imag", "%");

    static final Curve RESIDUAL_BAND = curve("residual_band", "%");

    private Impedance() {}

    static Spectrum spectrum(String analysis, int fewest, Values inputs) {
        return Spectrum.of(analysis, fewest, inputs.get(FREQUENCY), inputs.get(REAL), inputs.get(IMAGINARY));
    }

    /** Numbers of a column, in its own unit. */
    static Series series(Curve column, double... numbers) {
        return new Series(numbers, column.unit());
    }

    /** Numbers of a column in %, from parts. */
    static Series percent(Curve column, double[] parts) {
        return series(column, scaled(parts, 100));
    }

    static double[] scaled(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(number -> factor * number).toArray();
    }

    /** Residuals in % against frequency, over a band on both sides of 0. */
    static Chart residuals(String title, Values outputs, String bandLabel) {
        double[] half = outputs.get(RESIDUAL_BAND);
        Series frequency = series(FALLING, outputs.get(FALLING));
        Band band =
                new Band(bandLabel, frequency, series(RESIDUAL_REAL, scaled(half, -1)), series(RESIDUAL_REAL, half));
        return new Chart(
                "residuals",
                title,
                Axis.logarithmic("frequency", "Hz"),
                Axis.linear("residual / |Z|", "%"),
                band,
                points("real", frequency, outputs, RESIDUAL_REAL, Mark.CIRCLE),
                points("imaginary", frequency, outputs, RESIDUAL_IMAGINARY, Mark.CROSS));
    }

    private static Points points(String label, Series frequency, Values outputs, Curve column, Mark mark) {
        return new Points(label, frequency, series(column, outputs.get(column)), mark);
    }
}
