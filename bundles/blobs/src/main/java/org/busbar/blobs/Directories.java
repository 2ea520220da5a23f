package org.busbar.blobs;

import java.io.File;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Directories that survive the loss of power: a file is only as durable as its name. */
final class Directories {

    // Windows opens no directory as a file; NTFS writes names to its own log instead.
    private static final boolean OPENABLE = File.separatorChar == '/';

    private Directories() {}

    /** Makes a directory and those above it, and sees to it that their names are on disk. */
    static void create(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            create(parent);
        }
        Files.createDirectories(directory);
        if (parent != null) {
            force(parent);
        }
    }

    /** Waits until the names in a directory are on disk, also in a thread that is interrupted. */
    static void force(Path directory) throws IOException {
        boolean interrupted = false;
        try {
            while (OPENABLE && !forced(directory)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False if an interrupt closed the channel before it was done. */
    private static boolean forced(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }
}
