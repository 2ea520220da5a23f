package org.busbar.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The broker: open requests in memory, every change in the journal before anybody is told. */
@Component(service = Broker.class, immediate = true)
public final class JournaledBroker implements Broker {

    private final Journal journal;
    private final Board board;
    private final TenantDesk tenants;

    @Activate
    public JournaledBroker(@Reference Journal journal, @Reference Board board, @Reference TenantDesk tenants) {
        this.journal = journal;
        this.board = board;
        this.tenants = tenants;
    }

    @Override
    public Ticket submit(Request request) {
        return board.enter(request, () -> prepare(request));
    }

    private void prepare(Request request) {
        requireAskable(request);
        Matching.require(request, tenants.all());
        String parent = request.wish().parent();
        if (!parent.isEmpty()) {
            journal.append(new LabEvent.Branched(Instant.now(), parent, request.id()));
        }
    }

    private void requireAskable(Request request) {
        String parent = request.wish().parent();
        if (request.id().isBlank() || request.quantity().isBlank()) {
            throw new IllegalArgumentException("A request needs an id and a quantity");
        }
        if (!parent.isEmpty() && board.ticket(parent).isEmpty()) {
            throw new IllegalArgumentException("There is no request '" + parent + "' to be the parent of this one");
        }
        Optional<Instant> over = request.wish().deadline().filter(Instant.now()::isAfter);
        if (over.isPresent()) {
            throw new IllegalArgumentException("The deadline " + over.get() + " has passed already");
        }
    }

    @Override
    public Optional<Ticket> ticket(String request) {
        return board.ticket(request);
    }

    @Override
    public List<Ticket> open() {
        return board.inLine().stream()
                .flatMap(entry -> entry.ticket().stream())
                .filter(ticket -> !ticket.state().isFinal())
                .toList();
    }

    @Override
    public List<Request> pending(String tenant, int limit) {
        Map<String, Tenant> all = tenants.all();
        Tenant mine = all.get(tenant);
        List<Offer> offers = mine == null ? List.of() : mine.offers();
        return board.pending()
                .map(Entry::request)
                .filter(request -> offers.stream().anyMatch(one -> one.answers(request.quantity(), request.methods())))
                .filter(request -> Matching.offer(request, tenant, all).isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Request> reserved(String tenant) {
        return board.inLine().stream()
                .filter(entry -> isWith(entry.plain(), tenant))
                .map(Entry::request)
                .toList();
    }

    private static boolean isWith(@Nullable Ticket ticket, String tenant) {
        return ticket != null && isTaken(ticket) && ticket.tenant().equals(tenant);
    }

    private static boolean isTaken(Ticket ticket) {
        return ticket.state() == Request.State.RESERVED || ticket.state() == Request.State.RUNNING;
    }

    @Override
    public boolean reserve(String request, String tenant, Duration lease) {
        if (lease.isNegative()) {
            throw new IllegalArgumentException("A lease of " + lease + " is over before it begins");
        }
        tenants.hear(tenant);
        AtomicBoolean isTheirs = new AtomicBoolean();
        board.change(request, entry -> {
            boolean had = isWith(entry.plain(), tenant);
            LabEvent event = had ? null : taking(entry, tenant, lease);
            isTheirs.set(had || event != null);
            entry.hear(Instant.now());
            return event;
        });
        return isTheirs.get();
    }

    private @Nullable LabEvent taking(Entry entry, String tenant, Duration lease) {
        Ticket ticket = Objects.requireNonNull(entry.plain());
        if (ticket.state() != Request.State.PENDING) {
            return null;
        }
        Optional<Offer> offer = Matching.offer(entry.request(), tenant, tenants.all());
        offer.ifPresent(entry::takenBy);
        return offer.isEmpty()
                ? null
                : new LabEvent.Reserved(Instant.now(), ticket.request().id(), tenant, lease);
    }

    @Override
    public void renew(String request, String tenant) {
        tenants.hear(tenant);
        change(request, tenant, entry -> {
            entry.hear(Instant.now());
            return null;
        });
    }

    @Override
    public void begin(String request, String tenant) {
        tenants.hear(tenant);
        change(request, tenant, entry -> {
            entry.hear(Instant.now());
            return state(entry) == Request.State.RUNNING ? null : new LabEvent.Started(Instant.now(), request, tenant);
        });
    }

    @Override
    public void release(String request, String tenant, String reason) {
        tenants.hear(tenant);
        change(request, tenant, entry -> {
            if (state(entry) == Request.State.RUNNING && !Lapses.isRepeatable(entry, tenants)) {
                throw new IllegalStateException("Request " + request + " has been begun and is no calculation or"
                        + " simulation, so it cannot be given to another; answer it or say that it failed");
            }
            return new LabEvent.Released(Instant.now(), request, tenant, reason);
        });
    }

    @Override
    public void fail(String request, String tenant, String reason) {
        tenants.hear(tenant);
        change(request, tenant, entry -> new LabEvent.Unresolved(Instant.now(), request, Request.State.FAILED, reason));
    }

    /** Changes what the tenant has. */
    private void change(String request, String tenant, Function<Entry, @Nullable LabEvent> change) {
        AtomicBoolean was = new AtomicBoolean();
        board.change(request, entry -> {
            if (!isWith(entry.plain(), tenant)) {
                throw notTheirs(request, tenant);
            }
            was.set(true);
            return change.apply(entry);
        });
        if (!was.get()) {
            throw notTheirs(request, tenant);
        }
    }

    private static Request.State state(Entry entry) {
        return Objects.requireNonNull(entry.plain()).state();
    }

    private IllegalStateException notTheirs(String request, String tenant) {
        return board.notTheirs(request, tenant);
    }

    @Override
    public void retract(String request, String by, String reason) {
        end(request, Request.State.RETRACTED, "retracted by " + by, reason);
    }

    @Override
    public void reject(String request, String by, String reason) {
        end(request, Request.State.REJECTED, "rejected by " + by, reason);
    }

    private void end(String request, Request.State how, String what, String reason) {
        String why = reason.isBlank() ? what : what + ": " + reason;
        board.change(request, entry -> new LabEvent.Unresolved(Instant.now(), request, how, why));
    }

    @Override
    public void settle(String request, boolean again, String by, String reason) {
        Optional<LabEvent> settled = board.change(request, entry -> {
            if (!Objects.requireNonNull(entry.plain()).inQuestion()) {
                throw new IllegalStateException("Request " + request + " is not in question: it is "
                        + state(entry).toString().toLowerCase(Locale.ROOT));
            }
            return again
                    ? new LabEvent.Released(Instant.now(), request, by, reason)
                    : new LabEvent.Unresolved(Instant.now(), request, Request.State.FAILED, reason);
        });
        if (settled.isEmpty()) {
            throw new IllegalStateException("Request " + request + " is not in question: it is at an end or unknown");
        }
    }

    @Override
    public List<Ticket> children(String request) {
        return journal.of(request).stream()
                .map(Recorded::event)
                .filter(LabEvent.Branched.class::isInstance)
                .flatMap(event -> board.ticket(((LabEvent.Branched) event).child()).stream())
                .distinct()
                .toList();
    }
}
