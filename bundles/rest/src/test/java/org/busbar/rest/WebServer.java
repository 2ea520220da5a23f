package org.busbar.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The api behind real sockets; everybody is a program of this machine. */
final class WebServer implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    private static final class Local implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, jakarta.servlet.ServletException {
            chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                        @Override
                        public Principal getUserPrincipal() {
                            return Api.LOCAL;
                        }
                    },
                    response);
        }
    }

    WebServer(ApiServlet servlet) throws Exception {
        this(servlet, 30_000);
    }

    /** @param idle after how many milliseconds a connection on which nothing moves is closed */
    WebServer(ApiServlet servlet, long idle) throws Exception {
        this(servlet, idle, new Local());
    }

    /** @param who tells who asks */
    WebServer(ApiServlet servlet, long idle, Filter who) throws Exception {
        connector.setIdleTimeout(idle);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        FilterHolder filter = new FilterHolder(who);
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    /** A connection on which that was asked. */
    Socket ask(String path, String... headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        OutputStream out = socket.getOutputStream();
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    /** What is answered until the connection is closed. */
    String get(String path, String... headers) throws IOException {
        String[] closing = java.util.Arrays.copyOf(headers, headers.length + 1);
        closing[headers.length] = "Connection: close";
        try (Socket socket = ask(path, closing);
                InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
