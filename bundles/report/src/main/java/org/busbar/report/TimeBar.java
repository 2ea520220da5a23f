package org.busbar.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bar of the plot of times: a kind of step, or idleness.
 *
 * @param seconds the total time taken
 * @param text what is written beside the bar
 * @param lab how long it takes in a real laboratory, in s; null if that was not told
 * @param labText what is written beside the bar of the lab time
 */
record TimeBar(String name, double seconds, String text, @Nullable Double lab, String labText, boolean idle) {

    /** A bar per kind of step and one for idleness. */
    static List<TimeBar> of(TimeBudget time) {
        List<TimeBar> bars = new ArrayList<>();
        for (TimeBudget.Kind kind : time.kinds()) {
            String labText = kind.lab() == null ? "" : Numbers.duration(kind.lab());
            bars.add(new TimeBar(
                    kind.step(), kind.total(), text(kind.total(), kind.share()), kind.lab(), labText, false));
        }
        double idle = time.elapsed() - time.busy();
        bars.add(new TimeBar("idle", idle, text(idle, time.idleShare()), null, "", true));
        return bars;
    }

    private static String text(double seconds, double share) {
        return Numbers.duration(seconds) + " (" + Numbers.percent(share) + ")";
    }
}
