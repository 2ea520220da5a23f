package org.busbar.analyses.conductivity;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.api.chart.Layer.Mark;
import org.busbar.api.chart.Layer.Stroke;
import org.osgi.service.component.annotations.Component;

/** Pools conductivities of replicates into one, with the variance within and between them; outliers stay in. */
@Component
@LabId("replicates")
public final class Replicates implements Analysis {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double OUTLYING = 3.5;
    private static final double NORMAL = 1.4826;
    private static final int FEWEST_FOR_OUTLIERS = 4;
    private static final Curve VALUES = curve("conductivity", "S/m");
    private static final Curve ERRORS = curve("conductivity_uncertainty", "S/m");
    private static final Real COMMON = real("cell_constant_uncertainty", "1", 0, 1);
    private static final Choice METHOD = choice("method", "mandel-paule", "dersimonian-laird", "fixed");

    private static final Real MEAN = real("conductivity_pooled", "S/m", 0, INFINITE);
    private static final Real WITHIN = real("within", "S/m", 0, INFINITE);
    private static final Real BETWEEN = real("between", "S/m", 0, INFINITE);
    private static final Real SCATTER = real("chi2", "1", 0, INFINITE);
    private static final Curve OUTLIERS = curve("outliers", "1");

    private static final Capability CAPABILITY = new Capability(
                    "replicates",
                    List.of(VALUES, ERRORS, COMMON, METHOD),
                    List.of(MEAN, WITHIN, BETWEEN, SCATTER, OUTLIERS, Quality.OUTPUT))
            .byDefault(ERRORS.name(), Series.of("S/m"))
            .byDefault(COMMON.name(), Quantity.of(0, "1"))
            .byDefault(METHOD.name(), new Text("mandel-paule"));

    /** Ready to use. */
    public Replicates() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        double[] values = all.get(VALUES);
        double[] sigma = all.get(ERRORS);
        require(values, sigma);
        Pooling pooled = pooled(values, sigma, all.get(METHOD));
        double common = all.get(COMMON) * pooled.mean();
        double[] outliers = outliers(values);
        return Values.of(MEAN.name(), Quantity.of(pooled.mean(), Math.hypot(pooled.error(), common), "S/m"))
                .with(WITHIN.name(), Quantity.of(within(sigma), "S/m"))
                .with(BETWEEN.name(), Quantity.of(Math.sqrt(pooled.between()), "S/m"))
                .with(SCATTER.name(), Quantity.of(pooled.scatter(), "1"))
                .with(OUTLIERS.name(), Series.of("1", outliers))
                .with(Quality.OUTPUT.name(), quality(values, sigma, outliers).text());
    }

    private static Pooling pooled(double[] values, double[] sigma, String method) {
        if (sigma.length == 0) {
            return Pooling.plain(values);
        }
        return switch (method) {
            case "fixed" -> Pooling.fixed(values, sigma);
            case "dersimonian-laird" ->
                values.length == 1 ? Pooling.fixed(values, sigma) : Pooling.derSimonianLaird(values, sigma);
            default -> Pooling.mandelPaule(values, sigma);
        };
    }

    private static double within(double[] sigma) {
        double sum = 0;
        for (double s : sigma) {
            sum += s * s / sigma.length;
        }
        return Math.sqrt(sum);
    }

    /** Places, from 0, of values far from the median in units of the median distance; none of fewer than four. */
    private static double[] outliers(double[] values) {
        double middle = median(values);
        double spread = NORMAL
                * median(Arrays.stream(values).map(v -> Math.abs(v - middle)).toArray());
        return values.length < FEWEST_FOR_OUTLIERS || spread == 0
                ? new double[0]
                : IntStream.range(0, values.length)
                        .filter(i -> Math.abs(values[i] - middle) > OUTLYING * spread)
                        .asDoubleStream()
                        .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static Quality quality(double[] values, double[] sigma, double[] outliers) {
        Quality quality = sigma.length == 0
                ? Quality.ok().flag(OK, "uncertainty_missing: taken from the scatter of " + values.length)
                : Quality.ok();
        String places =
                DoubleStream.of(outliers).mapToObj(i -> String.valueOf((int) i)).collect(Collectors.joining(" "));
        return outliers.length == 0
                ? quality
                : quality.flag(
                        SUSPICIOUS,
                        "outliers: " + outliers.length + " of " + values.length + " at " + places + ", kept");
    }

    private static void require(double[] values, double[] sigma) {
        int fewest = sigma.length == 0 ? 2 : 1;
        if (values.length < fewest || (sigma.length > 0 && sigma.length != values.length)) {
            throw new IllegalArgumentException(
                    "replicates: " + values.length + " values of conductivity and " + sigma.length
                            + " of conductivity_uncertainty; give one uncertainty each, or none and two values or more");
        }
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || (sigma.length > 0 && !(sigma[i] > 0))) {
                throw new IllegalArgumentException("replicates: conductivity = " + values[i] + " S/m at position " + i
                        + " is not above 0 S/m, or its uncertainty is not; correct or remove the replicate");
            }
        }
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        Values all = CAPABILITY.completed(inputs);
        double[] values = all.get(VALUES);
        double[] places = IntStream.range(0, values.length).asDoubleStream().toArray();
        return List.of(new Chart(
                "replicates",
                "Replicates and their mean",
                Axis.linear("replicate", "1"),
                Axis.linear("conductivity", "S/m"),
                new Layer.Points(
                        "measured",
                        Series.of("1", places),
                        Series.of("S/m", values),
                        Series.of("S/m", all.get(ERRORS)),
                        List.of(),
                        Mark.CIRCLE),
                new Layer.Rule("mean", outputs.get(MEAN), Unit.of("S/m"), true, Stroke.SOLID)));
    }
}
