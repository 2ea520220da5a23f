package org.busbar.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Results: checked against what their tenant offers, then in the journal. Who answers a request that nobody has takes
 * it by that.
 */
@Component(service = Results.class)
public final class JournaledResults implements Results {

    private final Journal journal;
    private final Board board;
    private final TenantDesk tenants;
    private final Object correcting = new Object(); // one correction after the other

    @Activate
    public JournaledResults(@Reference Journal journal, @Reference Board board, @Reference TenantDesk tenants) {
        this.journal = journal;
        this.board = board;
        this.tenants = tenants;
    }

    @Override
    public void resolve(Result result) {
        tenants.hear(result.tenant());
        String id = result.request().id();
        AtomicBoolean was = new AtomicBoolean();
        board.change(id, entry -> {
            was.set(true);
            requireTheirs(entry, result);
            requireDeclared(result);
            return new LabEvent.Resolved(Instant.now(), result);
        });
        if (!was.get() && !isTheSame(result)) {
            throw board.notTheirs(id, result.tenant());
        }
    }

    private void requireTheirs(Entry entry, Result result) {
        Ticket ticket = Objects.requireNonNull(entry.plain());
        boolean isFree = ticket.state() == Request.State.PENDING
                && Matching.offer(entry.request(), result.tenant(), tenants.all())
                        .isPresent();
        if (!isFree && !ticket.tenant().equals(result.tenant())) {
            throw board.notTheirs(result.request().id(), result.tenant());
        }
        if (!entry.request().methods().isEmpty() && !entry.request().methods().contains(result.method())) {
            throw new IllegalArgumentException(
                    "method = '" + result.method() + "' is none of those the request allows: "
                            + entry.request().methods());
        }
    }

    /** Whether this very answer was given before, so that it may safely be sent again. */
    private boolean isTheSame(Result result) {
        return versions(result.request().id()).stream()
                .filter(version -> version.version() == 1)
                .anyMatch(first -> first.tenant().equals(result.tenant())
                        && first.method().equals(result.method())
                        && first.inputs().equals(result.inputs())
                        && first.outputs().equals(result.outputs()));
    }

    /** What is not on offer any more cannot be checked, and is taken: it was measured. */
    private void requireDeclared(Result result) {
        Tenant tenant = tenants.all().get(result.tenant());
        Offer offer = tenant == null ? null : offer(tenant, result).orElse(null);
        if (tenant != null && offer != null) {
            List<String> refusals = tenant.outputRefusals(offer, result.outputs());
            if (!refusals.isEmpty()) {
                throw new IllegalArgumentException(result.tenant() + " gave what it does not offer for "
                        + offer.quantity() + " by " + offer.method() + ": " + String.join("; ", refusals));
            }
        }
    }

    private static Optional<Offer> offer(Tenant tenant, Result result) {
        return tenant.offers().stream()
                .filter(offer -> offer.answers(result.request().quantity(), List.of(result.method())))
                .findFirst();
    }

    @Override
    public void report(Result result) {
        tenants.hear(result.tenant());
        Tenant tenant = tenants.all().get(result.tenant());
        if (tenant == null || offer(tenant, result).isEmpty()) {
            throw new IllegalArgumentException(
                    result.tenant() + " does not offer " + result.request().quantity() + " by " + result.method());
        }
        requireDeclared(result);
        synchronized (correcting) {
            if (journal.knows(result.request().id()) && !isTheSame(result)) {
                throw new IllegalArgumentException(
                        "There is something of the id '" + result.request().id() + "' already; choose another");
            }
            if (!journal.knows(result.request().id())) {
                journal.append(new LabEvent.Reported(Instant.now(), result));
            }
        }
    }

    @Override
    public Result amend(String request, Values outputs, String by, String reason) {
        synchronized (correcting) {
            History history = history(request);
            if (history.status() == Status.DELETED) {
                throw new IllegalArgumentException(
                        "The result of request '" + request + "' was deleted; it cannot be amended");
            }
            requireAlike(history.latest().outputs(), outputs);
            Result next = history.latest().amended(outputs, Instant.now());
            journal.append(new LabEvent.Amended(next.time(), next, by, reason));
            return next;
        }
    }

    private static void requireAlike(Values before, Values after) {
        if (!before.names().equals(after.names())) {
            throw new IllegalArgumentException(
                    "outputs: an amended result has the same outputs, " + before.names() + ", not " + after.names());
        }
        before.byName().forEach((name, value) -> {
            if (!isAlike(value, after.get(name))) {
                throw new IllegalArgumentException("outputs." + name + " = " + after.get(name)
                        + " is of another kind or unit than " + value + ", which it is to correct");
            }
        });
    }

    private static boolean isAlike(Value before, Value after) {
        if (before instanceof Quantity old && after instanceof Quantity now) {
            return old.unit().measuresSameAs(now.unit());
        }
        if (before instanceof Series old && after instanceof Series now) {
            return old.unit().measuresSameAs(now.unit());
        }
        return before.getClass() == after.getClass();
    }

    @Override
    public void delete(String request, String by, String reason) {
        synchronized (correcting) {
            if (history(request).status() != Status.DELETED) {
                journal.append(new LabEvent.Deleted(Instant.now(), request, by, reason));
            }
        }
    }

    @Override
    public History history(String request) {
        List<Recorded> events = journal.of(request);
        List<Result> versions = versions(events);
        if (versions.isEmpty()) {
            boolean asked = Tickets.of(events) != null;
            throw new IllegalArgumentException(
                    asked ? "Request '" + request + "' has no result" : "There is no request '" + request + "'");
        }
        Status status = versions.size() == 1 ? Status.ORIGINAL : Status.AMENDED;
        boolean deleted = events.stream().anyMatch(one -> one.event() instanceof LabEvent.Deleted);
        Collections.reverse(versions);
        return new History(deleted ? Status.DELETED : status, versions);
    }

    private List<Result> versions(String request) {
        return versions(journal.of(request));
    }

    private static List<Result> versions(List<Recorded> events) {
        List<Result> versions = new ArrayList<>();
        for (Recorded recorded : events) {
            Result result = result(recorded.event());
            if (result != null) {
                versions.add(result);
            }
        }
        return versions;
    }

    private static @Nullable Result result(LabEvent event) {
        if (event instanceof LabEvent.Resolved e) {
            return e.result();
        }
        if (event instanceof LabEvent.Reported e) {
            return e.result();
        }
        return event instanceof LabEvent.Amended e ? e.result() : null;
    }
}
