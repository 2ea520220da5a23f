package org.busbar.analyses.impedancefiles;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.busbar.api.Series;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** Nyquist and Bode plots of a measured spectrum. */
final class SpectrumCharts {

    private static final Axis FREQUENCY = Axis.logarithmic("frequency", "Hz");

    private SpectrumCharts() {}

    static List<Chart> of(double[] frequency, double[] real, double[] imaginary) {
        Series hertz = Series.of("Hz", frequency);
        int n = frequency.length;
        Series modulus = series("Ohm", n, i -> Math.hypot(real[i], imaginary[i]));
        Series phase = series("deg", n, i -> Math.toDegrees(Math.atan2(imaginary[i], real[i])));
        return List.of(
                nyquist(frequency, Series.of("Ohm", real), series("Ohm", n, i -> 0 - imaginary[i])),
                bode("bode-modulus", "Modulus of the impedance", Axis.logarithmic("|Z|", "Ohm"), hertz, modulus),
                bode("bode-phase", "Phase of the impedance", Axis.linear("phase of Z", "deg"), hertz, phase));
    }

    private static Chart nyquist(double[] frequency, Series real, Series minusImaginary) {
        return new Chart(
                        "nyquist",
                        "Impedance",
                        Axis.linear("Re Z", "Ohm"),
                        Axis.linear("-Im Z", "Ohm"),
                        new Layer.Points(
                                "measured",
                                real,
                                minusImaginary,
                                new Series(new double[0], real.unit()),
                                Decades.labels(frequency),
                                Layer.Mark.CIRCLE))
                .withEqualScales();
    }

    private static Chart bode(String name, String title, Axis y, Series frequency, Series shown) {
        return new Chart(name, title, FREQUENCY, y, new Layer.Points("measured", frequency, shown, Layer.Mark.CIRCLE));
    }

    private static Series series(String ucum, int length, IntToDoubleFunction value) {
        return Series.of(ucum, IntStream.range(0, length).mapToDouble(value).toArray());
    }
}
