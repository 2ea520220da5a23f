package org.busbar.links;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open character device. It is read only while somebody waits for a reply.
 *
 * <p>Read through a channel, because closing that ends a read that waits; written without one, because a channel writes
 * only when no read waits.
 */
final class FileConnection implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(FileConnection.class);

    private final RandomAccessFile device;
    private final FileChannel channel;
    private final Path file;
    private final Workers workers;
    private final Inbox inbox;
    private final AtomicBoolean reading = new AtomicBoolean();

    FileConnection(RandomAccessFile device, Path file, Workers workers, int limit) {
        this.device = device;
        channel = device.getChannel();
        this.file = file;
        this.workers = workers;
        inbox = new Inbox(limit + 1);
    }

    @Override
    public void send(byte[] bytes, long nanos) throws IOException, InterruptedException {
        Blocking.await(workers.pool(), () -> device.write(bytes), nanos, "the instrument takes no more bytes");
    }

    @Override
    public byte[] receive(long nanos) throws IOException, InterruptedException {
        if (nanos > 0 && reading.compareAndSet(false, true)) {
            workers.pool().execute(this::read);
        }
        return inbox.take(nanos);
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        try {
            if (channel.read(buffer) < 0) {
                throw new IOException("the device has gone");
            }
            byte[] bytes = new byte[buffer.flip().remaining()];
            buffer.get(bytes);
            inbox.put(bytes);
        } catch (IOException e) {
            // The kernel gives up a read by itself after some seconds; that is no loss.
            if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("timed out")) {
                inbox.end(String.valueOf(e.getMessage()));
            }
        } finally {
            reading.set(false);
        }
    }

    @Override
    public String ended() {
        return inbox.ended().isEmpty() && Files.notExists(file)
                ? file + " has gone: look for the cable"
                : inbox.ended();
    }

    @Override
    public void close() {
        inbox.end("the link was closed");
        try {
            channel.close();
            device.close();
        } catch (IOException e) {
            LOG.debug("A device did not close well", e);
        }
    }
}
