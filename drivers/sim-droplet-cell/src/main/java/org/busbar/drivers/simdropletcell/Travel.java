package org.busbar.drivers.simdropletcell;

/**
 * One axis going from one place to another: as fast as it may speed up, on at its highest velocity if the way is long
 * enough, and as fast as it may slow down (trapezoidal velocity profile).
 *
 * <p>With distance d, velocity v and acceleration a it takes d/v + v/a if d reaches v²/a, else 2 √(d/a).
 *
 * @param from mm
 * @param to mm
 * @param velocity the highest, mm/s, above 0
 * @param acceleration mm/s², above 0
 */
record Travel(double from, double to, double velocity, double acceleration) {

    /** How long it takes, s. */
    double seconds() {
        double distance = Math.abs(to - from);
        return distance == 0 ? 0 : distance / peak() + peak() / acceleration;
    }

    /** Where it is {@code seconds} after the start, mm; at its end if that is later. */
    double at(double seconds) {
        double left = seconds() - seconds;
        if (left <= 0) {
            return to;
        }
        double distance = Math.abs(to - from);
        double gone = Math.min(seconds, left) < ramp()
                ? rampUp(Math.min(seconds, left))
                : rampUp(ramp()) + peak() * (Math.min(seconds, left) - ramp());
        return from + Math.signum(to - from) * (seconds <= left ? gone : distance - gone);
    }

    /** The velocity it reaches, mm/s. */
    private double peak() {
        return Math.min(velocity, Math.sqrt(Math.abs(to - from) * acceleration));
    }

    private double ramp() {
        return peak() / acceleration;
    }

    private double rampUp(double seconds) {
        return acceleration * seconds * seconds / 2;
    }
}
