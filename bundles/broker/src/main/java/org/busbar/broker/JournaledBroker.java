package org.busbar.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Tenant;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The broker: open requests in memory, every change in the journal before anybody is told. */
@Component(service = Broker.class, immediate = true)
public final class JournaledBroker implements Broker {

    /** A request that is not answered yet, and who has it; null while nobody has. */
    private record Open(Request request, @Nullable String tenant) {}

    private final Journal journal;
    private final Map<String, Open> open = new LinkedHashMap<>(); // guarded by this
    private final Map<Tenant, String> tenants = new LinkedHashMap<>(); // guarded by itself

    /** Takes up every request that the journal says is open. */
    @Activate
    public JournaledBroker(@Reference Journal journal) {
        this.journal = journal;
        Set<Class<? extends LabEvent>> ends = Set.of(LabEvent.Resolved.class, LabEvent.Unresolved.class);
        for (String id : journal.open(LabEvent.Requested.class, ends)) {
            journal.of(id).forEach(recorded -> replay(recorded.event()));
        }
    }

    private void replay(LabEvent event) {
        if (event instanceof LabEvent.Requested requested) {
            open.put(requested.request(), new Open(requested.requested(), null));
        } else if (event instanceof LabEvent.Reserved reserved) {
            open.computeIfPresent(reserved.request(), (id, one) -> new Open(one.request(), reserved.tenant()));
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTenant(Tenant tenant, Map<String, Object> properties) {
        synchronized (tenants) {
            tenants.put(tenant, String.valueOf(properties.get("lab.id")));
        }
    }

    public void removeTenant(Tenant tenant) {
        synchronized (tenants) {
            tenants.remove(tenant);
        }
    }

    @Override
    public Map<String, List<Offer>> offers() {
        Map<Tenant, String> asked;
        synchronized (tenants) {
            asked = new LinkedHashMap<>(tenants);
        }
        Map<String, List<Offer>> offers = new TreeMap<>();
        asked.forEach((tenant, id) -> offers.put(id, List.copyOf(tenant.offers())));
        return offers;
    }

    @Override
    public void submit(Request request) {
        Map<String, List<Offer>> offers = offers();
        synchronized (this) {
            if (state(request.id()).isEmpty()) {
                Matching.require(request, offers);
                journal.append(new LabEvent.Requested(Instant.now(), request));
                open.put(request.id(), new Open(request, null));
            }
        }
    }

    @Override
    public synchronized List<Request> pending() {
        return open.values().stream()
                .filter(one -> one.tenant() == null)
                .map(Open::request)
                .toList();
    }

    @Override
    public synchronized List<Request> reserved(String tenant) {
        return open.values().stream()
                .filter(one -> tenant.equals(one.tenant()))
                .map(Open::request)
                .toList();
    }

    @Override
    public synchronized Optional<Request.State> state(String request) {
        Open one = open.get(request);
        if (one != null) {
            return Optional.of(one.tenant() == null ? Request.State.PENDING : Request.State.RESERVED);
        }
        List<Recorded> past = new ArrayList<>(journal.of(request));
        return past.isEmpty()
                ? Optional.empty()
                : Optional.of(end(past.get(past.size() - 1).event()));
    }

    private static Request.State end(LabEvent last) {
        return last instanceof LabEvent.Unresolved unresolved ? unresolved.state() : Request.State.RESOLVED;
    }

    @Override
    public synchronized boolean reserve(String request, String tenant) {
        Open one = open.get(request);
        if (one == null || one.tenant() != null) {
            return false;
        }
        journal.append(new LabEvent.Reserved(Instant.now(), request, tenant));
        open.put(request, new Open(one.request(), tenant));
        return true;
    }

    @Override
    public synchronized void resolve(Result result) {
        requireReserved(result.request().id(), result.tenant());
        journal.append(new LabEvent.Resolved(Instant.now(), result));
        open.remove(result.request().id());
    }

    @Override
    public synchronized void fail(String request, String tenant, String reason) {
        requireReserved(request, tenant);
        journal.append(new LabEvent.Unresolved(Instant.now(), request, Request.State.FAILED, reason));
        open.remove(request);
    }

    @Override
    public synchronized void retract(String request, String reason) {
        if (open.containsKey(request)) {
            journal.append(new LabEvent.Unresolved(Instant.now(), request, Request.State.RETRACTED, reason));
            open.remove(request);
        }
    }

    private void requireReserved(String request, String tenant) {
        Open one = open.get(request);
        if (one == null || !tenant.equals(one.tenant())) {
            throw new IllegalStateException("Request " + request + " is not reserved by " + tenant + ": it is "
                    + state(request)
                            .map(state -> state.toString().toLowerCase(Locale.ROOT))
                            .orElse("unknown")
                    + (one == null || one.tenant() == null ? "" : " by " + one.tenant()));
        }
    }
}
