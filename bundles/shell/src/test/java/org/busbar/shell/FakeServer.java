package org.busbar.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A lab server that has canned answers, and a canned stream of events for each connection. */
final class FakeServer implements AutoCloseable {

    final Map<String, String> answers = new HashMap<>();
    final List<String> streams = new ArrayList<>();
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final List<String> queries = Collections.synchronizedList(new ArrayList<>());
    final List<String> shown = Collections.synchronizedList(new ArrayList<>());
    final List<String> conditions = Collections.synchronizedList(new ArrayList<>()); // of PUT
    final List<String> lastIds = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FakeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers {@code GET /path}, {@code POST /path} and so on; a status other than 200 precedes the JSON. */
    FakeServer has(String request, String answer) {
        answers.put(request, answer);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        asked.add(request + " " + body);
        queries.add(String.valueOf(exchange.getRequestURI().getRawQuery()));
        if (request.startsWith("PUT ")) {
            conditions.add(exchange.getRequestHeaders().getFirst("If-None-Match") + " "
                    + exchange.getRequestHeaders().getFirst("If-Match"));
        }
        shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (request.equals("GET /api/v1/events") && !answers.containsKey(request)) {
            stream(exchange);
            return;
        }
        String answer = answers.getOrDefault(request, "404 {\"detail\": \"nothing at " + request + "\"}");
        boolean plain = !answer.matches("(?s)\\d{3} .*");
        byte[] bytes = (plain ? answer : answer.substring(4)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(plain ? 200 : Integer.parseInt(answer.substring(0, 3)), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void stream(HttpExchange exchange) throws IOException {
        String text;
        synchronized (streams) {
            lastIds.add(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
            text = streams.isEmpty() ? null : streams.remove(0);
        }
        exchange.sendResponseHeaders(text == null ? 503 : 200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
        }
    }

    static String event(long number, String kind, String data) {
        return "id: " + number + "\nevent: " + kind + "\ndata: " + data + "\n\n";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
