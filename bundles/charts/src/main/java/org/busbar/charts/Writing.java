package org.busbar.charts;

import java.util.ArrayList;
import java.util.List;

/** Writes names beside points where there is room: to the right, left, above or below, else not at all. For one thread. */
final class Writing {

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private static final double HALF = 5;
    private static final double LINE = Lettering.SMALL;

    private final Frame frame;
    private final List<Box> taken = new ArrayList<>();

    Writing(Frame frame) {
        this.frame = frame;
    }

    /** Keeps names off a mark. */
    void mark(double x, double y) {
        taken.add(new Box(x - HALF, y - HALF, x + HALF, y + HALF));
    }

    void name(Markup out, double x, double y, String name) {
        double width = Lettering.width(name, LINE);
        double[][] corners = {
            {x + HALF + 2, y - LINE / 2},
            {x - HALF - 2 - width, y - LINE / 2},
            {x - width / 2, y - HALF - LINE - 1},
            {x - width / 2, y + HALF + 1},
            {x + HALF, y - HALF - LINE},
            {x + HALF, y + HALF},
            {x - HALF - width, y - HALF - LINE},
            {x - HALF - width, y + HALF}
        };
        for (double[] corner : corners) {
            Box box = new Box(corner[0], corner[1], corner[0] + width, corner[1] + LINE);
            if (free(box)) {
                taken.add(box);
                out.text(name, "text", "x", box.left, "y", box.bottom - 2);
                return;
            }
        }
    }

    private boolean free(Box box) {
        return frame.holds(box.left, box.top)
                && frame.holds(box.right, box.bottom)
                && taken.stream().noneMatch(box::meets);
    }
}
