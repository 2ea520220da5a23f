package org.busbar.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.LabEvent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again for requests whose deadline has passed or whose tenant has been silent for too long.
 *
 * <p>What was reserved and not begun, and what may be repeated, goes back to the others. Of other work a person is asked
 * what became of it, since it may have been done.
 */
@Component(service = Lapses.class, immediate = true)
public final class Lapses {

    private static final Logger LOG = LoggerFactory.getLogger(Lapses.class);

    private final Board board;
    private final TenantDesk tenants;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "broker-lapses"));

    @Activate
    public Lapses(@Reference Board board, @Reference TenantDesk tenants) {
        this(board, tenants, Duration.ofMillis(250));
    }

    Lapses(Board board, TenantDesk tenants, Duration look) {
        this.board = board;
        this.tenants = tenants;
        clock.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (Entry entry : board.timed()) {
            try {
                if (isDue(entry)) {
                    board.change(entry, this::due);
                }
            } catch (RuntimeException e) { // the journal may be full; the others count, too
                LOG.error(
                        "Request {} has lapsed, which cannot be dealt with just now",
                        entry.request().id(),
                        e);
            }
        }
    }

    private boolean isDue(Entry entry) {
        Ticket ticket = entry.plain();
        return ticket != null && due(entry, ticket, Instant.now()) != null;
    }

    private @Nullable LabEvent due(Entry entry) {
        Ticket ticket = entry.plain();
        return ticket == null ? null : due(entry, ticket, Instant.now());
    }

    private @Nullable LabEvent due(Entry entry, Ticket ticket, Instant now) {
        if (ticket.inQuestion()) {
            return null;
        }
        Optional<Instant> deadline = entry.request().wish().deadline();
        if (ticket.state() != Request.State.RUNNING
                && deadline.filter(now::isAfter).isPresent()) {
            return new LabEvent.Unresolved(
                    now,
                    entry.request().id(),
                    Request.State.EXPIRED,
                    "the deadline " + deadline.get() + " passed before anybody had begun");
        }
        return ticket.state() == Request.State.PENDING ? null : lapsed(entry, ticket, now);
    }

    private @Nullable LabEvent lapsed(Entry entry, Ticket ticket, Instant now) {
        String tenant = ticket.tenant();
        String id = entry.request().id();
        boolean gone = !tenants.all().containsKey(tenant) && tenants.wasRetired(tenant);
        if (!gone && !entry.hasLapsed(tenants.heard(tenant), now)) {
            return null;
        }
        String why = gone ? tenant + " was let go" : tenant + " was not heard of within its lease";
        if (ticket.state() == Request.State.RESERVED || isRepeatable(entry, tenants)) {
            return new LabEvent.Released(now, id, "broker", why);
        }
        return new LabEvent.Questioned(
                now, id, why + " in the middle of work that may not be repeated: look what it did");
    }

    /** Whether what is being done may be done again when nobody knows what became of it. */
    static boolean isRepeatable(Entry entry, TenantDesk tenants) {
        Ticket ticket = entry.plain();
        Tenant tenant = ticket == null ? null : tenants.all().get(ticket.tenant());
        Optional<Offer> offer = entry.offer()
                .or(() -> tenant == null
                        ? Optional.empty()
                        : tenant.offers().stream()
                                .filter(one -> one.answers(
                                        entry.request().quantity(),
                                        entry.request().methods()))
                                .findFirst());
        return offer.map(one -> one.price().source().isRepeatable()).orElse(false);
    }

    @Deactivate
    public void close() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(5, TimeUnit.SECONDS);
    }
}
