package org.busbar.distribution.bench.studies.figure;

/** The rectangle that is drawn into; in pixels. */
record Frame(Axis across, Axis up, int left, int top, int width, int height) {

    double x(double value) {
        return left + bounded(across.share(value)) * width;
    }

    double y(double value) {
        return top + height - bounded(up.share(value)) * height;
    }

    /** What lies outside is drawn on the rim. */
    private static double bounded(double share) {
        return Math.max(0, Math.min(1, share));
    }

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }
}
