package org.busbar.analyses.voltammetry;

import static org.busbar.api.analysis.Quality.Level.REJECTED;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.List;
import java.util.Locale;
import org.busbar.api.analysis.Quality;

/** Looks at cycles for the reasons to distrust the formula of a reversible, diffusing couple. */
record CycleJudgement(long electrons) {

    /** V, for one electron. */
    private static final double WIDEST = 0.070;

    private static final double LEAST_RATIO = 0.9;
    private static final double LARGEST_RATIO = 1.1;

    /** Whether the peaks are close enough for the formula of Randles and Sevcik. */
    boolean isReversible(Cycle cycle) {
        return cycle.separation() <= WIDEST / electrons;
    }

    Quality of(List<Sweep> sweeps, List<Peak> peaks, List<Cycle> cycles) {
        Quality quality = Quality.ok();
        for (Sweep sweep : sweeps) {
            if (Peaks.main(peaks, sweep.number()).isEmpty()) {
                quality = quality.flag(SUSPICIOUS, "no_peak: sweep " + sweep.number());
            }
        }
        if (peaks.isEmpty()) {
            quality = quality.flag(REJECTED, "no_peak: in none of " + sweeps.size() + " sweeps");
        }
        for (Cycle cycle : cycles) {
            quality = judged(quality, cycle);
        }
        return quality;
    }

    private Quality judged(Quality quality, Cycle cycle) {
        Quality judged = quality;
        if (!isReversible(cycle)) {
            judged = judged.flag(
                    SUSPICIOUS,
                    String.format(
                            Locale.ROOT,
                            "quasi_reversible: peaks of cycle %d are %.1f mV apart, at most %.1f mV allowed, no D",
                            cycle.number(),
                            1e3 * cycle.separation(),
                            1e3 * WIDEST / electrons));
        }
        return cycle.ratio() >= LEAST_RATIO && cycle.ratio() <= LARGEST_RATIO
                ? judged
                : judged.flag(
                        SUSPICIOUS,
                        String.format(
                                Locale.ROOT,
                                "peak_ratio: %.3f in cycle %d, outside %.1f to %.1f",
                                cycle.ratio(),
                                cycle.number(),
                                LEAST_RATIO,
                                LARGEST_RATIO));
    }
}
