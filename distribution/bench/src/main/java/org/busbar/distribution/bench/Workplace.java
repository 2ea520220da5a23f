package org.busbar.distribution.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the benchmarks work.
 *
 * @param root the source checkout
 * @param work a folder that the script {@code run} makes anew
 * @param home a copy of the packaged distribution, so that a build beside the benchmarks does not change what is measured
 */
record Workplace(Path root, Path work, Path home) {

    /** The folder as the script {@code run} leaves it. */
    static Workplace in(Path root) {
        Path work = root.resolve("distribution/bench/target/work");
        return new Workplace(root, work, work.resolve("busbar"));
    }

    /** A fresh copy of the first example lab, without what earlier servers left in it. */
    Path lab(String name) throws IOException {
        return lab(name, "electrolyte");
    }

    /** The same of another example lab. */
    Path lab(String name, String example) throws IOException {
        Path lab = work.resolve("labs").resolve(name).resolve(example);
        delete(lab);
        copy(root.resolve("distribution/examples").resolve(example), lab);
        return lab;
    }

    /** A folder of that name with nothing in it. */
    Path fresh(String name) throws IOException {
        Path folder = work.resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** The jar of the distribution whose name begins so. */
    Path jar(String folder, String name) throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve(folder))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(name + "-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No jar " + name + " in " + home.resolve(folder)));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Path data = from.resolve("data");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(one -> !one.startsWith(data))::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Deletes a file or folder with all that is in it. */
    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be deleted", e);
        }
    }
}
