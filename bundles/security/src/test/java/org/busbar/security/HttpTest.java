package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who is served, as programs meet it. */
class HttpTest {

    @TempDir
    Path lab;

    private GuardedServer web;

    @BeforeEach
    void open() throws Exception {
        web = new GuardedServer(lab);
    }

    @AfterEach
    void close() throws Exception {
        web.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/runs",
        "POST,/api/v1/runs",
        "DELETE,/x",
        "GET,/",
        "GET,/healthy",
        "GET,/docsx",
        "GET,/orchestrator/getStatus"
    })
    void without_a_token_nothing_is_served(String method, String path) throws Exception {
        HttpResponse<String> answer = web.send(method, path, "");
        assertEquals(401, answer.statusCode());
        assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertEquals("urn:busbar:problem:unauthorized", problem.get("type").stringValue());
        assertEquals(401, problem.get("status").intValue());
        assertFalse(answer.body().contains(lab.toString()) || answer.body().contains("Exception"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/docs", "/docs/app.js", "/openapi.json", "/facade/x"})
    void some_is_open_and_knows_who_asks_only_if_that_is_sure(String path) throws Exception {
        assertEquals("nobody", web.send("GET", path, "").body());
        assertEquals(
                "nobody",
                web.send("GET", path, "", "Authorization", "Bearer forged").body());
        assertEquals(
                "vera",
                web.send("GET", path, "", "Authorization", GuardedServer.bearer(web.test.token("vera")))
                        .body());
    }

    @Test
    void a_token_says_who_asks() throws Exception {
        String secret = web.test
                .keep
                .users
                .issue("vera", "x", java.util.Optional.empty(), "anna")
                .secret();
        for (String token : new String[] {web.test.token("vera"), secret}) {
            assertEquals(
                    "vera",
                    web.send("POST", "/api/v1/runs", "", "Authorization", GuardedServer.bearer(token))
                            .body());
            assertEquals(
                    "vera",
                    web.send("GET", "/x", "", "Authorization", "bEARER  " + token)
                            .body());
        }
    }

    @Test
    void a_wrong_token_is_told_apart_from_none() throws Exception {
        HttpResponse<String> answer = web.send("GET", "/api/v1/runs", "", "Authorization", "Bearer forged");
        assertEquals(401, answer.statusCode());
        assertEquals(
                "Bearer error=\"invalid_token\"",
                answer.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertEquals(
                401,
                web.send("GET", "/x", "", "Authorization", "Basic dmVyYTp4").statusCode());
        assertEquals(401, web.send("GET", "/x", "", "Authorization", "Bearer ").statusCode());
    }

    @Test
    void a_program_is_not_sent_to_the_login_page() throws Exception {
        assertEquals(
                401,
                web.send("GET", "/x", "", "Accept", "text/html", "Authorization", "Bearer x")
                        .statusCode());
        assertEquals(401, web.send("GET", "/x", "", "Accept", "*/*").statusCode());
        assertEquals(401, web.send("POST", "/x", "", "Accept", "text/html").statusCode());
    }

    @Test
    void every_answer_is_hardened() throws Exception {
        HttpResponse<String> answer =
                web.send("GET", "/api/v1/runs", "", "Authorization", GuardedServer.bearer(web.test.token("vera")));
        assertEquals(
                "same-origin", answer.headers().firstValue("Referrer-Policy").orElseThrow());
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("frame-ancestors 'none'"));
    }

    @Test
    void a_program_ends_its_login_by_its_token() throws Exception {
        String token = GuardedServer.bearer(web.test.token("vera"));
        assertEquals(204, web.form("/logout", "", "Authorization", token).statusCode());
        assertEquals(401, web.send("GET", "/x", "", "Authorization", token).statusCode());
        assertEquals(401, web.form("/logout", "", "Authorization", token).statusCode());
        String secret = web.test
                .keep
                .users
                .issue("vera", "x", java.util.Optional.empty(), "anna")
                .secret();
        assertEquals(
                401,
                web.form("/logout", "", "Authorization", GuardedServer.bearer(secret))
                        .statusCode());
        assertEquals(
                "vera",
                web.send("GET", "/x", "", "Authorization", GuardedServer.bearer(secret))
                        .body());
    }

    @Test
    void a_program_logs_in_by_the_password_flow() throws Exception {
        HttpResponse<String> answer = web.form(
                "/login", "grant_type=password&username=vera&password=correct+horse", "Accept", "application/json");
        JsonNode token = Json.mapper().readTree(answer.body());
        assertEquals("bearer", token.get("token_type").stringValue());
        assertEquals(86400, token.get("expires_in").intValue());
        String bearer = GuardedServer.bearer(token.get("access_token").stringValue());
        assertEquals("vera", web.send("GET", "/x", "", "Authorization", bearer).body());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    }

    @Test
    void wrong_passwords_are_refused_and_then_slowed_down() throws Exception {
        String wrong = "username=vera&password=%3Cb%3E";
        for (int i = 0; i < Throttle.FREE_PER_USER; i++) {
            HttpResponse<String> page = web.person(wrong);
            assertEquals(401, page.statusCode());
            assertTrue(page.body().contains("The name or the password is wrong."), page.body());
            assertFalse(page.body().contains("&lt;b&gt;"), "the password is not sent back");
        }
        HttpResponse<String> slowed = web.form("/login", wrong, "Accept", "application/json");
        assertEquals(429, slowed.statusCode());
        assertEquals("1", slowed.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(429, web.person(wrong).statusCode());
        web.test.clock.advance(Duration.ofSeconds(1));
        assertEquals(
                401, web.form("/login", wrong, "Accept", "application/json").statusCode());
    }

    @Test
    void a_client_that_cannot_show_a_token_is_let_in_by_its_address_but_no_browser_is() throws Exception {
        Files.writeString(
                lab.resolve("security.json"),
                "{\"trusted\": [{\"path\": \"/orchestrator\", \"address\": \"127.0.0.1\", \"user\": \"vera\"},"
                        + "{\"path\": \"/nobody\", \"address\": \"127.0.0.1\", \"user\": \"max\"}]}");
        web.test.restart();
        web.serve(new Entrance.Guarded(web.test.keep));
        assertEquals("vera", web.send("GET", "/orchestrator/getStatus", "").body());
        assertEquals(401, web.send("GET", "/orchestrators", "").statusCode());
        assertEquals(401, web.send("GET", "/nobody", "").statusCode());
        assertEquals(
                401,
                web.send("GET", "/orchestrator/x", "", "Origin", "http://127.0.0.1:" + web.port())
                        .statusCode());
        assertEquals(
                401,
                web.send("GET", "/orchestrator/x", "", "Sec-Fetch-Site", "same-origin")
                        .statusCode());
        assertEquals("401", web.raw("GET /orchestrator/x HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        web.test.keep.users.put(TestKeep.user("vera", Set.of(Role.VIEWER), false), java.util.Optional.empty(), "anna");
        assertEquals(401, web.send("GET", "/orchestrator/getStatus", "").statusCode());
    }

    @Test
    void without_security_programs_of_this_machine_are_served_and_pages_of_others_not() throws Exception {
        web.serve(new Entrance.Local(new Caller("local", Set.of(Role.ADMIN), Set.of())));
        assertEquals("local", web.send("POST", "/api/v1/runs", "").body());
        assertEquals(
                "local",
                web.send("GET", "/x", "", "Authorization", "Bearer stale").body());
        assertEquals(
                "local",
                web.send("POST", "/x", "", "Origin", "http://127.0.0.1:" + web.port())
                        .body());
        assertEquals(
                403, web.send("POST", "/x", "", "Origin", "http://evil.example").statusCode());
        assertEquals(
                403,
                web.send("GET", "/health", "", "Origin", "http://evil.example").statusCode());
        assertEquals("403", web.raw("GET /x HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        assertEquals("200", web.raw("GET /x HTTP/1.1\r\nHost: LOCALHOST:1\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void a_body_that_trickles_is_cut_off() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
            String head = "POST /x HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + GuardedServer.bearer(web.test.token("vera")) + "\r\nContent-Length: 100\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            long begun = System.nanoTime();
            while (socket.getInputStream().available() == 0 && System.nanoTime() - begun < 20_000_000_000L) {
                socket.getOutputStream().write('x');
                Thread.sleep(30);
            }
            byte[] status = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 408", new String(status, StandardCharsets.US_ASCII));
        }
        assertEquals(
                "vera",
                web.send(
                                "POST",
                                "/x",
                                "x".repeat(100_000),
                                "Authorization",
                                GuardedServer.bearer(web.test.token("vera")))
                        .body());
    }

    @Test
    void what_somebody_was_kept_from_is_written_down() throws Exception {
        assertEquals(
                403,
                web.send("PUT", "/forbidden", "", "Authorization", GuardedServer.bearer(web.test.token("vera")))
                        .statusCode());
        assertEquals(
                "was kept from PUT /forbidden",
                web.test.keep.users.audit(1).get(0).what());
        assertEquals("vera", web.test.keep.users.audit(1).get(0).who());
    }
}
