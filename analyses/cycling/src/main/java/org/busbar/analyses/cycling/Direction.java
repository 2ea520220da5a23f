package org.busbar.analyses.cycling;

/** Which way the current flows. */
enum Direction {
    CHARGE,
    DISCHARGE,
    REST;

    /** Of the largest current: what is not above it is offset and noise, unless the caller knows better. */
    private static final double REST_SHARE = 1e-3;

    /** What a current of {@code ampere} is where up to {@code rest}, A, counts as none. */
    static Direction of(double ampere, double rest) {
        if (Math.abs(ampere) <= rest) {
            return REST;
        }
        return ampere > 0 ? CHARGE : DISCHARGE;
    }

    /** The direction in each row. */
    static Direction[] of(Recording recording, double rest) {
        double[] current = recording.column(Recording.CURRENT);
        Direction[] directions = new Direction[current.length];
        for (int i = 0; i < current.length; i++) {
            directions[i] = of(current[i], rest);
        }
        return directions;
    }

    /** Up to which current, A, a row is rest: {@code given} if above 0, else a thousandth of the largest current. */
    static double restCurrent(Recording recording, double given) {
        return given > 0 ? given : REST_SHARE * recording.largestCurrent();
    }
}
