package org.busbar.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.busbar.blobs.BlobFolder;
import org.busbar.json.SeriesStore;

/** Keeps the numbers of long series as files of little-endian 64-bit floats, and those read lately in memory. */
final class SeriesFiles implements SeriesStore {

    private static final int CACHED = (64 << 20) / Double.BYTES;

    private final BlobFolder folder;
    private final NumberCache cache = new NumberCache(CACHED);

    SeriesFiles(BlobFolder folder) {
        this.folder = folder;
    }

    @Override
    public String keep(double[] numbers) {
        try {
            return folder.keep(bytes(numbers));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A series of " + numbers.length + " numbers cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public double[] read(String sha256) {
        return cache.get(sha256, this::load);
    }

    private double[] load(String sha256) {
        try (InputStream in = folder.open(sha256)) {
            return numbers(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A series cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        return bytes.array();
    }

    private static double[] numbers(byte[] bytes) {
        double[] numbers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
        return numbers;
    }
}
