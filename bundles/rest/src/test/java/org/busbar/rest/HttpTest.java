package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {

    private static final String ACT = "/api/v1/devices/left/actions/dispense";
    private final Api api = new Api();
    private final ApiServlet servlet = new ApiServlet();

    @BeforeEach
    void connect() {
        api.groups().forEach(servlet::addRoutes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"volume\": NaN}                          | 400",
                "{\"volume\": Infinity}                     | 400",
                "{\"volume\": \"1 mL\", \"volume\": \"2 mL\"} | 400",
                "{} {}                                      | 400",
                "{\"volume\": \"NaN mL\"}                   | 422",
                "{\"volume\": {\"value\": null, \"unit\": \"mL\"}} | 422",
                "{\"volume\": {\"value\": 1e999, \"unit\": \"mL\"}} | 422",
                "{\"volume\": {\"value\": \"Infinity\", \"unit\": \"mL\"}} | 422",
            })
    void what_is_no_number_or_said_twice_is_refused(String body, int status) throws Exception {
        Exchange exchange = new Exchange("POST", ACT).body(body).run(servlet);
        assertEquals(status, exchange.status, exchange.text());
        assertEquals("application/problem+json", exchange.sent.get("Content-Type"));
        assertEquals(0, api.orchestrator.submitted);
    }

    @Test
    void deep_and_endless_things_are_refused_with_the_limit() throws Exception {
        Exchange deep = new Exchange("POST", ACT).body("{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
        assertEquals(400, deep.run(servlet).status);
        assertTrue(deep.text().contains("100"), deep.text());
        Exchange digits = new Exchange("POST", ACT).body("{\"strokes\": " + "9".repeat(5000) + "}");
        assertEquals(400, digits.run(servlet).status);
        Exchange echo = new Exchange("POST", "/api/v1/runs").body("{\"sequence\": \"" + "x".repeat(900_000) + "\"}");
        assertEquals(422, echo.run(servlet).status);
        assertTrue(echo.text().length() < 10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=iso-8859-1", "text/json", "", "application/jsonp"})
    void only_json_in_utf_8_is_read(String type) throws Exception {
        Exchange exchange = new Exchange("POST", ACT).body("{}").header("Content-Type", type);
        assertEquals(415, exchange.run(servlet).status, exchange.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /api/v1/runs  | text/html                                  | 406",
                "GET  | /api/v1/runs  | image/png, text/*;q=0.5                    | 406",
                "GET  | /api/v1/runs  | text/html, application/*;q=0.5             | 200",
                "GET  | /api/v1/runs  | text/html,application/xml;q=0.9,*/*;q=0.8  | 200",
                "GET  | /docs         | text/html                                  | 200",
                "POST | /api/v1/devices/left/hold | text/html                      | 406",
                "POST | /api/v1/safety-stop | text/html                            | 200",
            })
    void what_a_client_does_not_want_is_not_sent(String method, String path, String accept, int status)
            throws Exception {
        Exchange exchange = new Exchange(method, path).header("Accept", accept).run(servlet);
        assertEquals(status, exchange.status, exchange.text());
        assertTrue(api.orchestrator.bars.isEmpty());
    }

    @Test
    void what_was_not_changed_is_not_sent_again() throws Exception {
        Exchange first = new Exchange("GET", "/api/v1/bars").run(servlet);
        String tag = first.sent.get("ETag");
        Exchange again = new Exchange("GET", "/api/v1/bars")
                .header("If-None-Match", "\"other\", " + tag)
                .run(servlet);
        assertEquals(304, again.status);
        assertEquals("", again.text());
        assertEquals(tag, again.sent.get("ETag"));
        new Exchange("POST", "/api/v1/devices/left/hold")
                .body("{\"by\": \"me\"}")
                .run(servlet);
        Exchange changed = new Exchange("GET", "/api/v1/bars").header("If-None-Match", tag);
        assertEquals(200, changed.run(servlet).status);
        assertNotEquals(tag, changed.sent.get("ETag"));
    }

    @Test
    void every_get_has_a_head() throws Exception {
        int seen = 0;
        for (String path : new String[] {"/docs", "/openapi.json", "/api/v1/runs", "/api/v1/events", "/health"}) {
            Exchange head = new Exchange("HEAD", path).run(servlet);
            assertEquals(200, head.status, path);
            assertEquals("", head.text(), path);
            assertTrue(head.sent.containsKey("Content-Type"), path);
            seen += Integer.parseInt(head.sent.getOrDefault("Content-Length", "0"));
        }
        assertTrue(seen > 1000);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs,                      text/html",
        "/docs/docs.js,              text/javascript",
        "/docs/docs.css,             text/css",
        "/docs/swagger-ui-bundle.js, text/javascript",
        "/docs/swagger-ui.css,       text/css",
        "/docs/favicon-32x32.png,    image/png",
    })
    void the_explorer_needs_nothing_from_elsewhere(String path, String type) throws Exception {
        Exchange exchange = new Exchange("GET", path);
        exchange.caller = null;
        assertEquals(200, exchange.run(servlet).status);
        assertTrue(exchange.sent.get("Content-Type").startsWith(type));
        assertTrue(exchange.sent.get("Content-Security-Policy").contains("script-src 'self';"));
        assertTrue(exchange.text().length() > 400);
        assertFalse(path.equals("/docs") && exchange.text().matches("(?s).*(https?:|<script>|style=).*"));
        assertEquals(404, new Exchange("GET", "/docs/pom.xml").run(servlet).status);
    }
}
