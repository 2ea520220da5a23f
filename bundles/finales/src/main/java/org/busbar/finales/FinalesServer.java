package org.busbar.finales;

import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server of its own, on a port of its own, with a bounded number of threads. */
final class FinalesServer implements AutoCloseable {

    private static final int LONGEST_LINE = 5000;
    private static final int BACKLOG = 1024;
    private static final int WORTH_ZIPPING = 1024;

    private final Server server;
    private final ServerConnector connector;

    /** @throws IOException if the port is taken or the address is not one of this machine */
    FinalesServer(Settings settings, Router router) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(settings.threads(), Math.min(8, settings.threads()));
        threads.setName("finales");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setShutdownIdleTimeout(100);
        server.addConnector(connector);
        server.setHandler(
                zipping(new CallHandler(router, settings.longest(), () -> threads.getQueueSize() > LONGEST_LINE)));
        server.setErrorHandler(new JsonErrors());
        server.setStopTimeout(2000);
        start();
    }

    private static Handler zipping(Handler handler) {
        GzipHandler zipping = new GzipHandler(handler);
        zipping.setIncludedMethods("GET");
        zipping.setMinGzipSize(WORTH_ZIPPING);
        return zipping;
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IOException("FINALES cannot be served: " + e.getMessage(), e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("The FINALES server did not stop: " + e.getMessage(), e);
        }
    }
}
