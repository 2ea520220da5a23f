package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException.Kind;
import org.busbar.api.link.LinkFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of messages with secrets; what is sent stays as it is. */
class SecretsTest {

    private static final String HIDDEN = "hunter2";

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Authorization: Basic hunter2 > Authorization: ***",
                "proxy-authorization:Bearer hunter2 > proxy-authorization: ***",
                "Cookie: a=1; b=hunter2 > Cookie: ***",
                "Set-Cookie: b=hunter2 > Set-Cookie: ***",
                "X-Api-Key: hunter2 > X-Api-Key: ***",
                "apikey: hunter2 > apikey: ***",
                "Ocp-Apim-Subscription-Key: hunter2 > Ocp-Apim-Subscription-Key: ***",
                "X-Auth: hunter2 > X-Auth: ***",
                "X-Auth-Token: hunter2 > X-Auth-Token: ***",
                "GET /a?api_key=hunter2&b=1 HTTP/1.1 > GET /a?api_key=***&b=1 HTTP/1.1",
                "user=me&password=hunter2 > user=me&password=***",
                "{\"user\": \"me\", \"password\": \"hunter2\"} > {\"user\": \"me\", \"password\": \"***\"}",
                "{\"access_token\":\"a\\\"hunter2\",\"b\":1} > {\"access_token\":\"***\",\"b\":1}",
                "{\"password\": \"hunter2 > {\"password\": \"***"
            })
    void a_secret_is_masked(String text, String shown) {
        assertEquals(shown, Secrets.masked(text));
        assertEquals("x\r\n" + shown + "\r\ny", Secrets.masked("x\r\n" + text + "\r\ny"), "in the middle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*IDN?", "Author: x", "Content-Type: a/b", "{\"t\": \"20\"}", "GET /cookie?t=1", "S S  1.0 g"})
    void all_else_stays(String text) {
        assertEquals(text, Secrets.masked(text));
    }

    @Test
    void a_megabyte_is_looked_through_too() {
        String much = "x".repeat(1_000_000) + "\"".repeat(100_000) + "?token".repeat(10_000);
        assertEquals(much, Secrets.masked(much));
    }

    @Test
    void neither_trace_nor_errors_tell_credentials_that_are_sent() throws Exception {
        List<String> sent = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            sent.add(key);
            byte[] told = ("Authorization: " + key).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/no") ? 401 : 200, told.length);
            exchange.getResponseBody().write(told);
            exchange.close();
        });
        server.start();
        try (Rig rig = new Rig()) {
            String uri = "http://localhost:" + server.getAddress().getPort() + "?timeout=9s";
            Link link = rig.open(uri);
            rig.room.trace(uri, Duration.ofMinutes(1));
            String headers = "\nAuthorization: Bearer hunter2\n\n";
            assertEquals("Authorization: Bearer hunter2", link.ask("GET /a" + headers));
            hides(assertThrows(DeviceException.class, () -> link.ask("GET /no" + headers))
                    .getMessage());
            rig.room.inject(uri, LinkFault.once(LinkFault.Kind.DROP_DURING));
            hides(Rig.fails(Kind.LOST, () -> link.ask("GET /a" + headers)));
            hides(refused(link, "get /a" + headers));
            hides(refused(link, "GET /a\nAuthorization: hunter2\u0001"));
            hides(refused(link, "GET /a?password=hunter2|"));
            rig.room.traced(uri).forEach(entry -> hides(entry.text()));
            assertTrue(rig.room.traced(uri).stream()
                    .anyMatch(entry -> entry.text().equals("GET /a\nAuthorization: ***\n\n")));
            assertTrue(sent.stream().allMatch("Bearer hunter2"::equals));
        } finally {
            server.stop(0);
        }
    }

    private static String refused(Link link, String message) {
        return assertThrows(IllegalArgumentException.class, () -> link.ask(message))
                .getMessage();
    }

    private static void hides(String text) {
        assertTrue(!text.contains(HIDDEN), text);
    }
}
