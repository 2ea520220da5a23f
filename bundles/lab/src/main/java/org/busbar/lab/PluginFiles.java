package org.busbar.lab;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.lab.Plugin;
import org.busbar.plug.Agents;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code plugins/*.jar} bundles. Of several jars of one symbolic name the highest version is at work; when it is
 * deleted, the next one takes over, at last the one that came with the distribution.
 */
@Component(service = ArtifactInstaller.class)
public final class PluginFiles implements ArtifactInstaller, BundleListener, ServiceListener {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFiles.class);

    private final BundleContext context;
    private final LabFolder lab;
    private final Journal journal;
    private final Bundles bundles;
    private final PluginSwap swap;
    private final Path store;
    private final String shippedFrom;
    private final ExecutorService worker = Executors.newCachedThreadPool(work -> new Thread(work, "lab-plugins"));
    private final Map<File, PluginJar> dropped = new HashMap<>(); // guarded by this
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Map<String, String> shipped = new ConcurrentHashMap<>(); // location by symbolic name
    private final Map<String, Refusal> refused = new ConcurrentHashMap<>(); // by the hash of the jar

    /** A jar that was tried and could not be used, and whether it may be later. */
    private record Refusal(PluginJar jar, String reason, boolean lacking) {}

    @Activate
    public PluginFiles(
            BundleContext context,
            @Reference LabFolder lab,
            @Reference Journal journal,
            @Reference Orchestrator orchestrator,
            @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.lab = lab;
        this.journal = journal;
        this.bundles = new Bundles(context, new ComponentFaults(context, components));
        this.swap = new PluginSwap(context, bundles, orchestrator);
        this.store = lab.root().resolve("data/plugins");
        this.shippedFrom = "reference:"
                + Path.of(context.getProperty("busbar.home"), "plugins").toUri();
        for (Bundle bundle : context.getBundles()) {
            noteShipped(bundle);
        }
        context.addBundleListener(this);
        context.addServiceListener(this);
    }

    private void noteShipped(Bundle bundle) {
        if (bundle.getLocation().startsWith(shippedFrom)) {
            shipped.put(bundle.getSymbolicName(), bundle.getLocation());
            tell(bundle, "", "");
        }
    }

    @Override
    public boolean canHandle(File file) {
        return lab.holds("plugins", ".jar", file);
    }

    @Override
    public void install(File file) {
        worker.execute(() -> take(file));
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        worker.execute(() -> drop(file));
    }

    private void take(File file) {
        String name = lab.name(file);
        PluginJar jar;
        try {
            jar = PluginJar.of(file, name, store);
        } catch (IllegalArgumentException e) {
            lab.fault(name, name + " is not used: " + e.getMessage());
            return;
        }
        PluginJar before;
        synchronized (this) {
            before = dropped.put(file, jar);
        }
        refused.remove(jar.sha256());
        lab.mended(name);
        if (before != null && !before.bundle().equals(jar.bundle())) {
            reconcile(before.bundle());
        }
        reconcile(jar.bundle());
    }

    private void drop(File file) {
        PluginJar jar;
        synchronized (this) {
            jar = dropped.remove(file);
        }
        lab.forget(file);
        if (jar != null) {
            refused.remove(jar.sha256());
            reconcile(jar.bundle());
        }
    }

    /** Brings what is at work in line with what is there; one at a time for each symbolic name. */
    private void reconcile(String name) {
        synchronized (locks.computeIfAbsent(name, key -> new Object())) {
            try {
                List<PluginJar> wanted = candidates(name);
                Bundle current = current(name);
                if (wanted.isEmpty()) {
                    fallBack(name, current);
                } else {
                    putToWork(wanted.get(0), current);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("The plug-in {} could not be brought up to date", name, e);
                lab.fault(name, name + " could not be brought up to date: " + e.getMessage());
            }
        }
    }

    /** Dropped jars of that name that have not been refused, the highest version first, of equal ones the latest file. */
    private synchronized List<PluginJar> candidates(String name) {
        Comparator<Map.Entry<File, PluginJar>> byVersion =
                Comparator.comparing(entry -> entry.getValue().version());
        return dropped.entrySet().stream()
                .filter(entry -> entry.getValue().bundle().equals(name)
                        && !refused.containsKey(entry.getValue().sha256()))
                .sorted(byVersion
                        .thenComparing(entry -> entry.getKey().lastModified())
                        .reversed())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The bundle of that name that is at work; any of that name if none is. */
    private @Nullable Bundle current(String name) {
        Bundle found = null;
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName()) && (found == null || bundle.getState() == Bundle.ACTIVE)) {
                found = bundle;
            }
        }
        return found;
    }

    private void putToWork(PluginJar jar, @Nullable Bundle current) throws InterruptedException {
        if (current != null && Agents.sha256(current).equals(jar.sha256())) {
            tell(current, jar.name(), "");
            return;
        }
        if (current != null && !isPlugin(current)) {
            refuse(jar, "it has the name of a part of the platform, which only an upgrade of Busbar exchanges", false);
            return;
        }
        String from = current == null ? "" : current.getVersion().toString();
        String id = UUID.randomUUID().toString();
        try {
            Bundle fresh = current == null ? begin(jar) : exchange(current, jar);
            tell(fresh, jar.name(), "");
            if (current != null) {
                journal.append(new LabEvent.Upgraded(
                        Instant.now(), jar.bundle(), id, from, jar.version().toString()));
            }
            retryLacking();
        } catch (PluginFault e) {
            refuse(jar, e.reason(), e.reason().contains("no bundle brings it"));
            if (current != null) {
                journal.append(new LabEvent.Restored(
                        Instant.now(), jar.bundle(), id, jar.version().toString(), from, e.reason()));
                tell(current, fileOf(current), "");
            }
        }
    }

    private boolean isPlugin(Bundle bundle) {
        return bundle.getLocation().startsWith(shippedFrom)
                || bundle.getLocation().startsWith("reference:" + store.toUri());
    }

    private Bundle begin(PluginJar jar) throws PluginFault {
        Bundle fresh = bundles.prepare(jar);
        try {
            bundles.start(fresh);
            return fresh;
        } catch (PluginFault e) {
            bundles.remove(fresh);
            throw e;
        }
    }

    private Bundle exchange(Bundle current, PluginJar jar) throws PluginFault, InterruptedException {
        lab.put(plugin(current, fileOf(current), Plugin.State.SWAPPING, "changes to " + jar.version()));
        return swap.exchange(current, jar);
    }

    private void refuse(PluginJar jar, String reason, boolean lacking) {
        refused.put(jar.sha256(), new Refusal(jar, reason, lacking));
        lab.fault(jar.name(), jar + " is not used: " + reason);
        if (current(jar.bundle()) == null) {
            lab.put(new Plugin(
                    jar.bundle(),
                    jar.version().toString(),
                    jar.sha256(),
                    jar.name(),
                    Plugin.State.FAILED,
                    reason,
                    Instant.now(),
                    List.of()));
        }
    }

    /** What lacked a package may find it now. */
    private void retryLacking() {
        for (Refusal refusal : new ArrayList<>(refused.values())) {
            if (refusal.lacking() && refused.remove(refusal.jar().sha256(), refusal)) {
                lab.mended(refusal.jar().name());
                worker.execute(() -> reconcile(refusal.jar().bundle()));
            }
        }
    }

    /** Nothing dropped is left: back to what was shipped, or to nothing. */
    private void fallBack(String name, @Nullable Bundle current) throws InterruptedException {
        String location = shipped.get(name);
        if (current != null && !current.getLocation().equals(location) && isPlugin(current)) {
            try {
                swap.withdraw(current);
            } catch (PluginFault e) {
                lab.fault(name, name + " is still at work: " + e.reason());
                return;
            }
        }
        lab.removePlugin(name);
        if (location != null && current(name) == null) {
            startShipped(location);
        }
    }

    private void startShipped(String location) {
        try {
            Bundle bundle = context.installBundle(location);
            bundle.start(Bundle.START_TRANSIENT);
            noteShipped(bundle);
        } catch (BundleException e) {
            lab.fault(location, "the plug-in that came with Busbar could not be put back: " + e.getMessage());
        }
    }

    private synchronized String fileOf(Bundle bundle) {
        return dropped.values().stream()
                .filter(jar -> jar.location().equals(bundle.getLocation()))
                .map(PluginJar::name)
                .findFirst()
                .orElse("");
    }

    private void tell(Bundle bundle, String file, String detail) {
        Plugin.State state = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING
                ? Plugin.State.ACTIVE
                : Plugin.State.FAILED;
        lab.put(plugin(bundle, file, state, detail));
    }

    private static Plugin plugin(Bundle bundle, String file, Plugin.State state, String detail) {
        return new Plugin(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                Agents.sha256(bundle),
                file,
                state,
                detail,
                Instant.now(),
                List.copyOf(Bundles.offers(bundle)));
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STARTED) {
            noteShipped(event.getBundle());
        }
    }

    /** Keeps the list of what each bundle brings up to date. */
    @Override
    public void serviceChanged(ServiceEvent event) {
        Bundle bundle = event.getServiceReference().getBundle();
        if (bundle != null && event.getServiceReference().getProperty("lab.id") != null && isPlugin(bundle)) {
            tell(bundle, fileOf(bundle), "");
        }
    }

    @Deactivate
    public void close() {
        context.removeBundleListener(this);
        context.removeServiceListener(this);
        worker.shutdownNow();
    }
}
