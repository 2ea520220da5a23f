package org.busbar.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.busbar.api.event.LabEvent.OptimizerSwapped;
import org.busbar.api.event.LabEvent.TrialSuggested;
import org.busbar.api.event.Recorded;

/**
 * The optimizer was exchanged.
 *
 * @param after how many trials had been suggested before
 */
record Swapped(int after, Instant time, String from, String to, String by) {

    /** The swaps among the events of one campaign, which are given oldest first. */
    static List<Swapped> of(List<Recorded> campaign) {
        List<Swapped> swaps = new ArrayList<>();
        int suggested = 0;
        for (Recorded recorded : campaign) {
            if (recorded.event() instanceof TrialSuggested) {
                suggested++;
            } else if (recorded.event() instanceof OptimizerSwapped swap) {
                swaps.add(new Swapped(suggested, swap.time(), swap.from(), swap.to(), swap.by()));
            }
        }
        return swaps;
    }
}
