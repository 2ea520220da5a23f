package org.busbar.distribution.bench.optimizers.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.busbar.distribution.bench.optimizers.metrics.BestValue;
import org.busbar.distribution.bench.optimizers.metrics.ExactRandom;
import org.busbar.distribution.bench.optimizers.problems.Pool;
import org.busbar.distribution.bench.optimizers.problems.Variant;

/**
 * The regret over tries as a drawing: the mean of each engine as a line, its quartiles as a band, on a logarithmic
 * axis.
 */
final class Chart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 60;
    private static final int BOTTOM = 40;
    private static final int TOP = 10;
    private static final int LINE = 18;
    private static final List<String> COLOURS = List.of(
            "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f3c8d", "#8c564b", "#3969ac",
            "#7a7a00");

    private final List<Curve> curves = new ArrayList<>();
    private final String name;
    private final double floor;
    private final double top;
    private final int tries;

    Chart(Variant variant, Scores scores) {
        name = variant.name();
        floor = variant.problem().yardstick().floor();
        scores.engines(name).forEach(engine -> curves.add(Curve.of(engine, scores.list(name, engine))));
        if (variant.problem() instanceof Pool pool && pool.yardstick() instanceof BestValue best) {
            curves.add(random(pool, best, variant.budget()));
        }
        tries = curves.stream().mapToInt(curve -> curve.mean().length).max().orElse(1);
        top = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.high()))
                .reduce(floor * 10, Math::max);
    }

    private static Curve random(Pool pool, BestValue best, int budget) {
        ExactRandom random = new ExactRandom(pool.values());
        double[] mean = new double[budget];
        for (int t = 0; t < budget; t++) {
            mean[t] = (best.best() - random.best(t + 1)) / best.scale();
        }
        return new Curve("random (exact)", mean, mean, mean);
    }

    /** The drawing with axes and a legend. */
    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg role=\"img\" aria-label=\"%s: regret over tries\" width=\"%d\" height=\"%d\">%n",
                Table.escaped(name),
                WIDTH + 320,
                HEIGHT + Math.max(0, curves.size() * LINE - HEIGHT)));
        axes(svg);
        for (int i = 0; i < curves.size(); i++) {
            draw(svg, curves.get(i), COLOURS.get(i % COLOURS.size()), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (double power = Math.rint(Math.log10(floor)); power <= Math.log10(top); power++) {
            double y = y(StrictMath.pow(10, power));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">1e%.0f</text>%n",
                    LEFT,
                    WIDTH,
                    y,
                    y,
                    LEFT - 6,
                    y + 4,
                    power));
        }
        for (int t = 10; t <= tries; t += 10) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n",
                    x(t),
                    HEIGHT - BOTTOM + LINE,
                    t));
        }
        svg.append("<text x=\"" + (WIDTH + LEFT) / 2 + "\" y=\"" + (HEIGHT - 4)
                + "\" text-anchor=\"middle\">tries</text>\n");
        svg.append("<text transform=\"translate(14 " + HEIGHT / 2
                + ") rotate(-90)\" text-anchor=\"middle\">regret</text>\n");
    }

    private void draw(StringBuilder svg, Curve curve, String colour, int place) {
        String dash = place < COLOURS.size() ? "" : " stroke-dasharray=\"5 3\"";
        svg.append("<polygon fill=\"" + colour + "\" fill-opacity=\"0.12\" points=\"");
        svg.append(points(curve.high(), false))
                .append(points(curve.low(), true))
                .append("\"/>\n");
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + colour + "\"" + dash + " points=\"");
        svg.append(points(curve.mean(), false)).append("\"/>\n");
        int y = TOP + LINE * place + LINE / 2;
        svg.append("<line x1=\"" + (WIDTH + 10) + "\" x2=\"" + (WIDTH + 34) + "\" y1=\"" + y + "\" y2=\"" + y
                + "\" stroke-width=\"2\" stroke=\"" + colour + "\"" + dash + "/>");
        svg.append("<text x=\"" + (WIDTH + 40) + "\" y=\"" + (y + 4) + "\">" + Table.escaped(curve.engine())
                + "</text>\n");
    }

    private String points(double[] regrets, boolean backward) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < regrets.length; i++) {
            int t = backward ? regrets.length - 1 - i : i;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(t + 1), y(regrets[t])));
        }
        return points.toString();
    }

    private double x(double attempt) {
        return LEFT + (attempt - 1) / Math.max(1, tries - 1) * (WIDTH - LEFT);
    }

    private double y(double regret) {
        double share = Math.log10(Math.max(regret, floor) / floor) / Math.log10(top / floor);
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }
}
