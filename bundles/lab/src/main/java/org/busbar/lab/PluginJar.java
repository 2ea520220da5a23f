package org.busbar.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.busbar.api.lab.Signature;
import org.busbar.api.link.Links;
import org.busbar.plug.Agents;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar with plug-ins.
 *
 * @param name how people call it: its path within the lab
 * @param sha256 of its bytes, as 64 hexadecimal digits
 * @param kept the file that is run
 * @param permissions the links and folders that it declares it uses
 */
record PluginJar(
        String name,
        String bundle,
        Version version,
        String sha256,
        Path kept,
        List<String> permissions,
        Signature signature) {

    private static final String NAME = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*"; // as OSGi has it; it becomes a file name

    PluginJar {
        permissions = List.copyOf(permissions);
    }

    /**
     * Reads a jar where it lies; of its signature nothing is known yet.
     *
     * @throws IllegalArgumentException if it is no bundle; the message says why
     */
    static PluginJar read(Path file, String name) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
            return new PluginJar(
                    name,
                    symbolicName(headers),
                    version(headers.getValue(Constants.BUNDLE_VERSION)),
                    Agents.sha256(file),
                    file,
                    permissions(headers.getValue(Links.PERMISSIONS)),
                    Signature.NONE);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file cannot be read as a jar: " + e.getMessage() + "; it may be cut short, so copy it again",
                    e);
        }
    }

    /** The symbolic name in a jar's manifest. */
    static String symbolicName(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            return symbolicName(manifest == null ? new Attributes() : manifest.getMainAttributes());
        } catch (IOException e) {
            throw new IllegalArgumentException("the file cannot be read as a jar: " + e.getMessage(), e);
        }
    }

    private static String symbolicName(Attributes headers) {
        String header = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (header == null || !"2".equals(headers.getValue(Constants.BUNDLE_MANIFESTVERSION))) {
            throw new IllegalArgumentException("it is no OSGi bundle (its manifest has no Bundle-SymbolicName with"
                    + " Bundle-ManifestVersion: 2); build it with the bnd plug-in");
        }
        if (headers.getValue(Constants.FRAGMENT_HOST) != null) {
            throw new IllegalArgumentException("it is a fragment of " + headers.getValue(Constants.FRAGMENT_HOST)
                    + " and no bundle of its own; leave Fragment-Host out");
        }
        String name = header.split(";")[0].strip();
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("its Bundle-SymbolicName '" + name
                    + "' is not a name such as org.example.pump: letters, digits, '_', '-' and single dots");
        }
        return name;
    }

    private static Version version(@Nullable String version) {
        try {
            return Version.parseVersion(version);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "its Bundle-Version '" + version + "' is not a version such as 1.2.0", e);
        }
    }

    /** The patterns in a header; none if there is no header. */
    static List<String> permissions(@Nullable String header) {
        return header == null
                ? List.of()
                : Arrays.stream(header.split(","))
                        .map(String::strip)
                        .filter(pattern -> !pattern.isEmpty())
                        .distinct()
                        .toList();
    }

    PluginJar signed(Signature by) {
        return new PluginJar(name, bundle, version, sha256, kept, permissions, by);
    }

    PluginJar keptAs(Path file) {
        return new PluginJar(name, bundle, version, sha256, file, permissions, signature);
    }

    PluginJar named(String called) {
        return new PluginJar(called, bundle, version, sha256, kept, permissions, signature);
    }

    PluginTarget target() {
        return new PluginTarget(bundle, version, sha256, "reference:" + kept.toUri());
    }

    @Override
    public String toString() {
        return bundle + " " + version;
    }
}
