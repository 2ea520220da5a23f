package org.busbar.distribution.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.event.LabEvent;

/** Adds up how long each suggestion of a campaign took since it was possible. Not safe for use by many threads. */
final class Learning {

    private final Campaign campaign;
    private final Deque<Instant> rooms = new ArrayDeque<>(); // since when there is room for one more trial each
    private final Map<String, Integer> open = new HashMap<>(); // the place of a trial by its request
    private final List<Instant> ends = new ArrayList<>(); // by the place of the trial
    private Instant last;
    private Duration total = Duration.ZERO;

    Learning(LabEvent.CampaignBegun begun) {
        campaign = begun.begun();
        last = begun.time();
        rooms.addAll(Collections.nCopies(campaign.parallel(), begun.time()));
    }

    /** Is told of the events of the campaign and its requests in their order; others leave it alone. */
    void hear(LabEvent event) {
        if (event instanceof LabEvent.Resolved || event instanceof LabEvent.Unresolved) {
            ended(event);
        } else if (event instanceof LabEvent.TrialSuggested suggested) {
            suggested(suggested);
        }
    }

    private void ended(LabEvent event) {
        Integer place = open.remove(event.subject());
        if (place != null) {
            rooms.add(event.time());
            ends.set(place, event.time());
        }
    }

    /** Suggestions are made one after the other, so one is possible when there is room and the last one is made. */
    private void suggested(LabEvent.TrialSuggested suggested) {
        Instant room = rooms.remove();
        Instant possible = later(last, campaign.reproducible() ? awaited() : room);
        total = total.plus(Duration.between(possible, suggested.time()));
        last = suggested.time();
        open.put(suggested.request(), ends.size());
        ends.add(suggested.time());
    }

    /** When the trials had ended that the next suggestion of a reproducible campaign is made from. */
    private Instant awaited() {
        int known = Math.max(0, ends.size() + 1 - campaign.parallel());
        return ends.subList(0, known).stream().reduce(last, Learning::later);
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    Duration total() {
        return total;
    }

    int trials() {
        return ends.size();
    }
}
