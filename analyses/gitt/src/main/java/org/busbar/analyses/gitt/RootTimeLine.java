package org.busbar.analyses.gitt;

import java.util.Optional;

/**
 * The line through the voltages of a window against the root of time.
 *
 * @param origin s, where time counts from
 * @param slope V/s<sup>1/2</sup>
 * @param intercept V
 */
record RootTimeLine(double origin, double slope, double intercept) {

    private static final int FEWEST = 5;
    /** s; clocks of cyclers are coarser. */
    private static final double CLOCK = 1e-6;

    /** The line; empty if the window has fewer than five samples. */
    static Optional<RootTimeLine> of(Pulse pulse, Settings settings) {
        int[] samples = settings.protocol().samples(pulse);
        double[] time = pulse.recording().time();
        double origin = settings.is(Method.AMPWORKS)
                ? time[samples[0]]
                : settings.protocol().start(pulse);
        int from = samples[0];
        while (from < samples[1] && time[from] - origin < settings.windowStart() - CLOCK) {
            from++;
        }
        int to = from;
        while (to < samples[1] && time[to] - origin <= settings.windowEnd() + CLOCK) {
            to++;
        }
        return to - from < FEWEST ? Optional.empty() : line(pulse, origin, from, to);
    }

    private static Optional<RootTimeLine> line(Pulse pulse, double origin, int from, int to) {
        double[] ones = new double[to - from];
        double[] roots = new double[to - from];
        double[] voltage = new double[to - from];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = 1;
            roots[i] = Math.sqrt(Math.max(0, pulse.recording().time()[from + i] - origin));
            voltage[i] = pulse.voltage(from + i);
        }
        return LeastSquares.of(voltage, ones, roots)
                .map(f -> new RootTimeLine(origin, f.coefficients()[1], f.coefficients()[0]));
    }

    /** V at the root of a time since the origin. */
    double at(double root) {
        return intercept + slope * root;
    }
}
