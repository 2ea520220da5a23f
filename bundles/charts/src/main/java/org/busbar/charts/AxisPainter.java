package org.busbar.charts;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.chart.Axis;

/** Draws frame, grid, numbers and titles of both axes. */
final class AxisPainter {

    static final double X_SPACING = 75;
    static final double Y_SPACING = 48;

    private AxisPainter() {}

    static Ticks ticks(Domain domain, double length, double spacing) {
        int wanted = Math.max(2, (int) (length / spacing));
        return switch (domain.axis().scale()) {
            case LINEAR -> Ticks.linear(domain, wanted);
            case LOGARITHMIC -> Decades.of(domain, wanted);
            case NAMES -> new Ticks(List.of(), 0);
        };
    }

    /** Ticks of the lower axis: so few that their labels do not touch. */
    private static Ticks across(Domain domain, double length) {
        Ticks ticks = ticks(domain, length, X_SPACING);
        for (double spacing = X_SPACING; crowded(ticks, length) && spacing < length / 2; spacing *= 1.3) {
            ticks = ticks(domain, length, spacing);
        }
        return ticks;
    }

    private static boolean crowded(Ticks ticks, double length) {
        double wide = 0;
        for (Ticks.Tick tick : ticks.ticks()) {
            wide += Lettering.width(tick.label(), Lettering.SMALL) + 14;
        }
        return wide > length;
    }

    /** What lies under the layers. */
    static void grid(Markup out, Frame frame) {
        Path path = new Path();
        for (double x : places(across(frame.domains().x(), frame.width()))) {
            path.to(frame.x(x), frame.top()).to(frame.x(x), frame.bottom()).interrupt();
        }
        for (double y : places(ticks(frame.domains().y(), frame.height(), Y_SPACING))) {
            path.to(frame.left(), frame.y(y)).to(frame.right(), frame.y(y)).interrupt();
        }
        out.leaf("path", "d", path.data(), "stroke", "#e2e2e2", "fill", "none");
    }

    private static List<Double> places(Ticks ticks) {
        List<Double> places = new ArrayList<>();
        for (Ticks.Tick tick : ticks.ticks()) {
            places.add(tick.value());
        }
        return places;
    }

    /** What lies over them. */
    static void paint(Markup out, Frame frame) {
        out.leaf(
                "rect",
                "x",
                frame.left(),
                "y",
                frame.top(),
                "width",
                frame.width(),
                "height",
                frame.height(),
                "fill",
                "none",
                "stroke",
                "#000");
        across(out, frame);
        up(out, frame);
    }

    private static void across(Markup out, Frame frame) {
        Domain domain = frame.domains().x();
        Ticks ticks = across(domain, frame.width());
        Path path = new Path();
        for (Ticks.Tick tick : ticks.ticks()) {
            double x = frame.x(tick.value());
            path.to(x, frame.bottom()).to(x, frame.bottom() + 5).interrupt();
            out.text(tick.label(), "text", "x", x, "y", frame.bottom() + 18, "text-anchor", "middle");
        }
        for (double value : minor(domain)) {
            path.to(frame.x(value), frame.bottom())
                    .to(frame.x(value), frame.bottom() + 3)
                    .interrupt();
        }
        out.leaf("path", "d", path.data(), "stroke", "#000", "fill", "none");
        String title = Lettering.fitted(Titles.of(domain.axis(), ticks.exponent()), 13, frame.right());
        out.text(
                title,
                "text",
                "x",
                frame.left() + frame.width() / 2,
                "y",
                frame.bottom() + 37,
                "text-anchor",
                "middle",
                "font-size",
                "13");
    }

    private static void up(Markup out, Frame frame) {
        Domain domain = frame.domains().y();
        Ticks ticks = ticks(domain, frame.height(), Y_SPACING);
        Path path = new Path();
        for (Ticks.Tick tick : ticks.ticks()) {
            double y = frame.y(tick.value());
            path.to(frame.left() - 5, y).to(frame.left(), y).interrupt();
            out.text(tick.label(), "text", "x", frame.left() - 8, "y", y + 4, "text-anchor", "end");
        }
        for (double value : minor(domain)) {
            path.to(frame.left() - 3, frame.y(value))
                    .to(frame.left(), frame.y(value))
                    .interrupt();
        }
        out.leaf("path", "d", path.data(), "stroke", "#000", "fill", "none");
        names(out, frame);
        title(out, frame, Titles.of(domain.axis(), ticks.exponent()));
    }

    private static void names(Markup out, Frame frame) {
        List<String> names = frame.domains().names();
        for (int i = 0; i < names.size(); i++) {
            String name = Lettering.fitted(names.get(i), Lettering.SMALL, frame.left() - 34);
            out.text(name, "text", "x", frame.left() - 8, "y", frame.row(i) + 4, "text-anchor", "end");
        }
    }

    private static void title(Markup out, Frame frame, String title) {
        double y = frame.top() + frame.height() / 2;
        double room = frame.bottom() + 20;
        out.text(
                Lettering.fitted(title, 13, room),
                "text",
                "x",
                17.0,
                "y",
                y,
                "text-anchor",
                "middle",
                "font-size",
                "13",
                "transform",
                "rotate(-90 17 " + Markup.pixels(y) + ")");
    }

    private static List<Double> minor(Domain domain) {
        return domain.axis().scale() == Axis.Scale.LOGARITHMIC ? Decades.between(domain) : List.of();
    }
}
