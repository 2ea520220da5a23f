package org.busbar.analyses.gitt;

import java.util.List;
import java.util.Optional;

/** How fast the voltage at the end of the rests moves, in V/s: per time of current, or of the clock. */
final class Drift {

    private final List<Pulse> pulses;
    private final Protocol protocol;
    private final boolean wall;

    Drift(List<Pulse> pulses, Settings settings) {
        this.pulses = pulses;
        this.protocol = settings.protocol();
        this.wall = settings.wall() || (settings.is(Method.AMPWORKS) && protocol == Protocol.ICI);
    }

    /** At the pulse of that index; empty if there is no rest to compare with. */
    Optional<Double> at(int index) {
        return protocol == Protocol.GITT ? across(pulses.get(index)) : around(index);
    }

    private Optional<Double> across(Pulse pulse) {
        if (pulse.before() == pulse.from()) {
            return Optional.empty();
        }
        double[] time = pulse.recording().time();
        double seconds = wall ? time[pulse.last()] - time[pulse.before()] : pulse.duration();
        return Optional.of((pulse.voltage(pulse.last()) - pulse.voltage(pulse.before())) / seconds);
    }

    private Optional<Double> around(int index) {
        int from = index > 0 && alike(index - 1, index) ? index - 1 : index;
        int to = index + 1 < pulses.size() && alike(index, index + 1) ? index + 1 : index;
        return from == to ? Optional.empty() : Optional.of(between(from, to));
    }

    private boolean alike(int one, int next) {
        return pulses.get(one).charges() == pulses.get(next).charges();
    }

    private double between(int from, int to) {
        Pulse first = pulses.get(from);
        Pulse last = pulses.get(to);
        double[] time = first.recording().time();
        double seconds = wall ? time[last.last()] - time[first.last()] : loaded(from, to);
        return (last.voltage(last.last()) - first.voltage(first.last())) / seconds;
    }

    private double loaded(int from, int to) {
        double seconds = 0;
        for (int i = from + 1; i <= to; i++) {
            seconds += pulses.get(i).duration();
        }
        return seconds;
    }
}
