package org.busbar.distribution.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Provenance;

/**
 * Where the time of a campaign on scanning droplet cells went. What is done at the same time counts each for itself, so
 * the kinds may add up to more than the elapsed time.
 *
 * @param byKind wall time of all steps of a kind, and of all suggestions
 * @param trials how many were suggested
 * @param elapsed from the beginning to the end of the campaign
 */
record TimeBudget(Map<Kind, Duration> byKind, int trials, Duration elapsed) {

    /** What time goes into. */
    enum Kind {
        MOTION("moveToWaste", "moveToSample", "touchDown", "liftUp"),
        DROPLET_HANDLING("removeDroplet"),
        MEASUREMENT("measure"),
        /** From the moment when a new trial was possible to the moment when it was in the journal. */
        LEARNING,
        /** Steps that are none of the above. */
        OTHER;

        private final List<String> actions;

        Kind(String... actions) {
            this.actions = List.of(actions);
        }

        static Kind of(String action) {
            for (Kind kind : values()) {
                if (kind.actions.contains(action)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    TimeBudget {
        byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
    }

    /** Reads the events of a campaign that has ended, of its requests and of their runs in this lab. */
    static TimeBudget read(Journal journal, String campaign) {
        List<Recorded> all = new ArrayList<>(journal.of(campaign));
        for (Recorded recorded : List.copyOf(all)) {
            if (recorded.event() instanceof LabEvent.TrialSuggested suggested) {
                all.addAll(journal.of(suggested.request()));
                all.addAll(journal.of("run-" + suggested.request()));
            }
        }
        return of(all);
    }

    /**
     * The budget of one campaign.
     *
     * @param recorded every event of the campaign, its requests and its runs, in any order
     * @throws IllegalArgumentException if its beginning or its end is missing
     */
    static TimeBudget of(List<Recorded> recorded) {
        List<LabEvent> events = recorded.stream()
                .sorted(Comparator.comparingLong(Recorded::number))
                .map(Recorded::event)
                .toList();
        LabEvent.CampaignBegun begun = only(events, LabEvent.CampaignBegun.class);
        LabEvent.CampaignEnded ended = only(events, LabEvent.CampaignEnded.class);
        Map<Kind, Duration> byKind = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            byKind.put(kind, Duration.ZERO);
        }
        events.stream()
                .filter(LabEvent.StepEnded.class::isInstance)
                .map(event -> ((LabEvent.StepEnded) event).outcome().provenance())
                .forEach(step -> byKind.merge(Kind.of(step.capability()), lasted(step), Duration::plus));
        Learning learning = new Learning(begun);
        events.forEach(learning::hear);
        byKind.put(Kind.LEARNING, learning.total());
        return new TimeBudget(byKind, learning.trials(), Duration.between(begun.time(), ended.time()));
    }

    private static <E extends LabEvent> E only(List<LabEvent> events, Class<E> kind) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + kind.getSimpleName() + " among the "
                        + events.size() + " events: the budget is that of a campaign that has ended"));
    }

    private static Duration lasted(Provenance step) {
        return Duration.between(step.started(), step.ended());
    }

    /** Wall time that went into a kind, s. */
    double seconds(Kind kind) {
        return byKind.getOrDefault(kind, Duration.ZERO).toNanos() / 1e9;
    }

    /** The share of a kind in all kinds, 0 to 1; 0 if nothing took any time. */
    double share(Kind kind) {
        double all = 0;
        for (Kind one : Kind.values()) {
            all += seconds(one);
        }
        return all > 0 ? seconds(kind) / all : 0;
    }

    /** How many trials per second of elapsed time. */
    double rate() {
        return trials / (elapsed.toNanos() / 1e9);
    }
}
