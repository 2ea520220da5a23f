package org.busbar.analyses.cycling;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/**
 * What was found in a recording.
 *
 * @param flowing the cycles in which a current flows
 * @param cut what is known about a last cycle that is cut off
 * @param full those with a whole charge and a whole discharge
 */
record CyclingResult(
        Recording recording,
        Cycles cycles,
        List<Cycle> flowing,
        Optional<String> cut,
        List<Cycle> full,
        Throughput charge,
        Throughput discharge) {

    static CyclingResult of(Recording recording, Direction[] directions, Cycles cycles, Accuracy accuracy) {
        List<Cycle> flowing = cycles.all().stream()
                .filter(c -> c.charge().flowed() || c.discharge().flowed())
                .toList();
        Optional<String> cut = LastCycle.cut(recording, directions, flowing);
        List<Cycle> full = flowing.stream()
                .limit(flowing.size() - (cut.isPresent() ? 1 : 0))
                .filter(Cycle::full)
                .toList();
        return new CyclingResult(
                recording,
                cycles,
                flowing,
                cut,
                full,
                Throughput.of(Direction.CHARGE, flowing, accuracy),
                Throughput.of(Direction.DISCHARGE, flowing, accuracy));
    }

    /** The columns that have a row per cycle. */
    Values table(Accuracy accuracy) {
        return CycleTable.of(flowing, accuracy)
                .with(CycleTable.counters(flowing, recording))
                .with(CycleTable.full(full, accuracy));
    }

    Quality quality() {
        return CyclingQuality.resolution(recording)
                .and(CyclingQuality.passed(cycles.all()))
                .and(cut.map(flag -> Quality.ok().flag(Level.OK, flag)).orElse(Quality.ok()))
                .and(CyclingQuality.efficiency(full))
                .and(CyclingQuality.boundaries(cycles, throughput()))
                .and(recording.has(Recording.CHARGE_COUNTER) ? charge.judge(throughput()) : Quality.ok())
                .and(recording.has(Recording.DISCHARGE_COUNTER) ? discharge.judge(throughput()) : Quality.ok());
    }

    private double throughput() {
        return charge.integral() + discharge.integral();
    }
}
