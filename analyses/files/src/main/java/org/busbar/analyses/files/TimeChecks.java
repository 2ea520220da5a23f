package org.busbar.analyses.files;

import java.util.Locale;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/** Finds steps back in time, and clocks that were set, in cycling data. */
final class TimeChecks {

    /** A clock of whole seconds, read a moment before or after the sample. */
    private static final double CLOCK_SECONDS = 2;

    private TimeChecks() {}

    /**
     * Flags {@code time_not_increasing} (suspicious) where test time goes back, and {@code clock_jump} where clock time
     * goes on by 2 s, and twice the smallest step that the clock shows, more or less than test time does.
     */
    static Quality quality(CyclerTable table) {
        double[] time = table.column(CyclerColumn.TEST_TIME);
        return back(time).and(jumps(time, table.column(CyclerColumn.UNIX_TIME)));
    }

    private static Quality back(double[] time) {
        int count = 0;
        int first = 0;
        for (int i = 1; i < time.length; i++) {
            if (time[i] < time[i - 1]) {
                first = count++ == 0 ? i : first;
            }
        }
        return count == 0
                ? Quality.ok()
                : Quality.ok()
                        .flag(
                                Level.SUSPICIOUS,
                                "time_not_increasing: test time goes back " + count + " times, first at row "
                                        + (first + 1));
    }

    private static Quality jumps(double[] time, double[] clock) {
        double allowed = CLOCK_SECONDS + 2 * smallestStep(clock);
        int count = 0;
        int first = 0;
        for (int i = 1; i < clock.length; i++) {
            if (Math.abs(excess(time, clock, i)) > allowed) {
                first = count++ == 0 ? i : first;
            }
        }
        return count == 0 ? Quality.ok() : Quality.ok().flag(Level.OK, text(count, first, excess(time, clock, first)));
    }

    private static String text(int count, int first, double excess) {
        return String.format(
                Locale.ROOT,
                "clock_jump: %d, first by %.0f s at row %d%s",
                count,
                excess,
                first + 1,
                ", so order by test time");
    }

    private static double excess(double[] time, double[] clock, int row) {
        return clock[row] - clock[row - 1] - (time[row] - time[row - 1]);
    }

    private static double smallestStep(double[] clock) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < clock.length; i++) {
            double step = Math.abs(clock[i] - clock[i - 1]);
            smallest = step > 0 ? Math.min(smallest, step) : smallest;
        }
        return Double.isInfinite(smallest) ? 0 : smallest;
    }
}
