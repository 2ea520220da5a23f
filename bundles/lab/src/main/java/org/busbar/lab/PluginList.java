package org.busbar.lab;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.Signature;
import org.busbar.api.link.Links;
import org.busbar.plug.Agents;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;

/** Which bundles bring plug-ins just now, and where each came from. Safe for use by many threads. */
final class PluginList implements BundleListener, ServiceListener {

    private static final Signature SHIPPED = new Signature(Signature.Kind.SHIPPED, "");

    private final BundleContext context;
    private final LabFolder lab;
    private final PluginStore store;
    private final DroppedJars dropped;
    private final String shippedFrom;
    private final Map<String, PluginTarget> shipped = new ConcurrentHashMap<>(); // by symbolic name

    PluginList(BundleContext context, LabFolder lab, PluginStore store, DroppedJars dropped) {
        this.context = context;
        this.lab = lab;
        this.store = store;
        this.dropped = dropped;
        this.shippedFrom = "reference:"
                + Path.of(context.getProperty("busbar.home"), "plugins").toUri();
    }

    /** Looks at what is there, and goes on to. */
    void open() {
        context.addBundleListener(this);
        context.addServiceListener(this);
        for (Bundle bundle : context.getBundles()) {
            noteShipped(bundle);
        }
    }

    void close() {
        context.removeBundleListener(this);
        context.removeServiceListener(this);
    }

    private void noteShipped(Bundle bundle) {
        if (isShipped(bundle)) {
            shipped.put(bundle.getSymbolicName(), target(bundle));
            tell(bundle, "");
        }
    }

    boolean isShipped(Bundle bundle) {
        return bundle.getLocation().startsWith(shippedFrom);
    }

    /** Whether that jar came with Busbar. */
    boolean isShipped(String bundle, String sha256) {
        return shipped(bundle).filter(one -> one.sha256().equals(sha256)).isPresent();
    }

    /** What came with Busbar under that name. */
    Optional<PluginTarget> shipped(String bundle) {
        return Optional.ofNullable(shipped.get(bundle));
    }

    /** Whether it is no part of the platform. */
    boolean isPlugin(Bundle bundle) {
        return isShipped(bundle) || store.holds(bundle.getLocation());
    }

    /** The bundle of that name that is at work; any of that name if none is. */
    @Nullable
    Bundle current(String name) {
        Bundle found = null;
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName()) && (found == null || bundle.getState() == Bundle.ACTIVE)) {
                found = bundle;
            }
        }
        return found;
    }

    /** What a bundle was made of. */
    static PluginTarget target(Bundle bundle) {
        return new PluginTarget(
                bundle.getSymbolicName(), bundle.getVersion(), Agents.sha256(bundle), bundle.getLocation());
    }

    static List<String> permissions(Bundle bundle) {
        return PluginJar.permissions(bundle.getHeaders("").get(Links.PERMISSIONS));
    }

    /** Takes down how a bundle is. */
    Plugin tell(Bundle bundle, String detail) {
        Plugin.State state = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING
                ? Plugin.State.ACTIVE
                : Plugin.State.FAILED;
        return tell(bundle, state, detail);
    }

    /** Takes down that a bundle is being exchanged. */
    void swapping(Bundle bundle, PluginTarget to) {
        tell(bundle, Plugin.State.SWAPPING, "changes to " + to.version());
    }

    private Plugin tell(Bundle bundle, Plugin.State state, String detail) {
        Optional<PluginJar> jar = dropped.at(bundle.getLocation());
        Plugin plugin = new Plugin(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                Agents.sha256(bundle),
                jar.map(PluginJar::name).orElse(""),
                state,
                detail,
                Instant.now(),
                List.copyOf(Bundles.offers(bundle)),
                permissions(bundle),
                isShipped(bundle) ? SHIPPED : jar.map(PluginJar::signature).orElse(Signature.NONE));
        lab.put(plugin);
        return plugin;
    }

    /** Takes down that a jar cannot be used and nothing else of its name is at work. */
    void failed(PluginJar jar, String reason) {
        lab.put(new Plugin(
                jar.bundle(),
                jar.version().toString(),
                jar.sha256(),
                jar.name(),
                Plugin.State.FAILED,
                reason,
                Instant.now(),
                List.of(),
                jar.permissions(),
                jar.signature()));
    }

    void forget(String bundle) {
        lab.removePlugin(bundle);
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
            tell(bundle, "");
        }
    }
}
