package org.busbar.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Finds out why a plug-in did not come up, from what Declarative Services knows of its components. */
final class ComponentFaults {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ServiceComponentRuntime runtime;

    ComponentFaults(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** Why the component with that configuration could not be started; empty if it was. Waits up to three seconds. */
    Optional<String> of(Bundle bundle, String pid) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> failure = failure(bundle, pid);
        while (failure.isEmpty() && !isRegistered(bundle, pid) && System.nanoTime() < end) {
            Thread.sleep(20);
            failure = failure(bundle, pid);
        }
        if (failure.isPresent() || isRegistered(bundle, pid)) {
            return failure;
        }
        return Optional.of("it is not there after " + PATIENCE.toSeconds() + " s; see the log");
    }

    private Optional<String> failure(Bundle bundle, String pid) {
        return configurations(bundle).stream()
                .filter(component -> pid.equals(component.properties.get("service.pid")))
                .flatMap(component -> reason(component).stream())
                .findFirst();
    }

    private static boolean isRegistered(Bundle bundle, String pid) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        if (services != null) {
            for (ServiceReference<?> service : services) {
                if (pid.equals(service.getProperty("service.pid"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Every component of the bundle that could not be started, with the reason. */
    List<String> of(Bundle bundle) {
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
