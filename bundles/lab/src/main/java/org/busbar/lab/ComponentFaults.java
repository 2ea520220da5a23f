package org.busbar.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Finds out why a plug-in did not come up, from what Declarative Services knows of its components. */
final class ComponentFaults {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BundleContext context;
    private final ServiceComponentRuntime runtime;

    ComponentFaults(BundleContext context, ServiceComponentRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    /**
     * Why the component with these settings could not be started; empty if it was. Waits up to three seconds.
     *
     * @param settings those just given: what the component runtime says of former ones does not count
     */
    Optional<String> of(Bundle bundle, String pid, Dictionary<String, Object> settings) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            Optional<String> failure = failure(bundle, pid, settings);
            if (failure.isPresent() || isAtWork(bundle, pid, settings)) {
                return failure;
            }
            Thread.sleep(10);
        } while (System.nanoTime() < end);
        return Optional.of("it is not there after " + PATIENCE.toSeconds() + " s; see the log");
    }

    private Optional<String> failure(Bundle bundle, String pid, Dictionary<String, Object> settings) {
        return configurations(bundle).stream()
                .filter(component -> isOf(pid, settings, component.properties::get))
                .flatMap(component -> reason(component).stream())
                .findFirst();
    }

    private boolean isAtWork(Bundle bundle, String pid, Dictionary<String, Object> settings) {
        return services(bundle).stream()
                .anyMatch(service -> isOf(pid, settings, service::getProperty) && activates(service));
    }

    private static List<ServiceReference<?>> services(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services == null ? List.of() : List.of(services);
    }

    /** A component is made when its service is asked for: being registered does not say that it can be. */
    private boolean activates(ServiceReference<?> service) {
        Object made = context.getService(service);
        if (made != null) {
            context.ungetService(service);
        }
        return made != null;
    }

    private static boolean isOf(
            String pid, Dictionary<String, Object> settings, Function<String, @Nullable Object> properties) {
        return pid.equals(properties.apply("service.pid"))
                && Collections.list(settings.keys()).stream()
                        .allMatch(key -> Objects.deepEquals(settings.get(key), properties.apply(key)));
    }

    /** Every component of the bundle that could not be started, with the reason. */
    List<String> of(Bundle bundle) {
        services(bundle).stream()
                .filter(service -> service.getProperty("lab.id") != null)
                .forEach(this::activates);
        List<String> faults = new ArrayList<>();
        for (ComponentConfigurationDTO component : configurations(bundle)) {
            reason(component).ifPresent(reason -> faults.add(component.description.name + ": " + reason));
        }
        return faults;
    }

    private Collection<ComponentConfigurationDTO> configurations(Bundle bundle) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(description -> runtime.getComponentConfigurationDTOs(description).stream())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The first line of what the component threw, without the name of the exception. */
    private static Optional<String> reason(ComponentConfigurationDTO component) {
        if (component.state != ComponentConfigurationDTO.FAILED_ACTIVATION || component.failure == null) {
            return Optional.empty();
        }
        String[] lines = component.failure.split("\\R");
        String said = lines[0];
        for (String line : lines) {
            said = line.startsWith("Caused by: ") ? line.substring("Caused by: ".length()) : said;
        }
        return Optional.of(said.replaceFirst("^[\\w.$]+(?:Exception|Error): ", ""));
    }
}
