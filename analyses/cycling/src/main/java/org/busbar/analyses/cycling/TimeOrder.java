package org.busbar.analyses.cycling;

import java.util.Locale;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/**
 * How far rows are in order of time.
 *
 * @param falls rows whose time is before that of the row ahead of them
 * @param first position of the first of these; -1 if there is none
 * @param fallen by how much in all, s
 * @param span from the earliest to the latest row, s
 */
record TimeOrder(int falls, int first, double fallen, double span) {

    /** Above this share of the span it is another time that was given, such as that since the step began. */
    private static final double STRAY = 0.01;

    static TimeOrder of(double[] time) {
        int falls = 0;
        int first = -1;
        double fallen = 0;
        double earliest = time[0];
        double latest = time[0];
        for (int i = 1; i < time.length; i++) {
            if (time[i] < time[i - 1]) {
                first = falls == 0 ? i : first;
                falls++;
                fallen += time[i - 1] - time[i];
            }
            earliest = Math.min(earliest, time[i]);
            latest = Math.max(latest, time[i]);
        }
        return new TimeOrder(falls, first, fallen, latest - earliest);
    }

    Quality judge() {
        if (falls == 0) {
            return Quality.ok();
        }
        return Quality.ok()
                .flag(
                        fallen > STRAY * span ? Level.REJECTED : Level.SUSPICIOUS,
                        String.format(
                                Locale.ROOT,
                                "time_not_increasing: %d rows, first at position %d, %.4g s of %.4g s in all",
                                falls,
                                first,
                                fallen,
                                span));
    }
}
