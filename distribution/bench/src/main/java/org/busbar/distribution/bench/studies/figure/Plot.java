package org.busbar.distribution.bench.studies.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A drawing in a frame with two axes, a title and a legend. Not safe for use by many threads. */
public final class Plot {

    private static final int LEFT = 62;
    private static final int TOP = 30;
    private static final int BELOW = 46;
    private static final int LINE = 18;

    private final String title;
    private final Frame frame;
    private final List<Mark> marks = new ArrayList<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private Optional<Shades> shades = Optional.empty();

    /** An empty drawing of the usual size. */
    public Plot(String title, Axis across, Axis up) {
        this(title, across, up, 400, 260);
    }

    /** An empty drawing whose frame has a size in pixels. */
    public Plot(String title, Axis across, Axis up, int width, int height) {
        this.title = title;
        this.frame = new Frame(across, up, LEFT, TOP, width, height);
    }

    /** A line through points. */
    public Plot line(String name, Colour colour, double[] x, double[] y) {
        return add(
                name,
                "<line x2=\"22\" stroke-width=\"2\" stroke=\"" + colour.code() + "\"/>",
                Marks.line(colour, false, x, y));
    }

    /** A dashed line through points. */
    public Plot dashed(String name, Colour colour, double[] x, double[] y) {
        String key = "<line x2=\"22\" stroke-width=\"2\" stroke-dasharray=\"6 4\" stroke=\"" + colour.code() + "\"/>";
        return add(name, key, Marks.line(colour, true, x, y));
    }

    /** A shaded band, without an entry in the legend. */
    public Plot band(Colour colour, double[] x, double[] low, double[] high) {
        marks.add(Marks.band(colour, x, low, high));
        return this;
    }

    /** Dots. */
    public Plot dots(String name, Colour colour, double radius, double[] x, double[] y) {
        return add(
                name, "<circle cx=\"11\" r=\"4\" fill=\"" + colour.code() + "\"/>", Marks.dots(colour, radius, x, y));
    }

    /** Vertical lines from low to high, without an entry in the legend. */
    public Plot spans(Colour colour, double[] x, double[] low, double[] high) {
        marks.add(Marks.spans(colour, x, low, high));
        return this;
    }

    /**
     * Coloured cells that fill the frame evenly.
     *
     * @param values one row per step upwards, each with one number per step to the right; not finite: grey
     * @param low shown in the darkest colour
     * @param high shown in the brightest one
     */
    public Plot cells(String label, double low, double high, double[][] values) {
        shades = Optional.of(new Shades(label, low, high));
        marks.add(new Cells(shades.orElseThrow(), values));
        return this;
    }

    /** An entry of the legend for the grey of cells without a value. */
    public Plot grey(String meaning) {
        keys.put(meaning, "<rect y=\"-6\" width=\"22\" height=\"12\" fill=\"" + Shades.NONE + "\"/>");
        return this;
    }

    private Plot add(String name, String key, Mark mark) {
        marks.add(mark);
        keys.put(name, key);
        return this;
    }

    /** The drawing as an element of a page. */
    public String svg() {
        int longest = keys.keySet().stream().mapToInt(String::length).max().orElse(0);
        int side = (shades.isPresent() ? 76 : 0) + (longest == 0 ? 10 : 44 + longest * 7);
        int legend = keys.size() * LINE;
        StringBuilder svg = new StringBuilder(Markup.line(
                "<svg role=\"img\" aria-label=\"%s\" width=\"%d\" height=\"%d\">",
                Markup.escaped(title), frame.right() + side, TOP + Math.max(frame.height() + BELOW, legend)));
        svg.append(Markup.line("<text x=\"%d\" y=\"18\" font-weight=\"bold\">%s</text>", LEFT, Markup.escaped(title)));
        marks.stream().filter(Cells.class::isInstance).forEach(mark -> svg.append(mark.svg(frame)));
        svg.append(new Axes(frame).svg());
        marks.stream().filter(mark -> !(mark instanceof Cells)).forEach(mark -> svg.append(mark.svg(frame)));
        shades.ifPresent(each -> svg.append(each.bar(frame, 12)));
        return svg.append(legend()).append("</svg>\n").toString();
    }

    private String legend() {
        StringBuilder svg = new StringBuilder();
        int x = frame.right() + (shades.isPresent() ? 84 : 12);
        int y = TOP + LINE / 2;
        for (Map.Entry<String, String> each : keys.entrySet()) {
            svg.append(Markup.line("<g transform=\"translate(%d %d)\">%s", x, y, each.getValue()));
            svg.append(Markup.line("<text x=\"28\" y=\"4\">%s</text></g>", Markup.escaped(each.getKey())));
            y += LINE;
        }
        return svg.toString();
    }
}
