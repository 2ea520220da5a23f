package org.busbar.analyses.eis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.api.chart.Layer.Line;
import org.busbar.api.chart.Layer.Mark;
import org.busbar.api.chart.Layer.Points;
import org.busbar.api.chart.Layer.Stroke;

/** The charts of a fit, from what was given and what was found. */
record Pictures(Values inputs, Values outputs) {

    private static final String FIT = "fit";
    private static final String MEASURED = "measured";
    private static final Axis FREQUENCY = Axis.logarithmic("frequency", "Hz");

    /** Complex impedances. */
    private record Locus(double[] frequency, double[] real, double[] imaginary) {

        Series each(String unit, IntToDoubleFunction number) {
            return Series.of(
                    unit,
                    IntStream.range(0, frequency.length).mapToDouble(number).toArray());
        }

        Series frequencies() {
            return Series.of("Hz", frequency);
        }

        Series minusImaginary() {
            return each("Ohm", k -> -imaginary[k]);
        }

        Series modulus() {
            return each("Ohm", k -> Math.hypot(real[k], imaginary[k]));
        }

        Series phase() {
            return each("deg", k -> Math.toDegrees(Math.atan2(imaginary[k], real[k])));
        }
    }

    private Locus measured() {
        return new Locus(inputs.get(Measured.FREQUENCY), inputs.get(Measured.REAL), inputs.get(Measured.IMAGINARY));
    }

    private Locus fitted() {
        return new Locus(
                outputs.get(Report.FIT_FREQUENCY), outputs.get(Report.FIT_REAL), outputs.get(Report.FIT_IMAGINARY));
    }

    Chart nyquist() {
        Locus measured = measured();
        Locus fitted = fitted();
        Series none = Series.of("Ohm");
        return new Chart(
                        "nyquist",
                        "Nyquist plot",
                        Axis.linear("Re Z", "Ohm"),
                        Axis.linear("-Im Z", "Ohm"),
                        new Line(FIT, Series.of("Ohm", fitted.real), fitted.minusImaginary(), Stroke.SOLID),
                        new Points(
                                MEASURED,
                                Series.of("Ohm", measured.real),
                                measured.minusImaginary(),
                                none,
                                decades(measured.frequency),
                                Mark.CIRCLE))
                .withEqualScales();
    }

    /** At the point nearest to each decade its frequency, if it is within 12 %; elsewhere nothing. */
    private static List<String> decades(double[] frequency) {
        List<String> names = new ArrayList<>(Collections.nCopies(frequency.length, ""));
        double low = Arrays.stream(frequency).min().orElse(1);
        double high = Arrays.stream(frequency).max().orElse(1);
        for (int decade = (int) Math.floor(Math.log10(low)); decade <= Math.log10(high) + 0.1; decade++) {
            double wanted = Math.pow(10, decade);
            int nearest = IntStream.range(0, frequency.length)
                    .reduce(0, (a, b) -> distance(frequency[b], wanted) < distance(frequency[a], wanted) ? b : a);
            if (distance(frequency[nearest], wanted) < 0.05) {
                names.set(nearest, name(decade));
            }
        }
        return names;
    }

    private static double distance(double frequency, double wanted) {
        return Math.abs(Math.log10(frequency / wanted));
    }

    /** As in {@code 10 mHz}, {@code 1 kHz}. */
    private static String name(int decade) {
        int thousands = Math.max(-2, Math.min(3, Math.floorDiv(decade, 3)));
        String prefix = List.of("u", "m", "", "k", "M", "G").get(thousands + 2);
        return String.format(Locale.ROOT, "%.0f %sHz", Math.pow(10, decade - 3 * thousands), prefix);
    }

    List<Chart> bode() {
        return List.of(
                new Chart(
                        "bode-modulus",
                        "Bode plot: modulus",
                        FREQUENCY,
                        Axis.logarithmic("|Z|", "Ohm"),
                        new Line(FIT, fitted().frequencies(), fitted().modulus(), Stroke.SOLID),
                        new Points(
                                MEASURED, measured().frequencies(), measured().modulus(), Mark.CIRCLE)),
                new Chart(
                        "bode-phase",
                        "Bode plot: phase",
                        FREQUENCY,
                        Axis.linear("phase", "deg"),
                        new Line(FIT, fitted().frequencies(), fitted().phase(), Stroke.SOLID),
                        new Points(
                                MEASURED, measured().frequencies(), measured().phase(), Mark.CIRCLE)));
    }

    Chart residuals() {
        Series frequency = fitted().frequencies();
        return new Chart(
                "residuals",
                "Residuals, relative to |Z|",
                FREQUENCY,
                Axis.linear("(Z - fit)/|Z|", "%"),
                new Layer.Rule("", 0, Unit.of("%"), true, Stroke.DOTTED),
                points("Re", frequency, Report.RESIDUAL_REAL, Mark.CIRCLE),
                points("Im", frequency, Report.RESIDUAL_IMAGINARY, Mark.TRIANGLE));
    }

    private Layer points(String label, Series frequency, Parameter.Curve residuals, Mark mark) {
        return new Points(label, frequency, Series.of("%", outputs.get(residuals)), mark);
    }

    /** @param names of the parameters, which the title numbers from 1 */
    Chart correlations(List<String> names) {
        int size = names.size();
        Series across = Series.of(
                "1",
                IntStream.range(0, size * size).mapToDouble(i -> 1 + i % size).toArray());
        Series down = Series.of(
                "1",
                IntStream.range(0, size * size).mapToDouble(i -> 1 + i / size).toArray());
        return new Chart(
                "correlations",
                "Correlations: " + numbered(names),
                Axis.linear("parameter", "1"),
                Axis.linear("parameter", "1"),
                new Layer.Cells("correlation", across, down, Series.of("1", outputs.get(Report.CORRELATIONS))));
    }

    private static String numbered(List<String> names) {
        return String.join(
                ", ",
                IntStream.range(0, names.size())
                        .mapToObj(i -> (i + 1) + " " + names.get(i))
                        .toList());
    }

    /** All charts of one fit. */
    List<Chart> all(List<String> names) {
        List<Chart> charts = new ArrayList<>(List.of(nyquist()));
        charts.addAll(bode());
        charts.add(residuals());
        charts.add(correlations(names));
        return List.copyOf(charts);
    }
}
