package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.busbar.api.experiment.Bar;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void nobody_gets_anything_but_a_sign_of_life_without_saying_who_asks() throws Exception {
        for (String path : List.of("/api/v1/devices", "/api/v1/nothing/here")) {
            Exchange exchange = new Exchange("GET", path);
            exchange.caller = null;
            assertEquals(401, exchange.run(servlet).status, exchange.text());
            assertTrue(exchange.sent.get("WWW-Authenticate").startsWith("Bearer"));
            assertEquals("application/problem+json", exchange.sent.get("Content-Type"));
        }
        Exchange health = new Exchange("GET", "/health");
        health.caller = null;
        assertEquals("{\"live\":true,\"ready\":true}", health.run(servlet).text());
    }

    @Test
    void who_lacks_the_role_is_told_which_one_it_takes() throws Exception {
        Exchange exchange = new Exchange("POST", "/api/v1/campaigns").body("{\"plan\": \"salt\"}");
        exchange.caller = new Caller("vera", Set.of(Role.VIEWER, Role.OPERATOR), Set.of());
        assertEquals(403, exchange.run(servlet).status, exchange.text());
        assertTrue(exchange.text().contains("SCIENTIST"), exchange.text());
        assertTrue(exchange.text().contains("'vera' has [VIEWER, OPERATOR]"), exchange.text());
        assertTrue(api.campaigns.begun.isEmpty());
    }

    @Test
    void everybody_known_may_stop_everything() throws Exception {
        Exchange exchange = new Exchange("POST", "/api/v1/safety-stop").body("{\"by\": \"somebody else\"}");
        exchange.caller = new Caller("vera", Set.of(), Set.of());
        assertEquals(200, exchange.run(servlet).status, exchange.text());
        assertEquals("vera: no reason could be read", api.orchestrator.stopped);
    }

    @Test
    void who_acts_is_the_caller_unless_an_administrator_says_otherwise() throws Exception {
        Exchange own = new Exchange("POST", "/api/v1/devices/left/hold").body("{}");
        own.caller = new Caller("oleg", Set.of(Role.OPERATOR), Set.of());
        assertEquals(200, own.run(servlet).status, own.text());
        assertEquals("oleg", api.orchestrator.bars.get(Bar.Kind.HOLD).by());
        Exchange other = new Exchange("POST", "/api/v1/devices/left/hold").body("{\"by\": \"anna\"}");
        other.caller = own.caller;
        assertEquals(403, other.run(servlet).status, other.text());
        other = new Exchange("POST", "/api/v1/devices/left/hold").body("{\"by\": \"anna\"}");
        other.caller = new Caller("root", Set.of(Role.ADMIN), Set.of());
        assertEquals(200, other.run(servlet).status, other.text());
        assertEquals("anna", api.orchestrator.bars.get(Bar.Kind.HOLD).by());
    }

    @Test
    void a_body_over_one_megabyte_is_413() throws Exception {
        Exchange exchange = new Exchange("POST", "/api/v1/runs").body(" ".repeat(Route.LONGEST_BODY + 1));
        assertEquals(413, exchange.run(servlet).status);
    }

    @Test
    void another_content_type_is_415() throws Exception {
        Exchange exchange = new Exchange("POST", "/api/v1/runs").body("{}").header("Content-Type", "text/plain");
        assertEquals(415, exchange.run(servlet).status);
    }

    @Test
    void an_unforeseen_fault_gives_away_nothing_but_an_id() throws Exception {
        servlet.addRoutes(() -> List.of(Route.get("/api/v1/broken").does(call -> {
            throw new IllegalStateException("secret of /home/me/File.java");
        })));
        Exchange exchange = new Exchange("GET", "/api/v1/broken").run(servlet);
        assertEquals(500, exchange.status);
        assertFalse(exchange.text().contains("secret"), exchange.text());
        assertFalse(exchange.text().contains("java"), exchange.text());
        assertTrue(exchange.text().matches(".*see error [0-9a-f]{8} in.*"), exchange.text());
    }

    @Test
    void one_reader_too_many_is_turned_away_until_another_goes() throws Exception {
        Streams streams = new Streams();
        ApiServlet full = new ApiServlet(streams);
        api.groups().forEach(full::addRoutes);
        for (int i = 0; i < Streams.MOST; i++) {
            assertEquals(200, new Exchange("GET", "/api/v1/events").run(full).status);
        }
        Exchange late = new Exchange("GET", "/api/v1/events").run(full);
        assertEquals(503, late.status);
        assertEquals("10", late.sent.get("Retry-After"));
        full.close();
        assertEquals(0, streams.count());
    }
}
