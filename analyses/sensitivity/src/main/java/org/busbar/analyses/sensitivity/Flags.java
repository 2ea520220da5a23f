package org.busbar.analyses.sensitivity;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.busbar.api.analysis.Quality;

/** Words flags about many inputs so that they stay short and readable. */
final class Flags {

    private static final int MOST = 8;

    private Flags() {}

    /** {@code quality} with a flag that lists what was found, at most eight of them; the same if nothing was. */
    static Quality add(Quality quality, Quality.Level atBest, String word, List<String> found) {
        if (found.isEmpty()) {
            return quality;
        }
        String more = found.size() > MOST ? " and " + (found.size() - MOST) + " more" : "";
        String listed = String.join(", ", found.subList(0, Math.min(MOST, found.size())));
        return quality.flag(atBest, word + ": " + listed.replace(';', ',') + more);
    }

    /** An interval, as in {@code ST of x1 from 0.42 to 0.61}. */
    static String interval(String what, double low, double high) {
        return String.format(Locale.ROOT, "%s from %.2g to %.2g", what, low, high);
    }

    /** {@code quality} with a flag about the numbers that may as well be 0. */
    static Quality zeros(Quality quality, String measure, List<String> names, Estimates estimates) {
        List<String> found = IntStream.range(0, names.size())
                .filter(estimates::coversZero)
                .mapToObj(i -> interval(
                        measure + " of " + names.get(i),
                        estimates.low()[i],
                        estimates.high()[i]))
                .toList();
        return add(quality, Quality.Level.OK, "not_identifiable", found);
    }
}
