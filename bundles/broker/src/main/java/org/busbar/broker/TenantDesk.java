package org.busbar.broker;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Registration;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Tenants;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The tenants: those in this process come and go as services, those elsewhere are in the journal. */
@Component(service = {Tenants.class, TenantDesk.class})
public final class TenantDesk implements Tenants {

    private final Journal journal;
    private final Object changing = new Object(); // one registration after the other, each on disk before it counts
    private final Map<String, Registration> registered = new TreeMap<>(); // guarded by this
    private final Map<Tenant, String> services = new LinkedHashMap<>(); // guarded by this
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();
    private final Set<String> retired = ConcurrentHashMap.newKeySet();
    private volatile Map<String, Tenant> all = Map.of();

    /** Takes in everybody who is registered. */
    @Activate
    public TenantDesk(@Reference Journal journal) {
        this.journal = journal;
        try (var events = journal.of(Set.of(LabEvent.Registered.class, LabEvent.Retired.class))) {
            events.forEach(recorded -> replay(recorded.event()));
        }
        list();
    }

    private void replay(LabEvent event) {
        if (event instanceof LabEvent.Registered e) {
            registered.put(e.registration().tenant(), e.registration());
            retired.remove(e.registration().tenant());
        } else if (event instanceof LabEvent.Retired e) {
            registered.remove(e.tenant());
            retired.add(e.tenant());
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void addTenant(Tenant tenant, Map<String, Object> properties) {
        services.put(tenant, String.valueOf(properties.get("lab.id")));
        list();
    }

    public synchronized void removeTenant(Tenant tenant) {
        services.remove(tenant);
        list();
    }

    /** One in this process counts before one elsewhere of the same id. */
    private synchronized void list() {
        Map<String, Tenant> now = new TreeMap<>();
        registered.forEach((id, registration) -> now.put(id, registration::offers));
        services.forEach((tenant, id) -> now.put(id, tenant));
        all = Collections.unmodifiableMap(now);
    }

    /** Every tenant there is just now, by id. */
    Map<String, Tenant> all() {
        return all;
    }

    @Override
    public Map<String, List<Offer>> offers() {
        Map<String, List<Offer>> offers = new TreeMap<>();
        all.forEach((id, tenant) -> offers.put(id, List.copyOf(tenant.offers())));
        return offers;
    }

    @Override
    public void register(Registration registration, String by) {
        OfferCheck.require(registration);
        synchronized (changing) {
            requireFree(registration.tenant());
            LabEvent come = new LabEvent.Registered(Instant.now(), registration, by);
            journal.append(come);
            synchronized (this) {
                replay(come);
                list();
            }
        }
        heard.put(registration.tenant(), Instant.now());
    }

    private synchronized void requireFree(String id) {
        if (services.containsValue(id)) {
            throw new IllegalArgumentException(
                    "The id '" + id + "' is that of a tenant within the server; choose another");
        }
    }

    @Override
    public boolean retire(String tenant, String by, String reason) {
        synchronized (changing) {
            if (registration(tenant).isEmpty()) {
                return false;
            }
            LabEvent gone = new LabEvent.Retired(Instant.now(), tenant, by, reason);
            journal.append(gone);
            synchronized (this) {
                replay(gone);
                list();
            }
        }
        return true;
    }

    /** Who is registered by that id; empty if nobody is. */
    synchronized Optional<Registration> registration(String tenant) {
        return Optional.ofNullable(registered.get(tenant));
    }

    @Override
    public synchronized List<Presence> registered() {
        return registered.values().stream()
                .map(one -> new Presence(one, Optional.ofNullable(heard.get(one.tenant()))))
                .toList();
    }

    @Override
    public void hear(String tenant) {
        if (registration(tenant).isPresent()) {
            heard.put(tenant, Instant.now());
        }
    }

    /** Whether a tenant elsewhere was let go, so that nothing more is to be expected of it. */
    boolean wasRetired(String tenant) {
        return retired.contains(tenant);
    }

    /** When a tenant was heard of last; long ago if it was not since the start. */
    Instant heard(String tenant) {
        return heard.getOrDefault(tenant, Instant.EPOCH);
    }
}
