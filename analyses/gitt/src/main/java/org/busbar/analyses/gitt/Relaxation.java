package org.busbar.analyses.gitt;

/**
 * How still the voltage is at the end of a rest.
 *
 * @param share the change in the last minute, or in all of a shorter rest, as a part of the change in the pulse
 */
record Relaxation(double share) {

    private static final double MINUTE = 60;

    static Relaxation of(Pulse pulse) {
        double[] time = pulse.recording().time();
        int sample = pulse.last();
        while (sample > pulse.restStep().from() && time[sample] > time[pulse.last()] - MINUTE) {
            sample--;
        }
        double change = pulse.voltage(pulse.last()) - pulse.voltage(sample);
        double all = pulse.voltage(pulse.lastLoaded()) - pulse.voltage(pulse.before());
        return new Relaxation(Math.abs(change / all));
    }

    /** The longer of the times without a sample at both changes of current, as a part of the pulse. */
    static double gap(Pulse pulse) {
        double[] time = pulse.recording().time();
        int rest = pulse.restStep().from();
        double first = time[pulse.from()] - time[pulse.before()];
        return Math.max(first, time[rest] - time[rest - 1]) / pulse.duration();
    }
}
