package org.busbar.analyses.voltammetry;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.osgi.service.component.annotations.Component;

/** Diffusion coefficient from the peak currents at several scan rates: slope of |i_p| against the root of v. */
@Component
@LabId("scan-rate-series")
public final class ScanRateSeries implements Analysis {

    private static final String NAME = "scan-rate-series";
    private static final int FEWEST = 3;
    private static final double STANDARD_ERRORS = 3;
    /** Part of the largest current below which an intercept is of no concern. */
    private static final double SMALL = 0.01;

    private static final Curve RATE = curve("scan_rate", "V/s");
    private static final Curve PEAK = curve("peak_current", "A");
    private static final Real D = real("diffusivity", "m2/s", 0, Double.POSITIVE_INFINITY);
    private static final Real SLOPE = real("slope", "A");
    private static final Real INTERCEPT = real("intercept", "A");
    private static final Curve FITTED = curve("fitted_current", "A");
    private static final Curve RESIDUAL = curve("residual", "A");

    private static final Capability CAPABILITY = new Capability(
            NAME,
            List.<Parameter>of(
                    RATE, PEAK, Electrode.AREA, Electrode.CONCENTRATION, Electrode.ELECTRONS, Electrode.TEMPERATURE),
            List.of(D, SLOPE, INTERCEPT, FITTED, RESIDUAL, Quality.OUTPUT));

    /** Ready to use. */
    public ScanRateSeries() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        CAPABILITY.check(inputs);
        RandlesSevcik formula =
                new RandlesSevcik(Electrode.of(NAME, inputs), Known.of(NAME, inputs, Electrode.TEMPERATURE));
        double[] root = roots(inputs.get(RATE));
        double[] current = magnitudes(inputs.get(PEAK));
        Refusal.requireRows(NAME, FEWEST, RATE.name(), root, PEAK.name(), current);
        requireDifferent(root);
        StraightLine line = StraightLine.of(root, current);
        double[] fitted = Arrays.stream(root).map(line::at).toArray();
        Quantity d = formula.diffusivity(line.slope(), line.slopeError() / Math.abs(line.slope()));
        return Values.of(D.name(), d)
                .with(SLOPE.name(), Quantity.of(line.slope(), line.slopeError(), "A"))
                .with(INTERCEPT.name(), Quantity.of(line.intercept(), line.interceptError(), "A"))
                .with(FITTED.name(), Series.of("A", fitted))
                .with(RESIDUAL.name(), Series.of("A", line.residuals()))
                .with(
                        Quality.OUTPUT.name(),
                        LargeUncertainty.judge(judged(line, current), D.name(), d)
                                .text());
    }

    private static double[] roots(double[] rates) {
        double[] roots = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            if (rates[i] == 0) {
                throw new IllegalArgumentException(
                        NAME + ": scan_rate = 0 V/s at position " + i + " is no sweep; remove the row");
            }
            roots[i] = Math.sqrt(Math.abs(rates[i]));
        }
        return roots;
    }

    private static double[] magnitudes(double[] values) {
        return Arrays.stream(values).map(Math::abs).toArray();
    }

    private static void requireDifferent(double[] roots) {
        if (Arrays.stream(roots).distinct().count() < FEWEST) {
            throw new IllegalArgumentException(NAME + ": scan_rate has fewer than " + FEWEST
                    + " different values; measure at " + FEWEST + " rates or more");
        }
    }

    private static Quality judged(StraightLine line, double[] current) {
        Quality quality = Quality.ok();
        if (!(line.slope() > 0)) {
            return quality.flag(
                    Quality.Level.REJECTED,
                    "model_rejected: slope = " + Refusal.number(line.slope()) + " A is not above 0");
        }
        double largest = Arrays.stream(current).max().orElseThrow();
        boolean away = Math.abs(line.intercept()) > STANDARD_ERRORS * line.interceptError()
                && Math.abs(line.intercept()) > SMALL * largest;
        return !away
                ? quality
                : quality.flag(
                        Quality.Level.SUSPICIOUS,
                        String.format(
                                Locale.ROOT,
                                "intercept: %.3g +- %.2g A is beyond 3 standard errors: adsorption or ohmic drop",
                                line.intercept(),
                                line.interceptError()));
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        Series root = Series.of("1", roots(inputs.get(RATE)));
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Points("measured", root, Series.of("A", magnitudes(inputs.get(PEAK))), Layer.Mark.CIRCLE));
        layers.add(new Layer.Line("fit", root, Columns.series(outputs, FITTED), Layer.Stroke.SOLID));
        return List.of(new Chart(
                "peak-current",
                "Peak current against the root of the scan rate",
                Axis.linear("√(scan rate) / (V/s)^(1/2)", "1"),
                Axis.linear("peak current", "A"),
                layers,
                false));
    }
}
