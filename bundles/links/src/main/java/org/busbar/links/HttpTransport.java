package org.busbar.links;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.busbar.api.link.Framing;

/** {@code http://host:port/base}: an instrument that is a web server. What is connected is that it can be reached. */
final class HttpTransport implements Transport {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final URI base;
    private final Workers workers;
    private final int limit;

    HttpTransport(Address address, Workers workers, int limit) {
        base = base(address);
        this.workers = workers;
        this.limit = limit;
    }

    /** The base as it counts, without detours. */
    static URI base(Address address) {
        try {
            URI base = URI.create(address.name().replaceFirst("/+$", "")).normalize();
            boolean isDetour = String.valueOf(base.getPath()).contains("..");
            if (base.getHost() != null && base.getUserInfo() == null && base.getFragment() == null && !isDetour) {
                return base;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wrong(address), e);
        }
        throw new IllegalArgumentException(wrong(address));
    }

    private static String wrong(Address address) {
        return address.text() + ": write it as " + address.scheme() + "://host:port/base, without user and password";
    }

    @Override
    public String key() {
        return base.toString();
    }

    @Override
    public Framing framing(Framing driver) {
        return new HttpFraming(base);
    }

    @Override
    public boolean answersAll() {
        return true;
    }

    @Override
    public Connection connect(Consumer<String> notes) throws Unreachable {
        boolean secure = base.getScheme().equals("https");
        int port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        InetSocketAddress address = new Endpoint(base.getHost(), port).resolved();
        try (Socket knock = new Socket()) {
            knock.connect(address, (int) PATIENCE.toMillis());
        } catch (IOException e) {
            throw new Unreachable(TcpTransport.reason(e), e);
        }
        return new HttpConnection(workers.http(PATIENCE), base, workers, limit);
    }
}
