package org.busbar.links;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** {@code tcp://host:port}: a stream socket. */
final class TcpTransport implements Transport {

    private static final int PATIENCE_MS = 3_000;

    private final Endpoint endpoint;
    private final Sockets sockets;
    private final int limit;

    TcpTransport(Endpoint endpoint, Sockets sockets, int limit) {
        this.endpoint = endpoint;
        this.sockets = sockets;
        this.limit = limit;
    }

    @Override
    public String key() {
        return "tcp://" + endpoint;
    }

    @Override
    public Connection connect(Consumer<String> notes) throws Unreachable {
        InetSocketAddress address = endpoint.resolved();
        try {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
                channel.socket().connect(address, PATIENCE_MS);
                return sockets.connection(channel, limit);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Unreachable(reason(e), e);
        }
    }

    /** What a failed attempt to connect a socket means, and what to do. */
    static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return "connection refused: is the instrument on, and is the port right?";
        }
        if (e instanceof SocketTimeoutException) {
            return "no answer within " + PATIENCE_MS / 1000
                    + " s: is the instrument on, and are host and network cable right?";
        }
        return e instanceof NoRouteToHostException
                ? "no route to the host: is the network cable plugged in?"
                : String.valueOf(e.getMessage());
    }
}
