package org.busbar.distribution.bench.optimizers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** Says which bundle a class comes from. */
final class Origin {

    private Origin() {}

    /** The version of the bundle of a class; "development" if it comes from a folder of classes. */
    static String version(Class<?> type) {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return "development";
            }
            try (JarFile jar = new JarFile(place.toFile())) {
                return jar.getManifest().getMainAttributes().getValue("Bundle-Version");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle of " + type.getName() + " cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of " + type.getName() + " is not known", e);
        }
    }
}
