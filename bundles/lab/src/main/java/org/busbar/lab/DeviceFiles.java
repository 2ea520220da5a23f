package org.busbar.lab;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.busbar.api.device.Detail;
import org.busbar.api.experiment.Orchestrator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import tools.jackson.databind.JsonNode;

/**
 * Makes {@code devices/*.json} (the format of the OSGi Configurator: {@code "type~name": {settings}}) configurations.
 *
 * <p>Settings are checked against what the driver declares; bad ones change nothing. A device whose driver is not at
 * hand waits for it. A device whose settings change is first let to end what it does.
 */
@Component(service = ArtifactInstaller.class)
public final class DeviceFiles implements ArtifactInstaller, BundleListener {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BundleContext context;
    private final LabFolder lab;
    private final ConfigurationAdmin configurations;
    private final MetaTypeService types;
    private final Orchestrator orchestrator;
    private final ComponentFaults componentFaults;
    private final ExecutorService worker = Executors.newCachedThreadPool(work -> new Thread(work, "lab-devices"));
    private final Map<File, Set<String>> applied = new ConcurrentHashMap<>(); // names by file
    private final Map<File, Object> locks = new ConcurrentHashMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>(); // lab.id by name
    private final Set<File> waiting = ConcurrentHashMap.newKeySet();

    @Activate
    public DeviceFiles(
            BundleContext context,
            @Reference LabFolder lab,
            @Reference ConfigurationAdmin configurations,
            @Reference MetaTypeService types,
            @Reference Orchestrator orchestrator,
            @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.lab = lab;
        this.configurations = configurations;
        this.types = types;
        this.orchestrator = orchestrator;
        this.componentFaults = new ComponentFaults(context, components);
        context.addBundleListener(this);
    }

    @Override
    public boolean canHandle(File file) {
        return lab.holds("devices", ".json", file);
    }

    @Override
    public void install(File file) {
        worker.execute(() -> apply(file));
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        worker.execute(() -> withdraw(file));
    }

    /** A driver may have come for a device that waits. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STARTED) {
            waiting.forEach(this::install);
        }
    }

    private void apply(File file) {
        synchronized (locks.computeIfAbsent(file, key -> new Object())) {
            List<String> faults = new ArrayList<>();
            waiting.remove(file);
            try {
                Map<String, JsonNode> devices = DeviceDocument.read(file);
                withdraw(file, devices.keySet());
                applied.put(file, Set.copyOf(devices.keySet()));
                for (Map.Entry<String, JsonNode> device : devices.entrySet()) {
                    Optional<Refusal> refusal = apply(file, device.getKey(), device.getValue());
                    refusal.ifPresent(one -> faults.add(one.reason()));
                    announce(device.getKey(), device.getValue(), refusal);
                }
            } catch (IllegalArgumentException | IOException e) {
                faults.add(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            tell(lab.name(file), faults);
        }
    }

    /** Has people see a device that is configured and not there. */
    private void announce(String device, JsonNode settings, Optional<Refusal> refusal) {
        String id = settings.path("lab.id").asString("");
        if (!id.isEmpty()) {
            ids.put(device, id);
            orchestrator.awaited(
                    id,
                    refusal.flatMap(Refusal::code),
                    refusal.map(Refusal::reason).orElse(""));
        }
    }

    private void tell(String name, List<String> faults) {
        if (faults.isEmpty()) {
            lab.mended(name);
        } else {
            lab.fault(name, String.join("; ", faults));
        }
    }

    /**
     * Why a device is not there.
     *
     * @param code empty if its driver is missing
     */
    private record Refusal(Optional<Detail> code, String reason) {
        static Optional<Refusal> of(String reason) {
            return Optional.of(new Refusal(Optional.of(Detail.CONFIGURATION), reason));
        }
    }

    /** Makes one device; the answer is what is wrong with it. */
    private Optional<Refusal> apply(File file, String device, JsonNode settings) throws InterruptedException {
        String type = device.substring(0, device.indexOf('~'));
        Optional<Bundle> driver = driver(type);
        if (driver.isEmpty()) {
            waiting.add(file);
            String reason = device + " waits for its driver: no plug-in brings the device type " + type;
            return Optional.of(new Refusal(Optional.empty(), reason));
        }
        try {
            ObjectClassDefinition declared =
                    types.getMetaTypeInformation(driver.get()).getObjectClassDefinition(type, null);
            return update(driver.get(), device, new Settings(declared, lab.root()).typed(settings))
                    .flatMap(reason -> Refusal.of(device + " could not be started: " + reason));
        } catch (IllegalArgumentException e) {
            return Refusal.of(device + ": " + e.getMessage() + ". Nothing was changed");
        } catch (IOException e) {
            return Refusal.of(device + ": the configuration could not be kept: " + e.getMessage());
        }
    }

    private Optional<Bundle> driver(String type) {
        for (Bundle bundle : context.getBundles()) {
            MetaTypeInformation information =
                    bundle.getState() == Bundle.ACTIVE ? types.getMetaTypeInformation(bundle) : null;
            if (information != null && List.of(information.getFactoryPids()).contains(type)) {
                return Optional.of(bundle);
            }
        }
        return Optional.empty();
    }

    /** Gives a device its settings; where its driver refuses them, the former ones are put back. */
    private Optional<String> update(Bundle driver, String device, Hashtable<String, Object> settings)
            throws IOException, InterruptedException {
        Configuration configuration = configuration(device);
        Dictionary<String, Object> before = configuration.getProperties();
        if (before == null) {
            configuration.update(settings);
            return componentFaults.of(driver, device, settings);
        }
        List<String> refusal = new ArrayList<>();
        resting(configuration, () -> {
            if (configuration.updateIfDifferent(settings)) {
                componentFaults.of(driver, device, settings).ifPresent(refusal::add);
            }
            if (!refusal.isEmpty()) {
                configuration.update(before);
                componentFaults.of(driver, device, own(before));
            }
        });
        return refusal.stream().findFirst().map(reason -> reason + "; its former settings are back in force");
    }

    /** Settings without what the framework adds to them. */
    private static Dictionary<String, Object> own(Dictionary<String, Object> settings) {
        Dictionary<String, Object> own = new Hashtable<>();
        for (String key : Collections.list(settings.keys())) {
            if (!key.startsWith("service.") && !key.startsWith("felix.")) {
                own.put(key, settings.get(key));
            }
        }
        return own;
    }

    private Configuration configuration(String device) throws IOException {
        int tilde = device.indexOf('~');
        return configurations.getFactoryConfiguration(device.substring(0, tilde), device.substring(tilde + 1), "?");
    }

    private interface Change {
        void make() throws IOException, InterruptedException;
    }

    /** Makes a change while the device rests, so that no action is cut short by it. */
    private void resting(Configuration configuration, Change change) throws IOException, InterruptedException {
        String id = String.valueOf(configuration.getProperties().get("lab.id"));
        if (!orchestrator.quiesce(id, PATIENCE)) {
            throw new IllegalArgumentException(id + " did not come to rest within " + PATIENCE.toMinutes()
                    + " min; end its run, then save the" + " file again");
        }
        try {
            change.make();
        } finally {
            orchestrator.resume(id);
        }
    }

    private void delete(String device) throws IOException, InterruptedException {
        String id = ids.remove(device);
        if (id != null) {
            orchestrator.awaited(id, Optional.empty(), "");
        }
        Configuration configuration = configuration(device);
        if (configuration.getProperties() != null) {
            resting(configuration, configuration::delete);
        } else {
            configuration.delete();
        }
    }

    private void withdraw(File file) {
        synchronized (locks.computeIfAbsent(file, key -> new Object())) {
            waiting.remove(file);
            try {
                withdraw(file, Set.of());
                applied.remove(file);
                lab.forget(file);
            } catch (IllegalArgumentException | IOException e) {
                lab.fault(lab.name(file), String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes away the devices of a file that are not among those that stay. */
    private void withdraw(File file, Set<String> staying) throws IOException, InterruptedException {
        for (String device : applied.getOrDefault(file, Set.of())) {
            if (!staying.contains(device)) {
                delete(device);
            }
        }
    }

    @Deactivate
    public void close() {
        context.removeBundleListener(this);
        worker.shutdownNow();
    }
}
