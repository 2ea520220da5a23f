package org.busbar.forecast;

/** Bounds how much is worked out, so that a loop of countless passes ends too. */
final class Effort {

    private final long limit;
    private long spent;

    /** @param limit how many moves are made: each step, and each end of a list of steps, is one */
    Effort(long limit) {
        this.limit = limit;
    }

    /** Makes one more move; false if there have been enough. */
    boolean move() {
        return ++spent <= limit;
    }

    boolean isExhausted() {
        return spent > limit;
    }

    long limit() {
        return limit;
    }
}
