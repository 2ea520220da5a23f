package org.busbar.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.LabEvent;
import org.busbar.api.optimize.Space;

/** All that the journal says of one campaign, event by event. Not safe for use by many threads. */
final class Ledger {

    private final String id;
    private final Campaign begun;
    private final Instant since;
    private final Merit merit;
    private final TrialLog trials = new TrialLog();
    private final Course course;
    private final Turns turns;
    private final Shadowing shadowing = new Shadowing();
    private Space space;

    Ledger(LabEvent.CampaignBegun event) {
        this.id = event.campaign();
        this.begun = event.begun();
        this.since = event.time();
        this.merit = new Merit(begun);
        this.course = new Course(id);
        this.turns = new Turns(begun);
        this.space = begun.problem().space();
    }

    /** Takes in an event of the campaign itself. */
    void take(LabEvent event) {
        if (event instanceof LabEvent.TrialSuggested suggested) {
            trials.suggested(suggested);
        } else if (event instanceof LabEvent.OptimizerSwapped swapped) {
            turns.swapped(swapped);
        } else if (event instanceof LabEvent.Respaced respaced) {
            space = respaced.space();
        } else if (event instanceof LabEvent.Shadowed shadowed) {
            shadowing.shadowed(shadowed);
        } else if (event instanceof LabEvent.ShadowAnswered answered) {
            shadowing.answered(answered.answer());
        } else {
            course.replay(event);
        }
    }

    /** Takes in how a request ended or what became of its result; true if it belongs to a trial and is news. */
    boolean hear(LabEvent event) {
        if (event instanceof LabEvent.Resolved resolved) {
            return trials.ended(
                    resolved.request(), Trial.State.DONE, resolved.result().outputs(), "");
        }
        if (event instanceof LabEvent.Unresolved unresolved) {
            boolean retracted = unresolved.state() != Request.State.FAILED;
            Trial.State how = retracted ? Trial.State.ABANDONED : Trial.State.FAILED;
            return trials.ended(unresolved.request(), how, Values.none(), unresolved.reason());
        }
        if (event instanceof LabEvent.Amended amended) {
            return trials.corrected(amended.request(), amended.result().outputs());
        }
        return event instanceof LabEvent.Deleted deleted
                && trials.withdrawn(deleted.request(), "its result was deleted: " + deleted.reason());
    }

    String id() {
        return id;
    }

    /** The campaign in the space of now. */
    Campaign campaign() {
        return begun.in(space);
    }

    TrialLog trials() {
        return trials;
    }

    Course course() {
        return course;
    }

    Turns turns() {
        return turns;
    }

    Shadowing shadowing() {
        return shadowing;
    }

    /** The next question as soon as there is room for a trial; empty till then. */
    Optional<Asked> due() {
        return trials.withheld(begun).map(this::asked);
    }

    /** What would be asked now, room or not. */
    Asked now() {
        return asked(trials.pending());
    }

    private Asked asked(List<Integer> pending) {
        return new Asked(
                turns.optimizer(), trials.question(campaign(), pending, turns.settings(), trials.seed(begun)), pending);
    }

    /** Which trial reached the target, as a sentence; empty if none did. */
    Optional<String> reached() {
        return merit.reached(trials.ended());
    }

    Standing standing() {
        return new Standing(
                id,
                begun,
                course.state(),
                turns.optimizer(),
                course.detail(),
                since,
                trials.all(),
                merit.best(trials.all()),
                turns.settings(),
                space,
                shadowing.shadow());
    }
}
