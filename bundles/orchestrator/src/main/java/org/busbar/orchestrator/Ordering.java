package org.busbar.orchestrator;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Verb;

/** Carries out what a run is told. */
final class Ordering {

    private static final Set<Verb> ENDING = Set.of(Verb.CANCEL, Verb.STOP, Verb.ABORT, Verb.HALT);

    private final RunExecution execution;
    private final Run run;
    private final RunControl control;

    Ordering(RunExecution execution) {
        this.execution = execution;
        this.run = execution.definition();
        this.control = execution.control();
    }

    /**
     * Does it and writes it down. What ends a run is done first: it must work also when the journal does not.
     *
     * @throws IllegalArgumentException if it cannot be done; nothing was changed
     */
    synchronized void carryOut(Order order, Journal journal) {
        requireOwner(order);
        LabEvent event = new LabEvent.RunOrdered(Instant.now(), run.id(), order);
        if (!order.step().isEmpty()) {
            carryOutOnStep(order);
            journal.append(event);
        } else if (ENDING.contains(order.verb())) {
            if (end(order)) {
                journal.append(event);
            }
        } else if (isNews(order.verb())) {
            requirePausable(order.verb());
            journal.append(event);
            pauseOrResume(order.verb());
        }
    }

    private void requireOwner(Order order) {
        if (ENDING.contains(order.verb()) && !order.force() && !order.by().equals(run.askedBy())) {
            throw new IllegalArgumentException("Run " + run.id() + " is " + run.askedBy() + "'s, not " + order.by()
                    + "'s: to " + word(order.verb()) + " it all the same, say so with force");
        }
    }

    private static String word(Verb verb) {
        return verb.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** Ends the run; false if it was told that, or worse, before. */
    boolean end(Order order) {
        String reason = (order.verb() == Verb.STOP
                        ? "stopped early by "
                        : order.verb() == Verb.CANCEL
                                ? "cancelled by "
                                : order.verb() == Verb.HALT ? "halted by " : "aborted by ")
                + Orders.told(order);
        if (order.verb() == Verb.CANCEL) {
            return cancel(reason);
        }
        if (order.verb() == Verb.ABORT && control.isCleaning()) {
            throw new IllegalArgumentException("Run " + run.id()
                    + " is cleaning up already: wait for that, or halt it, which leaves its devices as they are");
        }
        return control.tell(RunControl.Mode.valueOf(order.verb().name()), reason);
    }

    private boolean cancel(String reason) {
        if (control.mode() != RunControl.Mode.GO) {
            return false;
        }
        synchronized (control) {
            if (control.hasBegun()) {
                throw new IllegalArgumentException(
                        "Run " + run.id() + " has begun and cannot be cancelled any more: stop or abort it");
            }
            execution.cancel();
            return control.tell(RunControl.Mode.ABORT, reason);
        }
    }

    private boolean isNews(Verb verb) {
        boolean paused = control.isPaused();
        return verb == Verb.RESUME
                ? paused
                : !paused || verb == Verb.PAUSE_NOW && !control.flights().isEmpty();
    }

    private void requirePausable(Verb verb) {
        if (verb != Verb.RESUME && control.mode() != RunControl.Mode.GO) {
            throw new IllegalArgumentException("Run " + run.id() + " is ending and cannot be paused any more");
        }
        if (verb == Verb.PAUSE_NOW) {
            List<String> stubborn = control.flights().stream()
                    .filter(flight -> !flight.canPause())
                    .map(Flight::path)
                    .toList();
            if (!stubborn.isEmpty()) {
                throw new IllegalArgumentException("Run " + run.id() + " cannot be paused now: step " + stubborn
                        + " can neither be paused in the middle nor be done twice; pause it, which lets it finish,"
                        + " or abort it");
            }
        }
    }

    private void pauseOrResume(Verb verb) {
        if (verb == Verb.RESUME) {
            control.resume();
            control.flights().forEach(flight -> signal(flight, Verb.RESUME));
        } else {
            control.pause();
            if (verb == Verb.PAUSE_NOW) {
                control.flights().forEach(flight -> signal(flight, verb));
            }
        }
    }

    private void signal(Flight flight, Verb verb) {
        try {
            if (verb == Verb.RESUME) {
                flight.resume();
            } else {
                flight.pause();
            }
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Step " + flight.path() + " of run " + run.id() + " did not " + word(verb) + ": " + e, e);
        }
    }

    private void carryOutOnStep(Order order) {
        String step = order.step();
        Flight flight = control.flight(step);
        if (order.verb() == Verb.CANCEL) {
            if (!control.cancel(step, "cancelled by " + Orders.told(order))) {
                throw new IllegalArgumentException("Step " + step + " of run " + run.id()
                        + " does not wait for a device; only a step that waits can be cancelled");
            }
        } else if (flight == null) {
            throw new IllegalArgumentException("Step " + step + " of run " + run.id() + " is not at work");
        } else if (order.verb() == Verb.ABORT) {
            flight.abort(order);
        } else if (order.verb() == Verb.PAUSE_NOW && flight.canPause() || order.verb() == Verb.RESUME) {
            signal(flight, order.verb());
        } else {
            throw new IllegalArgumentException("Step " + step + " of run " + run.id() + " cannot " + word(order.verb())
                    + ": a step can be cancelled while it waits, aborted, and, if its device can or it may be repeated,"
                    + " paused now and resumed");
        }
    }
}
