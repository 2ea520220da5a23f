package org.busbar.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Verb;

/** The runs that measure the trials of one campaign in this lab, and which were told. Safe for use by many threads. */
final class OpenRuns {

    /** What a run says of who asked for it, before the id of the request. */
    static final String ASKED_BY = "request:";

    private final String campaign;
    private final Supplier<Optional<Orchestrator>> orchestrator;
    private final Set<String> told = new HashSet<>(); // guarded by this
    private long lastSeen = System.nanoTime(); // guarded by this

    /** @param orchestrator the one of this lab; empty while there is none, and then no run is seen */
    OpenRuns(String campaign, Supplier<Optional<Orchestrator>> orchestrator) {
        this.campaign = campaign;
        this.orchestrator = orchestrator;
    }

    /** Has every run told anew. */
    synchronized void forget() {
        told.clear();
        lastSeen = System.nanoTime();
    }

    /** Whether no run has been seen for that long. */
    synchronized boolean isQuietFor(Duration time) {
        return System.nanoTime() - lastSeen >= time.toNanos();
    }

    /**
     * Passes an order on to each open run for one of these requests that has not heard it.
     *
     * @return which runs cannot do so, a sentence each; what cannot pause now is told to pause
     */
    synchronized List<String> tell(Order order, Collection<String> requests) {
        List<String> refusals = new ArrayList<>();
        orchestrator.get().ifPresent(lab -> {
            for (String run : open(lab, requests)) {
                lastSeen = System.nanoTime();
                if (!told.contains(run)) {
                    tell(lab, run, order).ifPresent(refusals::add);
                    told.add(run);
                }
            }
        });
        return refusals;
    }

    /** Has each open run for one of these requests go on. */
    void wake(Order order, Collection<String> requests) {
        tell(new Order(Verb.RESUME, order.by(), order.reason(), order.force()), requests);
    }

    private static List<String> open(Orchestrator lab, Collection<String> requests) {
        return lab.open().stream()
                .map(Progress::run)
                .filter(run -> run.askedBy().startsWith(ASKED_BY)
                        && requests.contains(run.askedBy().substring(ASKED_BY.length())))
                .map(run -> run.id())
                .toList();
    }

    private Optional<String> tell(Orchestrator lab, String run, Order order) {
        try {
            lab.order(run, asOurs(order));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            String refusal = "run " + run + " refused to " + word(order.verb()) + ": " + e.getMessage();
            return order.verb() == Verb.PAUSE_NOW
                    ? Optional.of(tell(lab, run, new Order(Verb.PAUSE, order.by(), order.reason(), order.force()))
                            .map(more -> refusal + "; " + more)
                            .orElse(refusal + "; it pauses when its step has ended"))
                    : Optional.of(refusal);
        }
    }

    /** The runs belong to the campaign, so whoever may tell the campaign may tell them. */
    private Order asOurs(Order order) {
        String reason = "campaign " + campaign + (order.reason().isEmpty() ? "" : ": " + order.reason());
        return new Order(order.verb(), order.by(), reason, true);
    }

    private static String word(Verb verb) {
        return verb.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
