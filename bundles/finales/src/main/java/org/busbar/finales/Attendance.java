package org.busbar.finales;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.LabEvent;
import org.busbar.api.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which tenants are alive: any call of an owner renews its leases, and an owner that has been silent for long is
 * reported once per request. Safe for use by many threads.
 */
final class Attendance {

    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final Broker broker;
    private final Bindings bindings;
    private final Supplier<Settings> settings;
    private final Consumer<LabEvent> report;
    private final Instant start = Instant.now();
    private final Map<String, Instant> renewed = new ConcurrentHashMap<>();
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();
    private final Map<String, Instant> reported = new ConcurrentHashMap<>();

    Attendance(Broker broker, Bindings bindings, Supplier<Settings> settings, Consumer<LabEvent> report) {
        this.broker = broker;
        this.bindings = bindings;
        this.settings = settings;
        this.report = report;
    }

    /** Who called just now. */
    void heard(Caller caller) {
        for (TenantFile tenant : bindings.bound(caller)) {
            String id = tenant.uuid().toString();
            Instant now = Instant.now();
            heard.put(id, now);
            Duration lease = settings.get().shortestLease();
            if (!lease.isZero() && isDue(id, now.minus(lease.dividedBy(10)))) {
                renewed.put(id, now);
                renew(id);
            }
        }
    }

    /** However often a tenant calls, its leases are renewed now and then. */
    private boolean isDue(String tenant, Instant latest) {
        return !renewed.getOrDefault(tenant, Instant.MIN).isAfter(latest);
    }

    private void renew(String tenant) {
        for (Request request : broker.reserved(tenant)) {
            try {
                broker.renew(request.id(), tenant);
            } catch (IllegalStateException e) {
                LOG.debug("{} has request {} no more", tenant, request.id());
            }
        }
    }

    /** Reports owners that have been silent for too long. */
    void check(Catalogue catalogue) {
        Duration silence = settings.get().silence();
        List<Ticket> taken = broker.open().stream()
                .filter(ticket -> ticket.state() != Request.State.PENDING)
                .toList();
        reported.keySet()
                .retainAll(taken.stream().map(one -> one.request().id()).toList());
        if (!silence.isZero()) {
            taken.forEach(ticket -> check(ticket, catalogue, Instant.now().minus(silence)));
        }
    }

    private void check(Ticket ticket, Catalogue catalogue, Instant latest) {
        String owner = ticket.tenant();
        Instant last = heard.getOrDefault(owner, start);
        boolean ours = Identifiers.parse(owner).flatMap(catalogue::active).isPresent();
        boolean silent = ours && last.isBefore(latest) && ticket.changed().isBefore(latest);
        if (silent && reported.putIfAbsent(ticket.request().id(), last) == null) {
            report.accept(new LabEvent.Faulted(
                    Instant.now(),
                    owner,
                    "Tenant " + owner + " has request "
                            + ticket.request().id() + " since " + ticket.changed() + " and has not been heard of since "
                            + last
                            + "; ask its contact, or let an operator give the request back"));
        }
    }
}
