package org.busbar.analyses.cycling;

import java.util.Arrays;
import java.util.Locale;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/**
 * Where the retention reaches a fraction.
 *
 * @param cycle one number, or none if the retention does not fall
 * @param uncertainty as many
 */
@SuppressWarnings("ArrayRecordComponent") // local to one call, never compared
record EndOfLife(double[] cycle, double[] uncertainty, Quality quality) {

    private static final int FEWEST_FOR_LINE = 5;
    /** Standard errors of the slope: a fall that is less certain is none. */
    private static final double CERTAIN = 3;

    /** The first crossing that is not taken back by the next cycle, else the extrapolated one. */
    static EndOfLife of(Retention retention, double fraction) {
        for (int i = 0; i < retention.size(); i++) {
            boolean stays = i + 1 == retention.size() || retention.fraction(i + 1) < fraction;
            if (retention.fraction(i) < fraction && stays) {
                return crossing(retention, fraction, i);
            }
        }
        return retention.size() < FEWEST_FOR_LINE ? none("fewer than 5 cycles") : extrapolated(retention, fraction);
    }

    /** Between the last cycle above and the first below. */
    private static EndOfLife crossing(Retention retention, double fraction, int below) {
        double[] cycles = retention.cycles();
        int above = below - 1;
        while (retention.fraction(above) < fraction) {
            above--;
        }
        double high = retention.fraction(above);
        double slope = (retention.fraction(below) - high) / (cycles[below] - cycles[above]);
        return new EndOfLife(
                new double[] {cycles[above] + (fraction - high) / slope},
                new double[] {Math.max(retention.uncertainty(above), retention.uncertainty(below)) / -slope},
                Quality.ok());
    }

    private static EndOfLife extrapolated(Retention retention, double fraction) {
        int from = Math.min(retention.size() / 2, retention.size() - FEWEST_FOR_LINE);
        double[] cycles = Arrays.copyOfRange(retention.cycles(), from, retention.size());
        StraightLine line =
                StraightLine.through(cycles, Arrays.copyOfRange(retention.fractions(), from, retention.size()));
        if (!(line.slope() < -CERTAIN * line.slopeError())) {
            return none(String.format(Locale.ROOT, "slope %.3g +- %.2g per cycle", line.slope(), line.slopeError()));
        }
        double end = line.where(fraction);
        String flag = String.format(
                Locale.ROOT,
                "extrapolated: end of life at cycle %.6g by a line through cycles %.0f to %.0f",
                end,
                cycles[0],
                cycles[cycles.length - 1]);
        return new EndOfLife(
                new double[] {end},
                new double[] {line.whereError(fraction)},
                Quality.ok().flag(Level.SUSPICIOUS, flag));
    }

    private static EndOfLife none(String why) {
        return new EndOfLife(new double[0], new double[0], Quality.ok().flag(Level.OK, "end_of_life_not_seen: " + why));
    }
}
