package org.busbar.distribution.tests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Manifest;

/** Makes plug-in jars for tests. */
public final class PluginJars {

    private PluginJars() {}

    /** A copy of a shipped plug-in that says it is another version. */
    static Path version(String symbolicName, String version) {
        try (Jar jar = new Jar(Distribution.jar(symbolicName).toFile())) {
            Manifest manifest = jar.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            manifest.getMainAttributes().putValue("Bundle-Comment", "rebuilt for a test");
            jar.setManifest(manifest);
            Path file = file(symbolicName, version);
            jar.write(file.toFile());
            return file;
        } catch (Exception e) {
            throw new AssertionError("No jar could be made of " + symbolicName, e);
        }
    }

    /** As {@link #version}, with another number in the place of one in the code of a class. */
    static Path changed(String symbolicName, String version, String type, double from, double to) {
        try (Jar jar = new Jar(version(symbolicName, version).toFile())) {
            byte[] code = jar.getResource(type).openInputStream().readAllBytes();
            int at = code.length;
            for (int i = 0; i + Double.BYTES <= code.length; i++) {
                if (ByteBuffer.wrap(code).getDouble(i) == from) {
                    ByteBuffer.wrap(code).putDouble(i, to);
                    at = i;
                }
            }
            if (at == code.length) {
                throw new AssertionError(type + " has no number " + from);
            }
            jar.putResource(type, new EmbeddedResource(code, 0));
            Path file = file(symbolicName, version);
            jar.write(file.toFile());
            return file;
        } catch (Exception e) {
            throw new AssertionError("No jar could be made of " + symbolicName, e);
        }
    }

    /** A bundle with the components in a package below this one, as a plug-in author builds it. */
    public static Path build(String symbolicName, String version, String folder, Map<String, String> instructions) {
        try (Builder builder = new Builder()) {
            builder.addClasspath(new File(PluginJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
            builder.addClasspath(Distribution.jar("org.busbar.api").toFile());
            builder.setProperty("Bundle-SymbolicName", symbolicName);
            builder.setProperty("Bundle-Version", version);
            builder.setProperty("Private-Package", PluginJars.class.getPackageName() + "." + folder);
            builder.setProperty("-noimportjava", "true");
            instructions.forEach(builder::setProperty);
            Jar jar = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new AssertionError(builder.getErrors());
            }
            Path file = file(symbolicName, version);
            jar.write(file.toFile());
            return file;
        } catch (Exception e) {
            throw new AssertionError("No jar could be built of " + folder, e);
        }
    }

    private static Path file(String symbolicName, String version) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "jars"));
        return Files.createTempDirectory(folder, "jar").resolve(symbolicName + "-" + version + ".jar");
    }
}
