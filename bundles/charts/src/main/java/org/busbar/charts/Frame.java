package org.busbar.charts;

/**
 * The rectangle in which numbers are drawn, in pixels of the picture.
 *
 * @param picture the name of the chart, from which the names of clips and hatches are made
 */
record Frame(String picture, Domains domains, double left, double top, double width, double height) {

    double x(double number) {
        return left + width * domains.x().place(number);
    }

    double y(double number) {
        return top + height * (1 - domains.y().place(number));
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** The middle of the row of that name, counted from the top. */
    double row(int index) {
        return top + rowHeight() * (index + 0.5);
    }

    double rowHeight() {
        return height / Math.max(1, domains.names().size());
    }

    boolean holds(double x, double y) {
        return x >= left - 0.5 && x <= right() + 0.5 && y >= top - 0.5 && y <= bottom() + 0.5;
    }
}
