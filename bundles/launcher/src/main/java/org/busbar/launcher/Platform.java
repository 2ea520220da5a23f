package org.busbar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.log.LogService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OSGi framework with the bundles of the distribution.
 *
 * <p>The framework is brought to its final start level while it is empty, and the bundles are then started here, level
 * by level: so a bundle that cannot start is an exception with its reason, and not an event.
 */
final class Platform {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final Framework framework;

    private Platform(Framework framework) {
        this.framework = framework;
    }

    /** Starts an empty framework. */
    static Platform boot(Map<String, Object> settings) throws BundleException {
        settings.put("felix.log.logger", new FrameworkLog());
        Framework framework = new Felix(settings);
        framework.start();
        framework.getBundleContext().registerService(LogService.class, new ServiceLog(), null);
        Console.register(framework.getBundleContext());
        return new Platform(framework);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /**
     * Starts the bundles of {@code <home>/bundle}, then the plug-ins of {@code <home>/plugins}. A plug-in that cannot
     * start is logged; the platform is there without it.
     *
     * @throws Refusal if a platform bundle cannot be installed or started
     */
    void start(Path home) throws Refusal, IOException {
        List<Bundle> bundles = new ArrayList<>();
        bundles.addAll(install(home.resolve("bundle"), StartLevel::forPlatform));
        bundles.addAll(install(home.resolve("plugins"), name -> StartLevel.PLUGINS));
        bundles.sort(StartLevel.ORDER);
        for (Bundle bundle : bundles) {
            start(bundle);
        }
    }

    /** Stops all bundles, highest start level first; false if they need longer than the bound. */
    boolean stop(Duration bound) throws BundleException, InterruptedException {
        framework.stop();
        return framework.waitForStop(bound.toMillis()).getType() != FrameworkEvent.WAIT_TIMEDOUT;
    }

    /** Waits until somebody stops the framework. */
    void await() throws InterruptedException {
        framework.waitForStop(0);
    }

    private List<Bundle> install(Path folder, ToIntFunction<String> level) throws Refusal, IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars(folder)) {
            Bundle bundle = install(jar);
            bundle.adapt(BundleStartLevel.class).setStartLevel(level.applyAsInt(bundle.getSymbolicName()));
            bundles.add(bundle);
        }
        return bundles;
    }

    /** Installs by reference: the framework reads the jar where it is and copies nothing. */
    private Bundle install(Path jar) throws Refusal {
        try {
            return context().installBundle("reference:" + jar.toUri());
        } catch (BundleException e) {
            throw new Refusal(
                    Refusal.PLATFORM, jar + " is not a bundle (" + e.getMessage() + "); remove or replace it.", e);
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static void start(Bundle bundle) throws Refusal {
        try {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        } catch (BundleException e) {
            String sentence = BundleFault.sentence(bundle, e);
            if (StartLevel.of(bundle) != StartLevel.PLUGINS) {
                throw new Refusal(Refusal.PLATFORM, sentence, e);
            }
            LOG.error(sentence, e);
        }
    }
}
