package org.busbar.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes jars of the plug-in {@code org.x.pump}, which brings the device {@code pump-1} if nothing else is said. */
final class PumpJar {

    static final String NAME = "org.x.pump";

    private final Map<String, String> headers = new LinkedHashMap<>();

    PumpJar(String version) {
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", NAME);
        headers.put("Bundle-Version", version);
        headers.put("Bundle-Activator", "org.busbar.lab.pump.Pump");
        headers.put("Import-Package", "org.osgi.framework,org.busbar.api,org.busbar.api.device");
        headers.put("Test-Devices", "pump-1");
    }

    PumpJar with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    PumpJar without(String header) {
        headers.remove(header);
        return this;
    }

    /** The jar in a file of that folder, named at random. */
    Path in(Path folder) {
        try {
            return write(Files.createTempFile(Files.createDirectories(folder), "pump", ".jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            add(jar, "org/busbar/lab/pump/Pump.class");
            add(jar, "org/busbar/lab/pump/Pump$One.class");
        }
        return file;
    }

    private static void add(JarOutputStream jar, String name) throws IOException {
        try (InputStream in = PumpJar.class.getResourceAsStream("/" + name)) {
            jar.putNextEntry(new ZipEntry(name));
            in.transferTo(jar);
        }
    }
}
