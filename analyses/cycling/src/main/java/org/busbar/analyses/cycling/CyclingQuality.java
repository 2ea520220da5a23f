package org.busbar.analyses.cycling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/** The flags of a recording and its cycles. */
final class CyclingQuality {

    private static final double HIGHEST_EFFICIENCY = 1.002;
    private static final double UNSAMPLED_SHARE = 0.001;
    private static final double UNSAMPLED_TOO_MUCH = 0.01;
    /** V; a cell at rest hardly moves farther. */
    private static final double BEYOND_REST = 0.5;

    private CyclingQuality() {}

    /** A clock that does not run as the test time, by more than {@code tolerance}, s, between two rows. */
    static Quality clock(Recording recording, double tolerance) {
        double[] clock = recording.column(Recording.CLOCK);
        double[] time = recording.column(Recording.TIME);
        int jumps = 0;
        double largest = 0;
        for (int i = 1; i < clock.length; i++) {
            double jump = clock[i] - clock[i - 1] - (time[i] - time[i - 1]);
            jumps += Math.abs(jump) > tolerance ? 1 : 0;
            largest = Math.abs(jump) > Math.abs(largest) ? jump : largest;
        }
        return jumps == 0
                ? Quality.ok()
                : flag(Level.OK, "clock_jump: %d, the largest by %.6g s, not used: test time counts", jumps, largest);
    }

    /** A column that is constant while another shows that it cannot be. */
    static Quality resolution(Recording recording) {
        double range = recording.voltageRange();
        double current = recording.largestCurrent();
        if (current == 0 && range > BEYOND_REST) {
            return flag(Level.REJECTED, "resolution_lost: current is 0 A throughout, voltage moves by %.4g V", range);
        }
        return current > 0 && range == 0
                ? flag(Level.REJECTED, "resolution_lost: voltage is constant, current is up to %.4g A", current)
                : Quality.ok();
    }

    /** Cycles that have no efficiency. */
    static Quality passed(List<Cycle> cycles) {
        List<Cycle> idle = cycles.stream()
                .filter(c -> !c.charge().flowed() && !c.discharge().flowed())
                .toList();
        List<Cycle> half = cycles.stream()
                .filter(c -> c.charge().flowed() != c.discharge().flowed())
                .toList();
        return listed("no_charge_passed", idle, cycles).and(listed("half_cycle", half, cycles));
    }

    private static Quality listed(String word, List<Cycle> some, List<Cycle> all) {
        if (some.isEmpty()) {
            return Quality.ok();
        }
        long[] first = some.stream().limit(5).mapToLong(Cycle::number).toArray();
        return flag(Level.OK, "%s: %d of %d cycles, first %s", word, some.size(), all.size(), Arrays.toString(first));
    }

    /** More taken out than put in. */
    static Quality efficiency(List<Cycle> full) {
        List<Cycle> high = full.stream()
                .filter(cycle -> cycle.coulombicEfficiency() > HIGHEST_EFFICIENCY)
                .toList();
        return high.isEmpty()
                ? Quality.ok()
                : flag(
                        Level.SUSPICIOUS,
                        "efficiency_above_one: %d of %d cycles, first %.5f in cycle %d",
                        high.size(),
                        full.size(),
                        high.get(0).coulombicEfficiency(),
                        high.get(0).number());
    }

    /** Changes of the current between two rows, where they are more than .1 % of the charge. */
    static Quality boundaries(Cycles cycles, double throughput) {
        return cycles.atUnsampled() <= UNSAMPLED_SHARE * throughput
                ? Quality.ok()
                : flag(
                        cycles.atUnsampled() > UNSAMPLED_TOO_MUCH * throughput ? Level.SUSPICIOUS : Level.OK,
                        "step_boundary_without_sample: %d, up to %.3g A.h of %.6g A.h are uncertain",
                        cycles.unsampled(),
                        cycles.atUnsampled(),
                        throughput);
    }

    private static Quality flag(Level level, String format, Object... numbers) {
        return Quality.ok().flag(level, String.format(Locale.ROOT, format, numbers));
    }
}
