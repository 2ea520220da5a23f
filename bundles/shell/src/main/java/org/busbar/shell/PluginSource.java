package org.busbar.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the jars that somebody means by a file, a folder, or a Maven coordinate.
 *
 * @param maven finds what a coordinate names
 */
record PluginSource(MavenArtifacts maven) {

    private static final Pattern COORDINATE = Pattern.compile("[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+");

    /** That of the user of this process. */
    static PluginSource ofUser() {
        return new PluginSource(MavenArtifacts.ofUser());
    }

    /**
     * The jars: one, or all of a folder.
     *
     * @throws Failure if there are none; the message says what was looked for
     */
    List<Path> jars(String source) throws InterruptedException {
        Path path = Path.of(source);
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve("pom.xml")) ? List.of(built(path)) : all(path);
        }
        if (COORDINATE.matcher(source).matches()) {
            return List.of(maven.jar(source));
        }
        throw Failure.usage("There is no file or folder '" + source
                + "', and it is no Maven coordinate such as org.example:org.example.pump:1.0.0");
    }

    private static Path built(Path project) {
        Path target = project.resolve("target");
        Optional<Path> newest = bundles(target).stream()
                .max(Comparator.comparing(file -> file.toFile().lastModified()));
        return newest.orElseThrow(() -> new Failure(
                "The Maven project " + project + " has no bundle in " + target + ": build it first with: mvn package"));
    }

    private static List<Path> all(Path folder) {
        List<Path> bundles = bundles(folder);
        if (bundles.isEmpty()) {
            throw new Failure("The folder " + folder + " has no jar that is an OSGi bundle, and is no Maven project");
        }
        return bundles;
    }

    private static List<Path> bundles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar") && isBundle(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure("The folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isBundle(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue("Bundle-SymbolicName") != null;
        } catch (IOException e) {
            return false; // such as a jar that is being written
        }
    }
}
