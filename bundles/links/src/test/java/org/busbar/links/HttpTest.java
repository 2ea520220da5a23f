package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException.Kind;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkStatus.State;
import org.busbar.links.Rig.Other;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to a real web server. */
class HttpTest {

    private static final Map<String, Integer> STATUSES = Map.of(
            "/api/away",
            307,
            "/api/moved",
            307,
            "/api/no",
            409,
            "/api/often",
            429,
            "/api/busy",
            503,
            "/api/down",
            503,
            "/api/broken",
            500);

    private final Rig rig = new Rig();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String uri;
    private Link link;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/", this::answer);
        server.start();
        uri = "http://localhost:" + server.getAddress().getPort() + "/api";
        link = rig.open(uri + "?timeout=9s");
    }

    @AfterEach
    void end() {
        rig.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (path) {
            case "/api/slow" -> pause();
            case "/api/away" -> exchange.getResponseHeaders().add("Location", "http://example.invalid/");
            case "/api/moved" -> exchange.getResponseHeaders().add("Location", "/api/here?x=1");
            case "/api/busy" -> exchange.getResponseHeaders().add("Retry-After", "2");
            case "/api/gone" -> {
                exchange.close();
                return;
            }
            default -> {}
        }
        int status = STATUSES.getOrDefault(path, 200);
        String text = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Mode") + " " + body;
        byte[] bytes = (status >= 400 ? "the lid is open" : text).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_reply_to_a_request_is_its_body() throws Exception {
        assertEquals("GET /api/t?unit=Cel null ", link.ask("GET /t?unit=Cel"));
        assertEquals(
                "POST /api/set fast {\"t\": 20}\n\nend", link.ask("POST /set\nX-Mode: fast\n\n{\"t\": 20}\n\nend"));
        assertEquals("PUT /api/set slow 1", link.ask("PUT /set\r\nContent-Type: text/plain\r\nX-Mode: slow\r\n\r\n1"));
        link.tell("DELETE /set");
        assertEquals(4, rig.only().exchanges());
    }

    @Test
    void an_error_of_the_request_is_a_refusal() throws Exception {
        DeviceException no = assertThrows(DeviceException.class, () -> link.ask("GET /no"));
        assertEquals(Detail.REFUSED, no.detail());
        assertEquals(uri + " answers 409 to GET /api/no: the lid is open", no.getMessage());
        assertEquals(
                Detail.REFUSED,
                assertThrows(DeviceException.class, () -> link.tell("GET /no")).detail());
        assertEquals("GET /api/t null ", link.ask("GET /t"));
        assertEquals(State.CONNECTED, rig.only().state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/often", "/busy"})
    void a_server_that_is_busy_has_refused(String path) throws Exception {
        DeviceException no = assertThrows(DeviceException.class, () -> link.ask("POST " + path + "\n\nx"));
        assertEquals(Detail.REFUSED, no.detail());
        assertEquals("GET /api/t null ", link.ask("GET /t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broken", "/down"})
    void a_server_that_has_failed_leaves_open_how_far_it_came(String path) throws Exception {
        String said = Rig.fails(Kind.GARBLED, () -> link.ask("POST " + path + "\n\nx"));
        assertTrue(said.contains(" to POST /api" + path + ": the lid is open (it has failed; how far"), said);
        Rig.fails(Kind.GARBLED, () -> link.tell("POST " + path + "\n\nx"));
        assertEquals("GET /api/t null ", link.ask("GET /t"));
        assertEquals(State.CONNECTED, rig.only().state());
    }

    @Test
    void a_redirection_is_followed_on_this_server_only() throws Exception {
        assertEquals("POST /api/here?x=1 fast b", link.ask("POST /moved\nX-Mode: fast\n\nb"));
        DeviceException no = assertThrows(DeviceException.class, () -> link.ask("GET /away"));
        assertTrue(no.getMessage().contains("answers 307"), no.getMessage());
    }

    @Test
    void a_slow_answer_is_no_reply_and_is_not_taken_for_the_next_one() throws Exception {
        link.ask("GET /a");
        Rig.fails(Kind.NO_REPLY, () -> link.within(Duration.ofMillis(200)).ask("GET /slow"));
        assertEquals("GET /api/a null ", link.ask("GET /a"));
        assertEquals("GET /api/slow null ", link.ask("GET /slow"));
    }

    @Test
    void a_connection_broken_off_is_lost() throws Exception {
        Rig.fails(Kind.LOST, () -> link.ask("POST /gone\n\nx"));
        Rig.await(() -> rig.only().state() == State.CONNECTED);
        assertEquals("GET /api/a null ", link.ask("GET /a"));
    }

    @Test
    void a_server_that_is_not_there_is_offline() throws Exception {
        assertEquals("GET /api/a null ", link.ask("GET /a"));
        server.stop(0);
        Rig.await(() -> {
            try {
                link.ask("GET /a");
                return false;
            } catch (DeviceException e) {
                assertEquals(Detail.OFFLINE, e.detail());
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        Rig.await(() -> rig.only().state() == State.LOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "GET t",
                "get /t",
                "GET /../secret",
                "GET /%2e%2e/secret/..",
                "GET /a b",
                "GET /a\nno header",
                "GET /a\nHost: x",
                "GET /a|b",
                "GET /a\nX-Mode: \u0001"
            })
    void what_is_no_request_is_refused_and_not_sent(String message) {
        assertThrows(IllegalArgumentException.class, () -> link.ask(message));
        assertEquals(0, rig.only().exchanges());
    }

    @Test
    void a_path_goes_as_it_is_written() throws Exception {
        assertEquals("GET /api/a;v=1/b%20c;w?d=%7C;e null ", link.ask("GET /a;v=1/b%20c;w?d=%7C;e"));
        String said = assertThrows(IllegalArgumentException.class, () -> link.ask("GET /a b"))
                .getMessage();
        assertTrue(said.contains("%20 for a blank"), said);
    }

    @Test
    void an_interrupt_ends_a_request() throws Exception {
        Other other = new Other(() -> link.within(Duration.ofSeconds(30)).ask("GET /slow"));
        Thread.sleep(100);
        other.thread.interrupt();
        assertEquals(
                InterruptedException.class, other.end.get(9, TimeUnit.SECONDS).getClass());
        assertEquals("GET /api/a null ", link.ask("GET /a"));
    }

    @Test
    void every_kind_of_damage_is_seen() throws Exception {
        link.ask("GET /a");
        rig.room.inject(uri, LinkFault.always(LinkFault.Kind.GARBAGE));
        Rig.fails(Kind.GARBLED, () -> link.within(Duration.ofSeconds(1)).ask("GET /a"));
        Rig.fails(Kind.GARBLED, () -> link.ask("GET /a"));
        assertTrue(link.ask("GET /a").chars().allMatch(c -> c > 127));
    }
}
