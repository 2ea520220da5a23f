package org.busbar.links;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.function.Consumer;

/** {@code udp://host:port}: one datagram for each message; replies may come in several. */
final class UdpTransport implements Transport {

    private final Endpoint endpoint;
    private final Sockets sockets;
    private final int limit;

    UdpTransport(Endpoint endpoint, Sockets sockets, int limit) {
        this.endpoint = endpoint;
        this.sockets = sockets;
        this.limit = limit;
    }

    @Override
    public String key() {
        return "udp://" + endpoint;
    }

    @Override
    public Connection connect(Consumer<String> notes) throws Unreachable {
        InetSocketAddress address = endpoint.resolved();
        try {
            DatagramChannel channel = DatagramChannel.open();
            try {
                channel.connect(address);
                return sockets.connection(channel, limit);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Unreachable(TcpTransport.reason(e), e);
        }
    }
}
