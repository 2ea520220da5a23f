package org.busbar.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive right of this process to a lab, held until the process ends, however it ends.
 *
 * <p>A lock of the operating system and not a mere file, so a server that was killed leaves nothing to be cleared away.
 */
final class Claim implements AutoCloseable {

    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lab.
     *
     * @throws Refusal if another server runs it
     * @throws IOException if {@code data/server.lock} cannot be opened
     */
    static Claim of(LabFolder lab) throws Refusal, IOException {
        FileChannel channel = FileChannel.open(
                lab.data().resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new Refusal(
                    Refusal.PLATFORM,
                    "Another server runs lab " + lab.path() + other(lab) + "; use that one, or stop it first.");
        }
        return new Claim(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // held by this very process, which to a second server is the same
            return null;
        }
    }

    private static String other(LabFolder lab) throws IOException {
        Path file = ServerFile.in(lab);
        return Files.exists(file) ? " " + Files.readString(file).strip() : "";
    }
}
