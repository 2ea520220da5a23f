package org.busbar.analyses.files;

import java.util.Arrays;
import java.util.Locale;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/** Finds currents that were rounded to nothing. */
final class RoundingCheck {

    static final String FLAG = "resolution_lost";

    /** A cell at rest relaxes by less. */
    private static final double REST_VOLTS = 0.1;

    private RoundingCheck() {}

    /** Flags {@code resolution_lost} (suspicious) if the current is 0 in all rows while the voltage moves by above .1 V. */
    static Quality quality(CyclerTable table) {
        double[] voltage = table.column(CyclerColumn.VOLTAGE);
        double low = Arrays.stream(voltage).min().orElse(0);
        double high = Arrays.stream(voltage).max().orElse(0);
        boolean still = Arrays.stream(table.column(CyclerColumn.CURRENT)).allMatch(ampere -> ampere == 0);
        return still && high - low > REST_VOLTS
                ? Quality.ok().flag(Level.SUSPICIOUS, text(low, high, table.size()))
                : Quality.ok();
    }

    private static String text(double low, double high, int rows) {
        return String.format(
                Locale.ROOT,
                "%s: current is 0 A in all %d rows while the voltage goes from %.3f to %.3f V, so no capacity is given",
                FLAG,
                rows,
                low,
                high);
    }
}
