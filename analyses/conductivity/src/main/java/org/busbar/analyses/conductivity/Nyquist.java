package org.busbar.analyses.conductivity;

import static org.busbar.api.Parameter.curve;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.api.chart.Layer.Mark;
import org.busbar.api.chart.Layer.Stroke;

/** The fitted circuit as columns, by rising frequency, and the picture of it. */
final class Nyquist {

    private static final Curve FREQUENCY = curve("fit_frequency", "Hz");
    private static final Curve REAL = curve("fit_z_real", "Ohm");
    private static final Curve IMAGINARY = curve("fit_z_imag", "Ohm");

    static final List<Parameter> COLUMNS = List.of(FREQUENCY, REAL, IMAGINARY);

    private Nyquist() {}

    /** The circuit at the frequencies of the spectrum. */
    static Values of(Spectrum spectrum, Circuit circuit) {
        double[] frequency = spectrum.points().stream()
                .mapToDouble(Spectrum.Point::frequency)
                .toArray();
        double[] real = new double[frequency.length];
        double[] imaginary = new double[frequency.length];
        for (int i = 0; i < frequency.length; i++) {
            Circuit.Complex z = circuit.impedance(spectrum.points().get(i).omega());
            real[i] = z.real();
            imaginary[i] = z.imaginary();
        }
        return values(frequency, real, imaginary);
    }

    /** Columns without rows, of a resistance that is not from a spectrum. */
    static Values none() {
        return values(new double[0], new double[0], new double[0]);
    }

    private static Values values(double[] frequency, double[] real, double[] imaginary) {
        return Values.of(FREQUENCY.name(), new Series(frequency, FREQUENCY.unit()))
                .with(REAL.name(), new Series(real, REAL.unit()))
                .with(IMAGINARY.name(), new Series(imaginary, IMAGINARY.unit()));
    }

    /** Measured parts in Ohm, the fit among {@code outputs}, and R. */
    static Chart chart(double[] real, double[] imaginary, Values outputs, double resistance) {
        return new Chart(
                        "nyquist",
                        "Impedance, fit and bulk resistance",
                        Axis.linear("Re Z", "Ohm"),
                        Axis.linear("-Im Z", "Ohm"),
                        new Layer.Points("measured", Series.of("Ohm", real), negative(imaginary), Mark.CIRCLE),
                        new Layer.Line(
                                "fit",
                                Series.of("Ohm", outputs.get(REAL)),
                                negative(outputs.get(IMAGINARY)),
                                Stroke.SOLID),
                        new Layer.Points("R", Series.of("Ohm", resistance), Series.of("Ohm", 0), Mark.TRIANGLE))
                .withEqualScales();
    }

    private static Series negative(double[] imaginary) {
        return Series.of("Ohm", Arrays.stream(imaginary).map(z -> -z).toArray());
    }
}
