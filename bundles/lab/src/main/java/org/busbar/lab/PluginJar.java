package org.busbar.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.busbar.plug.Agents;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar with plug-ins, kept under its hash so that neither a change nor the loss of the dropped file disturbs the bundle
 * and an older version can be put back.
 *
 * @param name how people call it: its path within the lab
 * @param kept the copy that is run
 */
record PluginJar(String name, String bundle, Version version, String sha256, Path kept) {

    /**
     * Reads a dropped jar and keeps a copy.
     *
     * @param store the folder of the copies
     * @throws IllegalArgumentException if it is no bundle; the message says why
     */
    static PluginJar of(File file, String name, Path store) {
        try {
            Files.createDirectories(store);
            Path incoming = Files.createTempFile(store, "incoming", ".jar");
            try {
                Files.copy(file.toPath(), incoming, StandardCopyOption.REPLACE_EXISTING);
                return of(incoming, name, store);
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the file cannot be read as a jar: " + e.getMessage(), e);
        }
    }

    private static PluginJar of(Path incoming, String name, Path store) throws IOException {
        Manifest manifest;
        try (JarFile jar = new JarFile(incoming.toFile())) {
            manifest = jar.getManifest();
        }
        String bundle = manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (manifest == null || bundle == null) {
            throw new IllegalArgumentException(
                    "it is no OSGi bundle (its manifest names no Bundle-SymbolicName); build it with the bnd plug-in");
        }
        String version = manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION);
        Version parsed = parsed(version);
        String hash = Agents.sha256(incoming);
        Path kept = store.resolve(hash + ".jar");
        Files.move(incoming, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new PluginJar(name, bundle.split(";")[0].strip(), parsed, hash, kept);
    }

    private static Version parsed(@Nullable String version) {
        try {
            return Version.parseVersion(version);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "its Bundle-Version '" + version + "' is not a version such as 1.2.0", e);
        }
    }

    String location() {
        return "reference:" + kept.toUri();
    }

    @Override
    public String toString() {
        return bundle + " " + version;
    }
}
