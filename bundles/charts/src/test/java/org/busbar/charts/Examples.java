package org.busbar.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** Charts of all kinds, and strange ones. */
final class Examples {

    private static final double GAP = Double.NaN;

    private Examples() {}

    static List<Chart> all() {
        List<Chart> all = new ArrayList<>(usual());
        all.addAll(strange());
        return all;
    }

    static List<Chart> usual() {
        return List.of(nyquist(), bode(), band(), bars(), twoBars(), map(), lines());
    }

    static Chart nyquist() {
        double[] w = IntStream.range(0, 41)
                .mapToDouble(i -> 2 * Math.PI * Math.pow(10, 5 - i / 8.0))
                .toArray();
        double[] re = new double[41];
        double[] im = new double[41];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            double a = w[i] * 3e-4;
            double b = w[i] * 0.05;
            re[i] = 12 + 30 / (1 + a * a) + 55 / (1 + b * b);
            im[i] = 30 * a / (1 + a * a) + 55 * b / (1 + b * b);
            names.add(i % 8 == 0 ? "10" + Titles.raised(Integer.toString(5 - i / 8)) + " Hz" : "");
        }
        Series error = new Series(new double[0], Unit.of("Ohm"));
        return new Chart(
                        "nyquist",
                        "Impedance of a cell at 25 °C with the fit of R-p(R,C)-p(R,C) & <residuals>",
                        Axis.linear("Re Z", "Ohm"),
                        Axis.linear("−Im Z", "Ohm"),
                        new Layer.Points(
                                "measured",
                                Series.of("Ohm", re),
                                Series.of("Ohm", im),
                                error,
                                names,
                                Layer.Mark.CIRCLE),
                        new Layer.Line("fit", Series.of("Ohm", re), Series.of("Ohm", im), Layer.Stroke.SOLID))
                .withEqualScales();
    }

    static Chart bode() {
        double[] f = IntStream.range(0, 41)
                .mapToDouble(i -> Math.pow(10, -2 + i / 5.0))
                .toArray();
        double[] z = new double[41];
        double[] e = new double[41];
        for (int i = 0; i < 41; i++) {
            z[i] = 1e-3 * (12 + 3000 / (1 + f[i]));
            e[i] = i % 4 == 0 ? 0.3 * z[i] : GAP;
        }
        return new Chart(
                "bode",
                "Modulus",
                Axis.logarithmic("frequency", "Hz"),
                Axis.logarithmic("|Z|", "Ohm"),
                new Layer.Points(
                        "measured",
                        Series.of("Hz", f),
                        Series.of("Ohm", z),
                        Series.of("Ohm", e),
                        List.of(),
                        Layer.Mark.SQUARE),
                new Layer.Line("fit", Series.of("Hz", f), Series.of("Ohm", z), Layer.Stroke.DASHED),
                new Layer.Rule("limit of the fit", 100, Unit.of("Hz"), false, Layer.Stroke.DOTTED));
    }

    static Chart band() {
        double[] x = IntStream.range(0, 30).mapToDouble(i -> 270 + 3 * i).toArray();
        double[][] y = new double[5][30];
        for (int i = 0; i < 30; i++) {
            y[0][i] = 1e-6 * Math.exp((x[i] - 270) / 40) + (i == 12 ? GAP : 0);
            y[1][i] = y[0][i] * 0.8;
            y[2][i] = y[0][i] * 1.2;
            y[3][i] = 2e-6;
            y[4][i] = 4e-6;
        }
        return new Chart(
                "band",
                "A band with a gap",
                Axis.linear("temperature", "K"),
                Axis.linear("current density", "A/m2"),
                new Layer.Band("95 % of the fit", Series.of("K", x), Series.of("A/m2", y[1]), Series.of("A/m2", y[2])),
                new Layer.Band("another", Series.of("K", x), Series.of("A/m2", y[3]), Series.of("A/m2", y[4])),
                new Layer.Line("fit", Series.of("K", x), Series.of("A/m2", y[0]), Layer.Stroke.SOLID),
                new Layer.Rule("threshold", 3e-6, Unit.of("A/m2"), true, Layer.Stroke.DASHED));
    }

    static Chart bars() {
        return new Chart(
                "bars",
                "Importance of inputs",
                Axis.linear("total Sobol index", "1"),
                Axis.names("input"),
                new Layer.Bars(
                        "index",
                        List.of("applied current", "particle radius", "a name that is much longer than the others are"),
                        Series.of("1", 0.6, 0.25, 0.05),
                        Series.of("1", 0.55, GAP, 0.01),
                        Series.of("1", 0.65, GAP, 0.1)));
    }

    static Chart twoBars() {
        List<String> names = List.of("a", "b", "c", "d");
        return new Chart(
                "two-bars",
                "Two methods",
                Axis.linear("effect", "mV"),
                Axis.names("input"),
                new Layer.Bars("first", names, Series.of("V", 0.1, -0.2, 0.3, 0.05)),
                new Layer.Bars("second", names, Series.of("V", 0.12, -0.1, 0.2, 0.0)),
                new Layer.Rule("zero", 0, Unit.of("V"), false, Layer.Stroke.SOLID));
    }

    static Chart map() {
        double[] x = new double[36];
        double[] y = new double[36];
        double[] v = new double[36];
        for (int i = 0; i < 36; i++) {
            x[i] = 1 + i % 6;
            y[i] = Math.pow(10, i / 6);
            v[i] = i == 7 ? GAP : Math.sin(i / 5.0);
        }
        return new Chart(
                "map",
                "Sensitivity",
                Axis.linear("thickness", "um"),
                Axis.logarithmic("rate", "s-1"),
                new Layer.Cells("derivative", Series.of("um", x), Series.of("s-1", y), Series.of("V", v)),
                new Layer.Points("chosen", Series.of("um", 2, 5), Series.of("s-1", 10, 1e4), Layer.Mark.TRIANGLE));
    }

    static Chart lines() {
        List<Layer> layers = new ArrayList<>();
        for (int k = 1; k <= 4; k++) {
            double amplitude = 1e-5 * k;
            double[] x =
                    IntStream.range(0, 100).mapToDouble(i -> i / 100.0 - 0.5).toArray();
            double[] y = IntStream.range(0, 100)
                    .mapToDouble(i -> amplitude * Math.sin(i / 10.0))
                    .toArray();
            layers.add(new Layer.Line(k * 50 + " mV/s", Series.of("V", x), Series.of("A", y), Layer.Stroke.SOLID));
        }
        return new Chart(
                "lines", "Four alike", Axis.linear("potential", "V"), Axis.linear("current", "A"), layers, false);
    }

    static List<Chart> strange() {
        Axis v = Axis.linear("voltage", "V");
        Axis log = Axis.logarithmic("time", "s");
        return List.of(
                new Chart("nothing", "Nothing", v, v),
                new Chart("empty-line", "An empty line", v, v, line(new double[0], new double[0])),
                new Chart("one-point", "One point", v, v, points(new double[] {3.2}, new double[] {-1e-9})),
                new Chart("zero", "Zero", v, v, points(new double[] {0}, new double[] {0})),
                new Chart("constant", "Constant", v, v, line(new double[] {1, 2, 3}, new double[] {4.2, 4.2, 4.2})),
                new Chart("gaps", "Gaps", v, v, line(new double[] {1, 2, GAP, 4, 5, 6, 7}, new double[] {
                    1, 2, 3, 4, GAP, 9, GAP
                })),
                new Chart("huge", "Huge", v, v, line(new double[] {1, 2, 3}, new double[] {-1e299, 1e299, 1e308})),
                new Chart("tiny", "Tiny", v, v, line(new double[] {1, 2, 3}, new double[] {1e-310, 2e-200, 3e-200})),
                new Chart("close", "Close", v, v, line(new double[] {1e9, 1e9 + 1, 1e9 + 2}, new double[] {
                    1, 1 + 1e-6, 1 + 2e-6
                })),
                new Chart(
                        "not-positive",
                        "Log of what has none",
                        log,
                        v,
                        new Layer.Line(
                                "", Series.of("s", -1, 0, 1e-3, 1e6), Series.of("V", 1, 2, 3, 4), Layer.Stroke.SOLID)),
                new Chart(
                        "all-negative",
                        "Log of nothing",
                        log,
                        v,
                        new Layer.Line("", Series.of("s", -1, 0), Series.of("V", 1, 2), Layer.Stroke.SOLID)),
                new Chart(
                        "no-bars",
                        "No bars",
                        v,
                        Axis.names("input"),
                        new Layer.Bars("none", List.of(), Series.of("V"))),
                new Chart(
                        "one-cell",
                        "One cell",
                        v,
                        v,
                        new Layer.Cells("value", Series.of("V", 1), Series.of("V", 2), Series.of("mV", 3))),
                new Chart("flat", "Flat with equal scales", v, v, line(new double[] {1, 2}, new double[] {5, 5}))
                        .withEqualScales());
    }

    private static Layer line(double[] x, double[] y) {
        return new Layer.Line("measured", Series.of("V", x), Series.of("V", y), Layer.Stroke.SOLID);
    }

    private static Layer points(double[] x, double[] y) {
        return new Layer.Points("measured", Series.of("V", x), Series.of("V", y), Layer.Mark.CIRCLE);
    }
}
