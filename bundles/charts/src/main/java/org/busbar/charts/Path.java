package org.busbar.charts;

/** The data of an SVG path through points; a NaN interrupts it, and what falls on the same spot is drawn once. */
final class Path {

    private final StringBuilder data = new StringBuilder();
    private String last = "";
    private boolean begun;
    private boolean alone;

    Path to(double x, double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            interrupt();
            return this;
        }
        String spot = Markup.pixels(far(x)) + " " + Markup.pixels(far(y));
        if (!begun) {
            data.append('M').append(spot);
            alone = true;
        } else if (!spot.equals(last)) {
            data.append('L').append(spot);
            alone = false;
        }
        begun = true;
        last = spot;
        return this;
    }

    /** The next point begins a new stretch; a stretch of one point is a dot. */
    void interrupt() {
        if (begun && alone) {
            data.append("h0.01");
        }
        begun = false;
    }

    String data() {
        interrupt();
        return data.toString();
    }

    /** Viewers do not take any number. */
    private static double far(double pixels) {
        return Math.max(-1e5, Math.min(1e5, pixels));
    }
}
