package org.busbar.links;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A socket that is connected, and is read by {@link Sockets}. */
final class SocketConnection implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);

    private final ByteChannel channel;
    private final Inbox inbox;
    private final Runnable closing;

    /** @param closing is called when the channel was closed */
    SocketConnection(ByteChannel channel, Inbox inbox, Runnable closing) {
        this.channel = channel;
        this.inbox = inbox;
        this.closing = closing;
    }

    @Override
    public void send(byte[] bytes, long nanos) throws IOException, InterruptedException {
        long until = System.nanoTime() + nanos;
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            if (channel.write(left) == 0) {
                if (System.nanoTime() > until) {
                    throw new IOException("the instrument takes no more bytes: " + left.remaining() + " of "
                            + bytes.length + " are not sent");
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    @Override
    public byte[] receive(long nanos) throws IOException, InterruptedException {
        return inbox.take(nanos);
    }

    @Override
    public String ended() {
        return inbox.ended();
    }

    @Override
    public void close() {
        inbox.end("the link was closed");
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A socket did not close well", e);
        }
        closing.run();
    }
}
