package org.busbar.distribution.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The built distribution, a folder. */
final class Distribution {

    static final Path HOME =
            Path.of(System.getProperty("busbar.home")).toAbsolutePath().normalize();

    private Distribution() {}

    /** The jars of its folder {@code bundle}, {@code plugins} or {@code lib}. */
    static List<Path> jars(String folder) {
        try (Stream<Path> files = Files.list(HOME.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Build the distribution first: mvn package -pl distribution", e);
        }
    }

    /** The jars of this project. */
    static List<Path> ours() {
        return Stream.of("bundle", "plugins", "lib")
                .flatMap(folder -> jars(folder).stream())
                .filter(jar -> symbolicName(jar).startsWith("org.busbar."))
                .toList();
    }

    /** The jar of that symbolic name. */
    static Path jar(String symbolicName) {
        return Stream.of("bundle", "plugins")
                .flatMap(folder -> jars(folder).stream())
                .filter(jar -> symbolicName(jar).equals(symbolicName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The distribution has no bundle " + symbolicName));
    }

    static String symbolicName(Path jar) {
        return header(jar, "Bundle-SymbolicName").split(";")[0].strip();
    }

    /** A header of the manifest; empty if there is none. */
    static String header(Path jar, String name) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String value =
                    manifest == null ? null : manifest.getMainAttributes().getValue(name);
            return value == null ? "" : value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the packages in an Import-Package or Export-Package header. */
    static Set<String> packages(Path jar, String header) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(header(jar, header).replaceAll("\"[^\"]*\"", "").split(","))
                .map(clause -> clause.split(";")[0].strip())
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }
}
