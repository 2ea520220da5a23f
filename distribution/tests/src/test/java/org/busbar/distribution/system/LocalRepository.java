package org.busbar.distribution.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A local Maven repository with everything that this machine has, but with Busbar as it was built just now. */
record LocalRepository(Path path) {

    private static final String VERSION = "1.0.0-SNAPSHOT";

    /** Makes one in a new folder, mostly of links. */
    static LocalRepository in(Path folder) throws IOException {
        Path own = Path.of(System.getProperty(
                "localRepository",
                Path.of(System.getProperty("user.home"), ".m2/repository").toString()));
        link(own, folder, "org");
        link(own.resolve("org"), folder.resolve("org"), "busbar");
        LocalRepository repository = new LocalRepository(folder);
        Path sources = LabServer.sources();
        repository.add("busbar", sources, ".pom", "pom.xml");
        repository.add(sources.resolve("optimizers/search"), "org.busbar.optimizers.search");
        try (Stream<Path> bundles = Files.list(sources.resolve("bundles"))) {
            for (Path bundle : bundles.toList()) {
                repository.add(bundle, "org.busbar." + bundle.getFileName());
            }
        }
        return repository;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private void add(Path module, String artifact) throws IOException {
        add(artifact, module, ".pom", "pom.xml");
        add(artifact, module, ".jar", "target/" + artifact + "-" + VERSION + ".jar");
    }

    private void add(String artifact, Path module, String ending, String file) throws IOException {
        Path place = Files.createDirectories(
                path.resolve("org/busbar").resolve(artifact).resolve(VERSION));
        Files.copy(module.resolve(file), place.resolve(artifact + "-" + VERSION + ending));
    }

    /** The words of a Maven command that uses this repository and no network. */
    List<String> maven(String... more) {
        return Stream.concat(Stream.of("mvn", "-o", "-q", "-B", "-Dmaven.repo.local=" + path), Stream.of(more))
                .toList();
    }
}
