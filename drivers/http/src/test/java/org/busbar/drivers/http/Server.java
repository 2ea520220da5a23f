package org.busbar.drivers.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real web server. */
final class Server implements AutoCloseable {

    /** What was asked: method and path, the headers of interest, and the body. */
    record Asked(String line, String type, String authorization, String body) {}

    record Answer(int status, String body) {}

    interface Pages {
        Answer answer(Asked asked) throws Exception;
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    Server(Pages pages) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, pages));
        server.setExecutor(workers);
        server.start();
    }

    private void answer(HttpExchange exchange, Pages pages) throws IOException {
        try (exchange) {
            Asked one = new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(one);
            Answer answer = pages.answer(one);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server is being closed
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** The base of its pages. */
    String link() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api?timeout=5s";
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
