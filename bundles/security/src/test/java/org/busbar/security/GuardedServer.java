package org.busbar.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.busbar.api.security.Caller;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A server that lets in whom the lab knows. */
final class GuardedServer implements AutoCloseable {

    final TestKeep test;
    final HttpClient client = HttpClient.newHttpClient();
    private Server server;
    private int port;

    /** Says who asks. */
    private static final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            if (request.getRequestURI().equals("/forbidden")) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
            boolean known = request.getUserPrincipal() instanceof Caller;
            response.getWriter().print(known ? request.getRemoteUser() : "nobody");
        }
    }

    GuardedServer(Path lab) throws Exception {
        test = new TestKeep(lab);
        serve(new Entrance.Guarded(test.keep));
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        test.close();
    }

    void serve(Entrance entrance) throws Exception {
        if (server != null) {
            server.stop();
        }
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        SecurityFilter filter = new SecurityFilter(
                entrance,
                mapping -> mapping.getServletName().equals("facade"),
                test.keep.audit,
                new TimelyRequest.Pace(Duration.ofMillis(500), 100));
        context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder("login", new LoginServlet(test.keep)), "/login");
        context.addServlet(new ServletHolder("logout", new LoginServlet(test.keep)), "/logout");
        context.addServlet(new ServletHolder("facade", new Echo()), "/facade/*");
        context.addServlet(new ServletHolder("rest", new Echo()), "/*");
        server.setHandler(context);
        server.start();
        port = connector.getLocalPort();
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> form(String path, String body, String... headers) throws Exception {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return send("POST", path, body, all);
    }

    HttpResponse<String> person(String body) throws Exception {
        return form("/login", body, "Origin", "http://127.0.0.1:" + port, "Accept", "text/html");
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }

    /** The status of a request whose Host header no client library would send. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(9, 12);
        }
    }
}
