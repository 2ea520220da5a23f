package org.busbar.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The lab's folder of plug-ins, the one list of what is wanted: what is installed becomes a file there, too. */
final class PluginFolder {

    private final LabFolder lab;
    private final Path folder;
    private final DroppedJars dropped;

    PluginFolder(LabFolder lab, DroppedJars dropped) {
        this.lab = lab;
        this.folder = lab.root().resolve("plugins");
        this.dropped = dropped;
    }

    /** A copy of a jar outside of the folder, as the watcher of the folder takes a bundle by whatever name for a plug-in. */
    record Staged(Path part, Path file, PluginJar jar, DroppedJars dropped) implements AutoCloseable {

        /**
         * Makes it the file it is to be, all at once.
         *
         * @throws PluginFault if that cannot be done; nothing has changed then
         */
        void commit() throws PluginFault {
            try {
                move();
                dropped.put(file.toFile(), jar);
            } catch (IOException e) {
                throw new PluginFault(
                        "the file " + file.getFileName() + " cannot be put into the folder plugins: " + e.getMessage());
            }
        }

        private void move() throws IOException {
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING); // the folders are on different disks
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(part);
        }
    }

    /** @throws PluginFault if it cannot be copied, such as to a full disk */
    Staged stage(PluginJar jar) throws PluginFault {
        Path file = file(jar);
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(jar.kept().getParent(), "staged", ".part");
            Files.copy(jar.kept(), part, StandardCopyOption.REPLACE_EXISTING);
            return new Staged(part, file, jar.named(lab.name(file.toFile())), dropped);
        } catch (IOException e) {
            throw new PluginFault("it cannot be copied into the folder plugins: " + e.getMessage());
        }
    }

    private Path file(PluginJar jar) {
        return folder.resolve(jar.bundle() + "-" + jar.version() + ".jar");
    }

    /** The files of that symbolic name, also those that nobody has told of yet. */
    List<Path> of(String bundle) {
        return list().filter(file -> isOf(bundle, file)).toList();
    }

    /** The same but for the file that a jar has when it is installed. */
    List<Path> others(PluginJar jar) {
        return of(jar.bundle()).stream().filter(file -> !file.equals(file(jar))).toList();
    }

    private Stream<Path> list() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream().filter(file -> file.toString().endsWith(".jar"));
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder plugins cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isOf(String bundle, Path file) {
        try {
            return PluginJar.symbolicName(file).equals(bundle);
        } catch (IllegalArgumentException e) {
            return false; // no plug-in at all, which is told where it is taken
        }
    }

    /** Deletes files; one that stays is told as a fault of it, as it would be at work again after a restart. */
    void delete(List<Path> files) {
        for (Path path : files) {
            File file = path.toFile();
            try {
                Files.deleteIfExists(path);
                dropped.remove(file);
                lab.forget(file);
            } catch (IOException e) {
                lab.fault(
                        lab.name(file),
                        "it is not wanted any more and cannot be deleted, so it would be at work"
                                + " again after a restart; delete it by hand: " + e.getMessage());
            }
        }
    }
}
