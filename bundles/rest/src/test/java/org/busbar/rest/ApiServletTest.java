package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiServletTest {

    private final Api api = new Api();
    private final ApiServlet servlet = new ApiServlet();

    @BeforeEach
    void connect() {
        api.groups().forEach(servlet::addRoutes);
    }

    @Test
    void serves_programs_of_this_machine() throws Exception {
        Exchange exchange = new Exchange("GET", "/api/v1/devices/l%65ft").run(servlet);
        assertEquals(200, exchange.status);
        assertTrue(exchange.text().contains("\"id\":\"left\""), exchange.text());
        assertEquals("no-store", exchange.sent.get("Cache-Control"));
        Exchange head = new Exchange("HEAD", "/health").run(servlet);
        assertEquals(200, head.status);
        assertEquals("", head.text());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10.0.0.7,  localhost:8080, -",
                "127.0.0.1, evil.example,   -",
                "127.0.0.1, -,              -",
                "127.0.0.1, localhost:8080, http://evil.example",
                "127.0.0.1, localhost:8080, http://localhost:9090",
                "127.0.0.1, localhost:8080, null",
            })
    void keeps_foreigners_out(String remote, String host, String origin) throws Exception {
        Exchange exchange = new Exchange("POST", "/api/v1/campaigns").body("{\"plan\": \"salt\"}");
        exchange.remote = remote;
        exchange.header("Host", host).header("Origin", origin).run(servlet);
        assertEquals(403, exchange.status, exchange.text());
        assertEquals("application/problem+json", exchange.sent.get("Content-Type"));
        assertTrue(api.campaigns.begun.isEmpty());
    }

    @Test
    void a_page_of_this_server_may_change_things() throws Exception {
        Exchange exchange = new Exchange("POST", "/api/v1/campaigns").body("{\"plan\": \"salt\"}");
        exchange.remote = "0:0:0:0:0:0:0:1";
        exchange.header("Host", "[::1]:8080")
                .header("Origin", "http://[::1]:8080")
                .run(servlet);
        assertEquals(201, exchange.status, exchange.text());
    }

    @Test
    void a_body_over_one_megabyte_is_413() throws Exception {
        Exchange exchange = new Exchange("POST", "/api/v1/runs").body(" ".repeat(Calls.LONGEST_BODY + 1));
        assertEquals(413, exchange.run(servlet).status);
    }

    @Test
    void another_content_type_is_415() throws Exception {
        Exchange exchange = new Exchange("POST", "/api/v1/runs").body("{}").header("Content-Type", "text/plain");
        assertEquals(415, exchange.run(servlet).status);
    }

    @Test
    void an_unforeseen_fault_gives_away_nothing_but_an_id() throws Exception {
        servlet.addRoutes(() -> List.of(Route.get("/api/v1/broken", call -> {
            throw new IllegalStateException("secret of /home/me/File.java");
        })));
        Exchange exchange = new Exchange("GET", "/api/v1/broken").run(servlet);
        assertEquals(500, exchange.status);
        assertFalse(exchange.text().contains("secret"), exchange.text());
        assertFalse(exchange.text().contains("java"), exchange.text());
        assertTrue(exchange.text().matches(".*see error [0-9a-f]{8} in.*"), exchange.text());
    }

    @Test
    void the_fifty_first_reader_is_turned_away_until_another_goes() throws Exception {
        for (int i = 0; i < Streams.MOST; i++) {
            assertEquals(200, new Exchange("GET", "/api/v1/events").run(servlet).status);
        }
        Exchange late = new Exchange("GET", "/api/v1/events").run(servlet);
        assertEquals(503, late.status);
        assertEquals("10", late.sent.get("Retry-After"));
        servlet.close();
        assertEquals(200, new Exchange("GET", "/api/v1/events").run(servlet).status);
        servlet.close();
    }
}
