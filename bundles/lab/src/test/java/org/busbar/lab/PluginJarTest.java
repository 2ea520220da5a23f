package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.busbar.plug.Agents;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/** Jars as they are read and kept. */
class PluginJarTest {

    @TempDir
    Path folder;

    private Path jar(Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        Path file = folder.resolve("pump.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new ZipEntry("data.bin"));
            jar.write(new byte[5000]);
        }
        return file;
    }

    private Path pump(String version) throws IOException {
        return jar(Map.of(
                "Bundle-ManifestVersion", "2",
                "Bundle-SymbolicName", "org.x.pump; singleton:=true",
                "Bundle-Version", version));
    }

    private PluginJar read(Path file) {
        PluginHistory history = PluginHistory.read(folder.resolve("versions.json"), Assertions::fail);
        return new PluginStore(folder.resolve("store"), history, new SignatureCheck(Set::of, Set::of))
                .keep(file, "plugins/pump.jar");
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(folder.resolve("store"))) {
            return files.toList();
        }
    }

    private void refuses(Path file, String... parts) throws IOException {
        Documents.requireParts(assertThrows(IllegalArgumentException.class, () -> read(file)), parts);
        assertEquals(List.of(), kept());
    }

    @Test
    void a_bundle_is_read_and_kept_under_its_hash() throws Exception {
        Path file = pump("1.2.3.beta");
        PluginJar jar = read(file);
        assertEquals("plugins/pump.jar", jar.name());
        assertEquals("org.x.pump", jar.bundle());
        assertEquals(new Version(1, 2, 3, "beta"), jar.version());
        assertEquals(Agents.sha256(file), jar.sha256());
        assertEquals(folder.resolve("store").resolve(jar.sha256() + ".jar"), jar.kept());
        assertEquals(List.of(jar.kept()), kept());
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(jar.kept()));
        assertEquals("reference:" + jar.kept().toUri(), jar.target().location());
        assertEquals("org.x.pump 1.2.3.beta", jar.toString());
    }

    @Test
    void the_same_jar_is_kept_once() throws Exception {
        Path file = pump("1.0.0");
        PluginJar first = read(file);
        assertEquals(first, read(Files.copy(file, folder.resolve("copy.jar"))));
        assertEquals(List.of(first.kept()), kept());
    }

    @Test
    void what_becomes_of_the_dropped_file_does_not_matter() throws Exception {
        Path file = pump("1.0.0");
        PluginJar old = read(file);
        byte[] bytes = Files.readAllBytes(old.kept());
        PluginJar fresh = read(pump("1.1.0"));
        Files.delete(file);
        assertNotEquals(old.sha256(), fresh.sha256());
        assertArrayEquals(bytes, Files.readAllBytes(old.kept()));
        assertEquals(old.sha256(), Agents.sha256(old.kept()));
        assertTrue(fresh.version().compareTo(old.version()) > 0);
        assertEquals(2, kept().size());
    }

    @Test
    void a_bundle_without_version_has_the_least() throws Exception {
        assertEquals(
                Version.emptyVersion,
                read(jar(Map.of("Bundle-SymbolicName", "org.x.pump", "Bundle-ManifestVersion", "2")))
                        .version());
    }

    @Test
    void a_jar_that_is_no_bundle_is_refused() throws Exception {
        refuses(jar(Map.of("Bundle-Version", "1.0.0")), "no OSGi bundle", "Bundle-SymbolicName", "bnd");
        refuses(jar(Map.of("Bundle-SymbolicName", "org.x.pump")), "no OSGi bundle", "Bundle-ManifestVersion");
        Path bare = folder.resolve("bare.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bare))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
        }
        refuses(bare, "no OSGi bundle");
    }

    @Test
    void a_bad_version_is_refused_by_name() throws Exception {
        refuses(pump("one.two"), "one.two", "Bundle-Version");
    }

    @Test
    void what_is_no_jar_is_refused() throws Exception {
        refuses(Files.writeString(folder.resolve("text.jar"), "not a jar"), "cannot be read as a jar");
        refuses(Files.createFile(folder.resolve("empty.jar")), "cannot be read as a jar");
        refuses(folder.resolve("gone.jar"), "cannot be read as a jar", "gone.jar");
    }

    @Test
    void a_jar_that_is_cut_short_is_refused() throws Exception {
        byte[] whole = Files.readAllBytes(pump("1.0.0"));
        for (int length : new int[] {whole.length / 4, whole.length / 2, whole.length - 1}) {
            Path part = Files.write(folder.resolve("part.jar"), Arrays.copyOf(whole, length));
            refuses(part, "cannot be read as a jar");
        }
    }
}
