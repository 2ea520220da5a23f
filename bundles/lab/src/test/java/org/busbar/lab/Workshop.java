package org.busbar.lab;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.busbar.api.device.Device;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Station;
import org.busbar.api.lab.Plugin;
import org.busbar.plug.Agents;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A lab's folder with its plug-ins in a real framework, with an orchestrator that has nothing to do. */
final class Workshop implements AutoCloseable {

    final Path root;
    final LabFolder folder;
    final LabPlugins plugins;
    final List<LabEvent> events = Collections.synchronizedList(new ArrayList<>());
    final List<String> resting = Collections.synchronizedList(new ArrayList<>());
    final List<Progress> open = new ArrayList<>();
    volatile Station.State state = Station.State.IDLE;
    volatile boolean restless;
    private final Framework framework;

    Workshop(Path root, Path home) throws Exception {
        this.root = Files.createDirectories(root);
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        root.resolve("data/cache").toString(),
                        "org.osgi.framework.storage.clean",
                        "onFirstInit",
                        "org.osgi.framework.bsnversion",
                        "multiple",
                        "felix.log.level",
                        "0",
                        "org.osgi.framework.system.packages.extra",
                        "org.busbar.api;version=1.2.0,org.busbar.api.device;version=1.2.0",
                        "busbar.home",
                        home.toString()));
        framework.start();
        startShipped(home.resolve("plugins"));
        Journal journal = Fakes.proxy(Journal.class, Map.of("append", (self, method, given) -> {
            events.add((LabEvent) given[0]);
            return (long) events.size();
        }));
        folder = new LabFolder(this.root, journal);
        ServiceComponentRuntime components = Fakes.proxy(
                ServiceComponentRuntime.class,
                Map.of("getComponentDescriptionDTOs", (self, method, given) -> List.of()));
        BundleContext context = framework.getBundleContext();
        Bundles bundles = new Bundles(context, new ComponentFaults(context, components));
        plugins = new LabPlugins(context, folder, journal, orchestrator(), bundles, Duration.ofMillis(500));
    }

    private void startShipped(Path shipped) throws IOException, BundleException {
        if (Files.isDirectory(shipped)) {
            try (var files = Files.list(shipped)) {
                for (Path file : files.toList()) {
                    framework
                            .getBundleContext()
                            .installBundle("reference:" + file.toUri())
                            .start();
                }
            }
        }
    }

    private Orchestrator orchestrator() {
        InvocationHandler quiesce = (self, method, given) -> !restless && resting.add((String) given[0]);
        InvocationHandler resume = (self, method, given) -> {
            resting.remove(given[0]);
            return null;
        };
        return Fakes.proxy(
                Orchestrator.class,
                Map.of(
                        "quiesce",
                        quiesce,
                        "resume",
                        resume,
                        "stations",
                        (self, method, given) -> stations(),
                        "open",
                        (self, method, given) -> open));
    }

    /** Every device in the state {@link #state}. */
    private List<Station> stations() throws Exception {
        List<Station> stations = new ArrayList<>();
        for (ServiceReference<Device> device : framework.getBundleContext().getServiceReferences(Device.class, null)) {
            stations.add(new Station(
                    Agents.id(device),
                    state,
                    Optional.empty(),
                    "",
                    Instant.EPOCH,
                    Agent.named(Agents.id(device)),
                    framework.getBundleContext().getService(device).actions().stream()
                            .map(action -> action.capability())
                            .toList(),
                    0,
                    List.of()));
        }
        return stations;
    }

    /** Puts a jar into the folder of plug-ins and says so, as the watcher of the folder does. */
    Path drop(Path jar, String name) throws IOException {
        Path file = Files.createDirectories(root.resolve("plugins")).resolve(name);
        Files.copy(jar, file);
        plugins.install(file.toFile());
        return file;
    }

    /** The names of the files in the folder of plug-ins. */
    List<String> files() throws IOException {
        Path dropped = root.resolve("plugins");
        if (!Files.isDirectory(dropped)) {
            return List.of();
        }
        try (var files = Files.list(dropped)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The versions of a bundle that are at work. */
    List<String> atWork(String name) {
        return bundles(name)
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getVersion().toString())
                .toList();
    }

    /** How many bundles of that name the framework has. */
    long count(String name) {
        return bundles(name).count();
    }

    private Stream<Bundle> bundles(String name) {
        return Arrays.stream(framework.getBundleContext().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()));
    }

    Plugin plugin(String name) {
        return folder.plugins().stream()
                .filter(plugin -> plugin.bundle().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + folder.plugins()));
    }

    String faults() {
        return folder.faults().stream()
                .map(fault -> fault.file() + ": " + fault.reason())
                .collect(Collectors.joining("\n"));
    }

    <E> List<E> events(Class<E> kind) {
        synchronized (events) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 10 s: " + what);
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws Exception {
        plugins.close();
        framework.stop();
        framework.waitForStop(10_000);
    }
}
