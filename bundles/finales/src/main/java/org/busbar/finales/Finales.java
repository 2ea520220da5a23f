package org.busbar.finales;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Tenants;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.busbar.api.security.Doorkeeper;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves FINALES for the lab whose folder is the framework property {@code busbar.lab}; looks for changes each second. */
@Component(service = LabListener.class, immediate = true)
public final class Finales implements LabListener {

    private static final Logger LOG = LoggerFactory.getLogger(Finales.class);
    private static final int STOP_S = 10;

    private final Facade facade;
    private final ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "finales-registry");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Finales(
            BundleContext context,
            @Reference Broker broker,
            @Reference Results results,
            @Reference Tenants tenants,
            @Reference Journal journal,
            @Reference Doorkeeper doorkeeper) {
        facade = new Facade(
                new Facade.Lab(broker, results, tenants, journal, doorkeeper),
                Path.of(context.getProperty("busbar.lab"), "finales"),
                (id, tenant) -> published(context, id, tenant));
        polling.scheduleWithFixedDelay(guarded(facade::poll), 0, 1, TimeUnit.SECONDS);
        polling.scheduleWithFixedDelay(guarded(facade::watch), 1, 1, TimeUnit.MINUTES);
        Thread reader = new Thread(guarded(facade::takeUp), "finales-requests");
        reader.setDaemon(true);
        reader.start();
    }

    private static Runnable published(BundleContext context, String id, Tenant tenant) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("lab.id", id);
        ServiceRegistration<Tenant> registration = context.registerService(Tenant.class, tenant, properties);
        return () -> {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("Tenant {} was taken back with its bundle already", id);
            }
        };
    }

    /** One that fails is told of and tried again. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("FINALES could not be brought up to date; this is tried again", e);
            }
        };
    }

    @Override
    public void on(Recorded recorded) {
        facade.on(recorded);
    }

    @Deactivate
    void close() throws InterruptedException, IOException {
        polling.shutdownNow();
        if (!polling.awaitTermination(STOP_S, TimeUnit.SECONDS)) {
            LOG.warn("FINALES did not stop within {} s", STOP_S);
        }
        facade.close();
    }
}
