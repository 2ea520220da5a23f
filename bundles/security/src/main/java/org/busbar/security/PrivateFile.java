package org.busbar.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A small text file that only the user of the server may read. It is replaced as a whole: after a crash, at whatever
 * moment, there is the old text or the new one.
 */
record PrivateFile(Path path) {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** The text; empty if there is no such file. */
    Optional<String> read() {
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(path.getFileName() + " cannot be read", e);
        }
    }

    /** Replaces the text. It is on disk when this returns. */
    void write(String text) {
        try {
            Path draft = draft();
            Files.deleteIfExists(draft); // of a server that was killed
            writeNew(draft, text);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(path.getFileName() + " cannot be written", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path.getFileName() + " cannot be deleted", e);
        }
    }

    /** Where the text is before it gets its name. */
    Path draft() {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    /** Makes a folder that only the user of the server may enter. */
    static Path folder(Path folder) {
        try {
            Files.createDirectories(folder);
            if (isPosix(folder.getFileSystem())) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(folder.getFileName() + " cannot be made", e);
        }
    }

    /** The rights of a new file that only the user of the server may read and write. */
    static FileAttribute<?>[] rights(Path file) {
        return isPosix(file.getFileSystem())
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0]; // Windows has lists of rights, which the folder hands down
    }

    private static boolean isPosix(FileSystem system) {
        return system.supportedFileAttributeViews().contains("posix");
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }

    private static void writeNew(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, NEW, rights(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        if (!isPosix(folder.getFileSystem())) {
            return; // a folder cannot be opened there
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
