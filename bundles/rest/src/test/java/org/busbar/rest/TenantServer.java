package org.busbar.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.EnumSet;
import org.busbar.api.security.Caller;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The broker's part of the api behind real sockets; a token {@code x} makes the caller the tenant {@code x}. */
final class TenantServer implements AutoCloseable {

    private final RequestApi api;
    private final ApiServlet servlet = new ApiServlet();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private volatile boolean closing; // nobody begins to wait any more
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param port 0 for any */
    TenantServer(RequestApi api, int port) throws Exception {
        this.api = api;
        api.groups.forEach(servlet::addRoutes);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        Filter known = (request, response, chain) -> {
            if (closing) {
                ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                chain.doFilter(known((HttpServletRequest) request), response);
            }
        };
        FilterHolder filter = new FilterHolder(known);
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
    }

    private static HttpServletRequest known(HttpServletRequest request) {
        String token = request.getHeader("Authorization");
        Caller caller = token == null ? RequestApi.ADMIN : RequestApi.tenant(token.replace("Bearer ", ""));
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable Principal getUserPrincipal() {
                return caller;
            }
        };
    }

    int port() {
        return connector.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        closing = true;
        servlet.close();
        server.stop();
        api.close();
    }
}
