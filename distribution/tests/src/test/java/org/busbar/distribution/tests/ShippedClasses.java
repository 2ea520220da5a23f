package org.busbar.distribution.tests;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarFile;

/** Every jar of this project in the distribution, the commands included. */
public final class ShippedClasses implements LocationProvider {

    @Override
    public Set<Location> get(Class<?> test) {
        Set<Location> locations = new HashSet<>();
        for (Path jar : Distribution.ours()) {
            locations.add(location(jar));
        }
        for (Path jar : Distribution.jars("lib/shell")) {
            if (jar.getFileName().toString().startsWith("org.busbar.")) {
                locations.add(location(jar));
            }
        }
        return locations;
    }

    private static Location location(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Location.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
