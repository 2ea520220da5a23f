package org.busbar.rest;

import java.time.Instant;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A run with what came of it, as told by its events, and one page of its steps.
 *
 * @param flag what is special about its end
 * @param step the step it is at; empty before the first and after the last
 * @param reason why it ended as it did, or what it does or waits for
 * @param doing every step under way just now
 * @param orders what it was told, oldest first
 * @param stepCount how many attempts at steps there are in all
 * @param steps a page of the attempts, oldest first; the next page comes after the number of the last one
 */
record RunView(
        String id,
        Run.State state,
        Run.Flag flag,
        String step,
        String reason,
        String askedBy,
        int priority,
        Instant begun,
        @Nullable Instant ended,
        Sequence sequence,
        Values inputs,
        Values outputs,
        List<Doing> doing,
        List<Given> orders,
        long stepCount,
        List<Attempt> steps) {

    /** @param expected how long it should take, in seconds; 0 if not known or still waiting */
    record Doing(String step, String detail, Instant since, double expected) {

        static Doing of(Progress.Activity activity) {
            return new Doing(activity.step(), activity.detail(), activity.since(), Span.seconds(activity.expected()));
        }
    }

    /** @param step the path of the step it was for; empty for the whole run */
    record Given(Instant time, Verb verb, String step, String by, String reason, boolean force) {

        static Given of(LabEvent.RunOrdered e) {
            Order order = e.order();
            return new Given(e.time(), order.verb(), order.step(), order.by(), order.reason(), order.force());
        }
    }

    /** This run as far as the orchestrator says it has come. */
    RunView at(Progress progress) {
        return new RunView(
                id,
                progress.state(),
                flag,
                progress.step(),
                progress.detail(),
                askedBy,
                priority,
                begun,
                ended,
                sequence,
                inputs,
                outputs,
                progress.doing().stream().map(Doing::of).toList(),
                orders,
                stepCount,
                steps);
    }
}
