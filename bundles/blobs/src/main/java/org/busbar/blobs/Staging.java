package org.busbar.blobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where one writer's files lie until they are whole: {@code .incoming/<writer>/}. A lock beside it keeps a second writer
 * of that name out, so that whatever lies there at the start is left over from a crash and is removed.
 */
final class Staging implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;
    private final AtomicLong count = new AtomicLong();

    Staging(Path blobs, String writer) throws IOException {
        folder = blobs.resolve(".incoming").resolve(writer);
        Files.createDirectories(folder);
        lock = FileChannel.open(
                folder.resolveSibling(writer + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (isTaken(lock)) {
                throw new IOException("The folder " + blobs + " is written to by another '" + writer
                        + "', perhaps of another Busbar server; stop that one first");
            }
            clear();
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held == null;
        } catch (OverlappingFileLockException e) {
            return true; // by this very process
        }
    }

    private void clear() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder)) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
    }

    /** A file that is not there yet and that nobody else gets. */
    Path fresh() {
        return folder.resolve(Long.toString(count.incrementAndGet()));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
