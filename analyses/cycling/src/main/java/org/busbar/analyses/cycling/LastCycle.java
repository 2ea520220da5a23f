package org.busbar.analyses.cycling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells whether a recording ends within a half-cycle: it ends while a current flows, farther from the voltage at which
 * the halves of earlier cycles ended than 1 % of the voltage range.
 */
final class LastCycle {

    private static final double NEAR = 0.01;

    private LastCycle() {}

    /** What is known about the cut, for people; empty if the last cycle is whole or there is none to compare with. */
    static Optional<String> cut(Recording recording, Direction[] directions, List<Cycle> cycles) {
        Direction last = directions[directions.length - 1];
        if (last == Direction.REST || cycles.size() < 2) {
            return Optional.empty();
        }
        double[] ends = cycles.subList(0, cycles.size() - 1).stream()
                .filter(Cycle::full)
                .mapToDouble(cycle -> cycle.half(last).lastVoltage())
                .sorted()
                .toArray();
        return ends.length == 0 ? Optional.empty() : cut(recording, last, cycles.get(cycles.size() - 1), ends);
    }

    private static Optional<String> cut(Recording recording, Direction last, Cycle cycle, double[] ends) {
        double usual = ends[ends.length / 2];
        double missing = (usual - cycle.half(last).lastVoltage()) * (last == Direction.CHARGE ? 1 : -1);
        return missing <= NEAR * recording.voltageRange()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "truncated: the data end in %s of cycle %d at %.4g V, earlier ones at %.4g V",
                        last.name().toLowerCase(Locale.ROOT),
                        cycle.number(),
                        cycle.half(last).lastVoltage(),
                        usual));
    }
}
