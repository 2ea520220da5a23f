package org.busbar.lab;

import java.io.File;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** The jars that lie in the lab's folder of plug-ins, by file. Safe for use by many threads. */
final class DroppedJars {

    private static final Comparator<Map.Entry<File, PluginJar>> ORDER =
            Comparator.<Map.Entry<File, PluginJar>, Version>comparing(
                            entry -> entry.getValue().version(), PluginTarget::compare)
                    .thenComparing(entry -> entry.getKey().lastModified())
                    .reversed();

    private final Map<File, PluginJar> jars = new HashMap<>(); // guarded by this

    /** The answer is what was known of that file before. */
    synchronized @Nullable PluginJar put(File file, PluginJar jar) {
        return jars.put(file, jar);
    }

    synchronized @Nullable PluginJar remove(File file) {
        return jars.remove(file);
    }

    /** Those of that symbolic name, the highest version first, of equal ones the latest file. */
    synchronized List<PluginJar> of(String bundle) {
        return jars.entrySet().stream()
                .filter(entry -> entry.getValue().bundle().equals(bundle))
                .sorted(ORDER)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What the framework runs from that location. */
    synchronized Optional<PluginJar> at(String location) {
        return jars.values().stream()
                .filter(jar -> jar.target().location().equals(location))
                .findFirst();
    }

    synchronized boolean has(String sha256) {
        return jars.values().stream().anyMatch(jar -> jar.sha256().equals(sha256));
    }
}
