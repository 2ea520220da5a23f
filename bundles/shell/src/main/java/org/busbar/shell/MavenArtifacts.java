package org.busbar.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds what a Maven coordinate names: in the local repository, or else by the Maven that is installed, so that the
 * mirrors and credentials of its user hold.
 *
 * @param repository the local one
 * @param program that starts Maven
 */
record MavenArtifacts(Path repository, String program) {

    private static final int PATIENCE_MINUTES = 10;
    private static final int FIRST_LINES = 10;

    /** Those of the user of this process. */
    static MavenArtifacts ofUser() {
        String local = System.getProperty("maven.repo.local");
        Path repository =
                local == null ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(local);
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? "mvn.cmd" : "mvn";
        String home = System.getenv("MAVEN_HOME");
        return new MavenArtifacts(
                repository, home == null ? name : Path.of(home, "bin", name).toString());
    }

    /**
     * The jar of a coordinate {@code group:artifact:version}.
     *
     * @throws Failure if it is not to be had; with what Maven says
     */
    Path jar(String coordinate) throws InterruptedException {
        String[] parts = coordinate.split(":");
        Path local = repository
                .resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(parts[2])
                .resolve(parts[1] + "-" + parts[2] + ".jar");
        return Files.isRegularFile(local) ? local : fetched(coordinate);
    }

    private Path fetched(String coordinate) throws InterruptedException {
        try {
            Path folder = forAWhile(Files.createTempDirectory("busbar-plugin"));
            run(coordinate, folder);
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".jar"))
                        .findFirst()
                        .map(MavenArtifacts::forAWhile)
                        .orElseThrow(() -> new Failure("Maven has brought no jar for " + coordinate));
            }
        } catch (IOException e) {
            throw new Failure(coordinate + " is not in the local repository " + repository
                    + ", and Maven cannot be started to fetch it (" + e.getMessage()
                    + "): install Maven, or give the jar itself");
        }
    }

    /** Deleted when this process ends. */
    private static Path forAWhile(Path path) {
        path.toFile().deleteOnExit();
        return path;
    }

    private void run(String coordinate, Path folder) throws IOException, InterruptedException {
        Path log = forAWhile(folder.resolve("maven.log"));
        List<String> command = new ArrayList<>(List.of(program, "-q", "-B", "dependency:copy"));
        command.addAll(
                List.of("-Dartifact=" + coordinate, "-DoutputDirectory=" + folder, "-Dmdep.useBaseVersion=true"));
        Process maven = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new Failure("Maven has not brought " + coordinate + " within " + PATIENCE_MINUTES + " min");
            }
        } finally {
            maven.destroy();
        }
        if (maven.exitValue() != 0) {
            throw new Failure("Maven cannot bring " + coordinate + ":\n" + beginning(log));
        }
    }

    private static String beginning(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(0, Math.min(FIRST_LINES, lines.size())));
    }
}
