package org.busbar.blobs;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder of files named by the SHA-256 of what they hold, such as {@code ab/abcdef…}. A file is there once, whole and
 * on disk, or not at all, and never changes. Safe for use by many threads; blocks for the disk, and is not cut short by
 * interruption.
 *
 * <p>Several writers may share one folder if each has a name of its own.
 */
public final class BlobFolder implements AutoCloseable {

    private static final int CHUNK = 1 << 16;
    private static final int REMEMBERED = 4096;

    private final Path folder;
    private final Staging staging;
    private final LatestNames kept = new LatestNames(REMEMBERED);
    private final Set<Path> shards = ConcurrentHashMap.newKeySet(); // those that are on disk themselves

    /**
     * Opens or creates the folder and removes what a crash of this writer left behind.
     *
     * @param writer a name in the form of a file name, such as {@code journal}
     * @throws IOException if a writer of that name has the folder open, in this process or another, or it cannot be
     *     written to
     */
    public BlobFolder(Path folder, String writer) throws IOException {
        this.folder = folder.toAbsolutePath();
        Directories.create(this.folder);
        staging = new Staging(this.folder, writer);
    }

    /**
     * Keeps everything up to the end of the stream, which is not closed. The bytes are never in memory as a whole.
     *
     * @return the SHA-256 of the bytes, as 64 hexadecimal digits
     * @throws IOException if the stream cannot be read or the file not be written; nothing was kept
     */
    public String keep(InputStream bytes) throws IOException {
        Path staged = staging.fresh();
        try {
            String sha256 = stage(bytes, staged);
            if (!has(sha256, Files.size(staged))) {
                place(staged, sha256);
            }
            return sha256;
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    /** As {@link #keep(InputStream)}; costs no write if these bytes are there already. */
    public String keep(byte[] bytes) throws IOException {
        String sha256 = Sha256.of(bytes);
        return has(sha256, bytes.length) ? sha256 : keep(new ByteArrayInputStream(bytes));
    }

    /** Where the bytes of that name are or would be. */
    public Path file(String sha256) {
        return shard(sha256).resolve(sha256);
    }

    private Path shard(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    /**
     * The bytes of that name; the caller closes the stream. Reading to the end throws an {@link IOException} if they are
     * not what the name says.
     *
     * @param sha256 64 hexadecimal digits
     * @throws IOException if {@code sha256} is no such name, there is nothing of that name, or it cannot be read
     */
    public InputStream open(String sha256) throws IOException {
        String name = Sha256.checked(sha256);
        Path file = file(name);
        try {
            return new VerifyingStream(new FileInputStream(file.toFile()), name, file);
        } catch (FileNotFoundException e) {
            String fault = Files.exists(file) ? "cannot be read: " + e.getMessage() : "is missing: there is no " + file;
            throw new IOException(
                    "The file of sha256 " + name + " " + fault + "; restore " + folder + " from a backup", e);
        }
    }

    private static String stage(InputStream bytes, Path staged) throws IOException {
        try (FileOutputStream out = new FileOutputStream(staged.toFile())) {
            String sha256 = copy(bytes, out);
            out.getFD().sync();
            return sha256;
        }
    }

    private static String copy(InputStream bytes, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[CHUNK];
        for (int length = bytes.read(chunk); length >= 0; length = bytes.read(chunk)) {
            digest.update(chunk, 0, length);
            out.write(chunk, 0, length);
        }
        return Sha256.hex(digest);
    }

    /** Whether it is there and on disk. One of another size was damaged, and what is kept now takes its place. */
    private boolean has(String sha256, long size) throws IOException {
        if (kept.contains(sha256)) {
            return true;
        }
        Path file = file(sha256);
        if (!Files.isRegularFile(file) || Files.size(file) != size) {
            return false;
        }
        settle(sha256); // whoever moved it there may not have come so far yet
        return true;
    }

    private void place(Path staged, String sha256) throws IOException {
        Files.createDirectories(shard(sha256));
        Files.move(staged, file(sha256), StandardCopyOption.ATOMIC_MOVE);
        settle(sha256);
    }

    private void settle(String sha256) throws IOException {
        Path shard = shard(sha256);
        Directories.force(shard);
        if (!shards.contains(shard)) {
            Directories.force(folder);
            shards.add(shard);
        }
        kept.add(sha256);
    }

    /** Lets another writer of the same name open the folder. Streams that are open stay so. */
    @Override
    public void close() throws IOException {
        staging.close();
    }
}
