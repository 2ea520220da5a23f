package org.busbar.lab;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.busbar.api.device.Device;
import org.busbar.plug.Agents;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;

/** Installs, starts and removes bundles, and tells what plug-ins they bring. */
final class Bundles {

    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final BundleContext context;
    private final Diagnosis diagnosis;
    private final ComponentFaults components;

    Bundles(BundleContext context, ComponentFaults components) {
        this.context = context;
        this.diagnosis = new Diagnosis(context);
        this.components = components;
    }

    /**
     * Installs a jar and makes sure that all it needs is there; nothing of it runs yet.
     *
     * @param location where it is
     * @throws PluginFault if something is missing; the bundle is not installed then
     */
    Bundle prepare(String location) throws PluginFault {
        Bundle bundle = null;
        try {
            bundle = context.installBundle(location);
            if (!wiring().resolveBundles(List.of(bundle))) {
                bundle.start(Bundle.START_TRANSIENT); // says what is missing, by failing
            }
            return bundle;
        } catch (BundleException e) {
            if (bundle != null) {
                remove(bundle);
            }
            throw new PluginFault(diagnosis.of(e));
        }
    }

    /** @throws PluginFault if it, or a component of it, throws */
    void start(Bundle bundle) throws PluginFault {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw new PluginFault(diagnosis.of(e));
        }
        List<String> faults = components.of(bundle);
        if (!faults.isEmpty()) {
            throw new PluginFault("it could not be started: " + String.join("; ", faults));
        }
    }

    void stop(Bundle bundle) throws PluginFault {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            throw new PluginFault("it could not be stopped: " + e.getMessage());
        }
    }

    /** Uninstalls a bundle; only those who use its packages are restarted. */
    void remove(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException e) {
            throw new IllegalStateException("The bundle " + bundle + " could not be uninstalled", e);
        }
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> done.countDown();
        wiring().refreshBundles(Set.of(bundle), listener);
        try {
            done.await(REFRESH.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** The {@code lab.id} of each plug-in a bundle brings just now. */
    static Set<String> offers(Bundle bundle) {
        Set<String> ids = new TreeSet<>();
        for (ServiceReference<?> service : services(bundle)) {
            if (service.getProperty("lab.id") != null) {
                ids.add(Agents.id(service));
            }
        }
        return ids;
    }

    /** The devices among them. */
    static List<ServiceReference<?>> devices(Bundle bundle) {
        return services(bundle).stream()
                .filter(service -> List.of((String[]) service.getProperty(Constants.OBJECTCLASS))
                        .contains(Device.class.getName()))
                .toList();
    }

    private static List<ServiceReference<?>> services(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services == null ? List.of() : List.of(services);
    }
}
