package org.busbar.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Passes bytes on and throws at their end if their SHA-256 is another than expected. For one thread. */
final class VerifyingStream extends InputStream {

    private final InputStream in;
    private final String sha256;
    private final Path file;
    private final MessageDigest digest = Sha256.digest();
    private String found = ""; // empty until the end is reached

    VerifyingStream(InputStream in, String sha256, Path file) {
        this.in = in;
        this.sha256 = sha256;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count >= 0) {
            digest.update(bytes, offset, count);
        } else {
            verify();
        }
        return count;
    }

    private void verify() throws IOException {
        if (found.isEmpty()) {
            found = Sha256.hex(digest);
        }
        if (!found.equals(sha256)) {
            throw new IOException("The file " + file + " is damaged: its SHA-256 is " + found
                    + " instead of its name; put the file from a backup in its place");
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
