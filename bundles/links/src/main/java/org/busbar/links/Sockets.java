package org.busbar.links;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all sockets with one thread, which is there from the first one on. Safe for use by many threads. */
final class Sockets implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

    private record Newcomer(SelectableChannel channel, Inbox inbox) {}

    private final Queue<Newcomer> newcomers = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
    private @Nullable Selector selector;
    private boolean closed;

    /** The connection over a channel that is connected already and reads and writes bytes. */
    <C extends SelectableChannel & ByteChannel> Connection connection(C channel, int limit) throws IOException {
        Inbox inbox = new Inbox(limit + 1);
        channel.configureBlocking(false);
        Selector reader = started();
        newcomers.add(new Newcomer(channel, inbox));
        reader.wakeup();
        return new SocketConnection(channel, inbox, reader::wakeup);
    }

    private synchronized Selector started() throws IOException {
        if (closed) {
            throw new IOException("the links are closed");
        }
        if (selector == null) {
            Selector fresh = Selector.open();
            selector = fresh;
            Thread thread = new Thread(() -> read(fresh), "busbar-links-sockets");
            thread.setDaemon(true);
            thread.start();
        }
        return selector;
    }

    private void read(Selector reader) {
        try (reader) {
            while (!isClosed()) {
                reader.select(key -> read(key));
                admit(reader);
            }
        } catch (ClosedSelectorException e) {
            LOG.debug("The reader of the sockets was closed", e);
        } catch (IOException | RuntimeException e) {
            LOG.error("The sockets cannot be read any more: restart the server", e);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void admit(Selector reader) {
        for (Newcomer next = newcomers.poll(); next != null; next = newcomers.poll()) {
            try {
                next.channel.register(reader, SelectionKey.OP_READ, next.inbox);
            } catch (ClosedChannelException e) {
                next.inbox.end("the link was closed");
            }
        }
    }

    private void read(SelectionKey key) {
        Inbox inbox = (Inbox) key.attachment();
        try {
            ByteChannel channel = (ByteChannel) key.channel();
            buffer.clear();
            int count = channel.read(buffer);
            if (count < 0) {
                throw new IOException("the instrument has closed the connection");
            }
            byte[] bytes = new byte[count];
            buffer.flip().get(bytes);
            inbox.put(bytes);
        } catch (IOException | CancelledKeyException e) {
            inbox.end(String.valueOf(e.getMessage()));
            key.cancel();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (selector != null) {
            selector.wakeup();
        }
    }
}
