package org.busbar.analyses.voltammetry;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Component;

/**
 * Diffusion coefficient from the current after a potential step: i = offset + n F A c sqrt(D/(pi t)) (F. G. Cottrell, Z.
 * Phys. Chem. 42, 385, 1903, doi 10.1515/zpch-1903-4229), and from the charge (see {@link Anson}).
 */
@Component
@LabId("chronoamperometry")
public final class Chronoamperometry implements Analysis {

    private static final String NAME = "chronoamperometry";

    static final Curve TIME = curve("time", "s");
    static final Curve CURRENT = curve("current", "A");
    private static final Real FROM = real("window_from", "s", 0, Double.POSITIVE_INFINITY);
    private static final Real TO = real("window_to", "s", 0, Double.POSITIVE_INFINITY);
    private static final Choice WEIGHTING = choice("weighting", "relative", "unit");

    private static final Real D = real("diffusivity", "m2/s", 0, Double.POSITIVE_INFINITY);
    private static final Real OFFSET = real("offset", "A");
    private static final Real START = real("window_start", "s", 0, Double.POSITIVE_INFINITY);
    private static final Real END = real("window_end", "s", 0, Double.POSITIVE_INFINITY);
    private static final Whole POINTS = whole("points", 0, Integer.MAX_VALUE);
    private static final Real TOTAL = real("charge", "C");
    private static final Real ANSON = real("diffusivity_anson", "m2/s", 0, Double.POSITIVE_INFINITY);
    private static final Real DOUBLE_LAYER = real("charge_double_layer", "C");
    static final Curve FIT_TIME = curve("fit_time", "s");
    static final Curve FIT_CURRENT = curve("fit_current", "A");
    static final Curve RESIDUAL = curve("residual", "A");
    static final Curve CHARGE_TIME = curve("charge_time", "s");
    static final Curve CHARGE = curve("charge_passed", "C");
    static final Curve FIT_CHARGE = curve("fit_charge", "C");

    private static final Capability CAPABILITY = new Capability(
                    NAME,
                    List.of(
                            TIME,
                            CURRENT,
                            Electrode.AREA,
                            Electrode.CONCENTRATION,
                            Electrode.ELECTRONS,
                            FROM,
                            TO,
                            WEIGHTING),
                    List.of(
                            D,
                            OFFSET,
                            START,
                            END,
                            POINTS,
                            TOTAL,
                            ANSON,
                            DOUBLE_LAYER,
                            FIT_TIME,
                            FIT_CURRENT,
                            RESIDUAL,
                            CHARGE_TIME,
                            CHARGE,
                            FIT_CHARGE,
                            Quality.OUTPUT))
            .byDefault(FROM.name(), Quantity.of(0, "s"))
            .byDefault(TO.name(), Quantity.of(0, "s"))
            .byDefault(WEIGHTING.name(), new Text("relative"));

    /** Ready to use. */
    public Chronoamperometry() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Electrode electrode = Electrode.of(NAME, all);
        CottrellWindow window = window(all);
        StraightLine cottrell = window.fit();
        Anson anson = Anson.of(window.time(), window.current(), cottrell.intercept(), window.first(), window.last());
        Quantity d = diffusivity(Math.sqrt(Math.PI) * cottrell.slope(), cottrell.slopeError(), cottrell, electrode);
        Quantity other = diffusivity(
                Math.sqrt(Math.PI) / 2 * anson.line().slope(), anson.line().slopeError() / 2, cottrell, electrode);
        return Values.of(D.name(), d)
                .with(OFFSET.name(), Quantity.of(cottrell.intercept(), cottrell.interceptError(), "A"))
                .with(START.name(), Quantity.of(window.time()[window.first()], "s"))
                .with(END.name(), Quantity.of(window.time()[window.last()], "s"))
                .with(POINTS.name(), Quantity.of(window.times().length, "1"))
                .with(TOTAL.name(), Quantity.of(total(window, anson, cottrell), "C"))
                .with(ANSON.name(), other)
                .with(
                        DOUBLE_LAYER.name(),
                        Quantity.of(anson.line().intercept(), anson.line().interceptError(), "C"))
                .with(series(window, cottrell, anson))
                .with(
                        Quality.OUTPUT.name(),
                        LargeUncertainty.judge(judged(window, cottrell), D.name(), d)
                                .text());
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        return CottrellCharts.of(inputs, outputs);
    }

    private static CottrellWindow window(Values all) {
        double[] time = all.get(TIME);
        double[] current = all.get(CURRENT);
        Refusal.requireRows(NAME, CottrellWindow.FEWEST, TIME.name(), time, CURRENT.name(), current);
        Refusal.requireRising(NAME, time);
        int start = 0;
        while (start < time.length && time[start] <= 0) {
            start++;
        }
        double[] t = Arrays.copyOfRange(time, start, time.length);
        double[] i = Arrays.copyOfRange(current, start, time.length);
        int first = 0;
        while (first < t.length && t[first] < all.get(FROM)) {
            first++;
        }
        int last = t.length - 1;
        while (last >= 0 && all.get(TO) > 0 && t[last] > all.get(TO)) {
            last--;
        }
        requireEnough(all, last - first + 1, t.length);
        CottrellWindow window =
                new CottrellWindow(t, i, first, last, all.get(WEIGHTING).equals("relative"));
        return all.get(FROM) > 0 ? window : window.earliest();
    }

    private static void requireEnough(Values all, int points, int rows) {
        if (points < CottrellWindow.FEWEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: %d of %d points after the step (time > 0 s) lie in the window from %s s to %s s; give %d or more",
                    NAME,
                    Math.max(0, points),
                    rows,
                    all.get(FROM),
                    all.get(TO) > 0 ? String.valueOf(all.get(TO)) : "the end",
                    CottrellWindow.FEWEST));
        }
    }

    /** D from n F A c sqrt(D), given as {@code product}; both errors come from the same noise, the larger counts. */
    private static Quantity diffusivity(double product, double error, StraightLine cottrell, Electrode electrode) {
        double root = product / electrode.charge();
        double own = Math.sqrt(Math.PI) * error / Math.abs(product);
        double relative = Math.max(own, cottrell.slopeError() / Math.abs(cottrell.slope()));
        double d = root * root;
        return Quantity.of(d, 2 * d * Math.hypot(relative, electrode.relative()), "m2/s");
    }

    private static double total(CottrellWindow window, Anson anson, StraightLine cottrell) {
        int last = window.time().length - 1;
        return anson.charge()[last] + cottrell.intercept() * window.time()[last];
    }

    private static Values series(CottrellWindow window, StraightLine cottrell, Anson anson) {
        double[] fitted = Arrays.stream(window.roots()).map(cottrell::at).toArray();
        double[] charge = Arrays.stream(window.times())
                .map(t -> anson.line().at(Math.sqrt(t)))
                .toArray();
        return Values.of(FIT_TIME.name(), Series.of("s", window.times()))
                .with(FIT_CURRENT.name(), Series.of("A", fitted))
                .with(RESIDUAL.name(), Series.of("A", cottrell.residuals()))
                .with(CHARGE_TIME.name(), Series.of("s", window.time()))
                .with(CHARGE.name(), Series.of("C", anson.charge()))
                .with(FIT_CHARGE.name(), Series.of("C", charge));
    }

    private static Quality judged(CottrellWindow window, StraightLine line) {
        RunsTest test = window.test();
        Quality quality = Quality.ok();
        if (test.rejects()) {
            quality = quality.flag(
                    Quality.Level.SUSPICIOUS,
                    String.format(
                            Locale.ROOT,
                            "model_rejected: residuals from %.3g s correlate, %d runs for %.1f expected, neighbours"
                                    + " by %.1f s.d. (p < .001)",
                            window.time()[window.first()],
                            test.runs(),
                            test.expected(),
                            test.correlation()));
        }
        return line.slope() * line.at(1 / Math.sqrt(window.time()[window.first()])) > 0
                ? quality
                : quality.flag(
                        Quality.Level.REJECTED,
                        "model_rejected: the current does not fall with time, slope = " + Refusal.number(line.slope())
                                + " A.s^1/2");
    }
}
