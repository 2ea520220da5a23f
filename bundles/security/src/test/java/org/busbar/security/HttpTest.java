package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.json.Json;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HttpTest {

    @TempDir
    Path lab;

    private final HttpClient client = HttpClient.newHttpClient();
    private TestKeep test;
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

    @BeforeEach
    void open() throws Exception {
        test = new TestKeep(lab);
        serve(new Entrance.Guarded(test.keep));
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
        test.close();
    }

    private void serve(Entrance entrance) throws Exception {
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

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> form(String path, String body, String... headers) throws Exception {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return send("POST", path, body, all);
    }

    private HttpResponse<String> person(String body) throws Exception {
        return form("/login", body, "Origin", "http://127.0.0.1:" + port, "Accept", "text/html");
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    /** The status of a request whose Host header no client library would send. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(9, 12);
        }
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
        HttpResponse<String> answer = send(method, path, "");
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
        assertEquals("nobody", send("GET", path, "").body());
        assertEquals(
                "nobody",
                send("GET", path, "", "Authorization", "Bearer forged").body());
        assertEquals(
                "vera",
                send("GET", path, "", "Authorization", bearer(test.token("vera")))
                        .body());
    }

    @Test
    void a_token_says_who_asks() throws Exception {
        String secret = test.keep
                .users
                .issue("vera", "x", java.util.Optional.empty(), "anna")
                .secret();
        for (String token : new String[] {test.token("vera"), secret}) {
            assertEquals(
                    "vera",
                    send("POST", "/api/v1/runs", "", "Authorization", bearer(token))
                            .body());
            assertEquals(
                    "vera",
                    send("GET", "/x", "", "Authorization", "bEARER  " + token).body());
        }
    }

    @Test
    void a_wrong_token_is_told_apart_from_none() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/v1/runs", "", "Authorization", "Bearer forged");
        assertEquals(401, answer.statusCode());
        assertEquals(
                "Bearer error=\"invalid_token\"",
                answer.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertEquals(
                401, send("GET", "/x", "", "Authorization", "Basic dmVyYTp4").statusCode());
        assertEquals(401, send("GET", "/x", "", "Authorization", "Bearer ").statusCode());
    }

    @Test
    void a_program_is_not_sent_to_the_login_page() throws Exception {
        assertEquals(
                401,
                send("GET", "/x", "", "Accept", "text/html", "Authorization", "Bearer x")
                        .statusCode());
        assertEquals(401, send("GET", "/x", "", "Accept", "*/*").statusCode());
        assertEquals(401, send("POST", "/x", "", "Accept", "text/html").statusCode());
    }

    @Test
    void every_answer_is_hardened() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/v1/runs", "", "Authorization", bearer(test.token("vera")));
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
    void a_person_is_sent_to_the_login_page_and_from_there_to_where_it_wanted() throws Exception {
        HttpResponse<String> sent = send("GET", "/plots?run=1&x=%22", "", "Accept", "text/html,*/*");
        assertEquals(303, sent.statusCode());
        String login = sent.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> page = send("GET", login, "");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("name=\"next\" value=\"/plots?run=1&amp;x=%22\""), page.body());
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .startsWith("default-src 'none'"));
        assertFalse(page.body().contains("{") && page.body().contains("{nonce}"), page.body());
        HttpResponse<String> in = person("username=vera&password=correct+horse&next=%2Fplots%3Frun%3D1");
        assertEquals(303, in.statusCode(), in::body);
        assertEquals("/plots?run=1", in.headers().firstValue("Location").orElseThrow());
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.matches("busbar=[^;]+; Path=/; HttpOnly; SameSite=Strict; Max-Age=86400"), cookie);
        assertEquals(
                "vera",
                send("GET", "/plots", "", "Cookie", cookie.split(";")[0]).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\r\nX: y",
                "",
                "x",
                "/\t/evil.example"
            })
    void nobody_is_sent_to_another_server(String next) throws Exception {
        HttpResponse<String> in =
                person("username=vera&password=correct+horse&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        assertEquals("/", in.headers().firstValue("Location").orElseThrow());
    }

    private String cookie() throws Exception {
        HttpResponse<String> in = person("username=vera&password=correct+horse");
        return in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    @Test
    void with_a_cookie_only_our_own_pages_change_something() throws Exception {
        String cookie = cookie();
        String ours = "http://127.0.0.1:" + port;
        assertEquals(
                "vera", send("POST", "/x", "", "Cookie", cookie, "Origin", ours).body());
        assertEquals(
                "vera",
                send("POST", "/x", "", "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
                        .body());
        for (String[] foreign : new String[][] {
            {"Origin", "http://evil.example"},
            {"Origin", "null"},
            {"Origin", "http://127.0.0.1:1"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "none"},
            {"Accept", "*/*"}
        }) {
            assertEquals(
                    403,
                    send("POST", "/x", "", "Cookie", cookie, foreign[0], foreign[1])
                            .statusCode());
            assertEquals(
                    "nobody",
                    send("POST", "/facade/x", "", "Cookie", cookie, foreign[0], foreign[1])
                            .body());
        }
        assertTrue(test.keep.users.audit(1).get(0).what().startsWith("was kept from POST /x"));
    }

    @Test
    void a_foreign_page_can_neither_log_in_nor_out() throws Exception {
        String cookie = cookie();
        String body = "username=vera&password=correct+horse";
        assertEquals(403, form("/login", body, "Origin", "http://evil.example").statusCode());
        assertEquals(403, form("/login", body).statusCode());
        assertEquals(
                403,
                form("/logout", "", "Cookie", cookie, "Origin", "http://evil.example")
                        .statusCode());
        assertEquals("vera", send("GET", "/x", "", "Cookie", cookie).body());
    }

    @Test
    void logging_out_ends_the_login_for_good() throws Exception {
        String cookie = cookie();
        HttpResponse<String> out = form("/logout", "", "Cookie", cookie, "Origin", "http://127.0.0.1:" + port);
        assertEquals("/login", out.headers().firstValue("Location").orElseThrow());
        assertTrue(out.headers().firstValue("Set-Cookie").orElseThrow().contains("Max-Age=0"));
        assertEquals(401, send("GET", "/x", "", "Cookie", cookie).statusCode());
    }

    @Test
    void a_program_ends_its_login_by_its_token() throws Exception {
        String token = bearer(test.token("vera"));
        assertEquals(204, form("/logout", "", "Authorization", token).statusCode());
        assertEquals(401, send("GET", "/x", "", "Authorization", token).statusCode());
        assertEquals(401, form("/logout", "", "Authorization", token).statusCode());
        String secret = test.keep
                .users
                .issue("vera", "x", java.util.Optional.empty(), "anna")
                .secret();
        assertEquals(401, form("/logout", "", "Authorization", bearer(secret)).statusCode());
        assertEquals(
                "vera", send("GET", "/x", "", "Authorization", bearer(secret)).body());
    }

    @Test
    void a_program_logs_in_by_the_password_flow() throws Exception {
        HttpResponse<String> answer = form(
                "/login", "grant_type=password&username=vera&password=correct+horse", "Accept", "application/json");
        JsonNode token = Json.mapper().readTree(answer.body());
        assertEquals("bearer", token.get("token_type").stringValue());
        assertEquals(86400, token.get("expires_in").intValue());
        String bearer = bearer(token.get("access_token").stringValue());
        assertEquals("vera", send("GET", "/x", "", "Authorization", bearer).body());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    }

    @Test
    void wrong_passwords_are_refused_and_then_slowed_down() throws Exception {
        String wrong = "username=vera&password=%3Cb%3E";
        for (int i = 0; i < Throttle.FREE_PER_USER; i++) {
            HttpResponse<String> page = person(wrong);
            assertEquals(401, page.statusCode());
            assertTrue(page.body().contains("The name or the password is wrong."), page.body());
            assertFalse(page.body().contains("&lt;b&gt;"), "the password is not sent back");
        }
        HttpResponse<String> slowed = form("/login", wrong, "Accept", "application/json");
        assertEquals(429, slowed.statusCode());
        assertEquals("1", slowed.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(429, person(wrong).statusCode());
        test.clock.advance(Duration.ofSeconds(1));
        assertEquals(401, form("/login", wrong, "Accept", "application/json").statusCode());
    }

    @Test
    void what_a_person_typed_does_no_harm_in_the_page() throws Exception {
        String page = person("username=%22%3E%3Cscript%3E%7Bmessage%7D&password=x&next=%22%3E")
                .body();
        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("&quot;&gt;&lt;script&gt;&#123;message}"), page);
    }

    @Test
    void a_password_for_one_time_has_to_be_exchanged_for_one_of_ones_own() throws Exception {
        Files.writeString(test.folder().resolve("reset-password"), "vera");
        test.keep.welcome();
        String once = test.console.get(0).replaceAll(".*password ([a-z2-9-]{29}) .*", "$1");
        HttpResponse<String> asked = person("username=vera&password=" + once);
        assertEquals(422, asked.statusCode());
        assertTrue(asked.body().contains("choose one of your own"), asked.body());
        assertEquals(
                422, person("username=vera&password=" + once + "&new=short").statusCode());
        assertEquals(
                303,
                person("username=vera&password=" + once + "&new=long+enough+for+me")
                        .statusCode());
        assertEquals(401, person("username=vera&password=" + once).statusCode());
        assertEquals(303, person("username=vera&password=long+enough+for+me").statusCode());
    }

    @Test
    void a_form_is_small_and_a_form() throws Exception {
        assertEquals(413, person("username=" + "x".repeat(9000)).statusCode());
        assertEquals(
                415, send("POST", "/login", "{}", "Accept", "application/json").statusCode());
        assertEquals(
                400,
                form("/login", "username=%zz", "Accept", "application/json").statusCode());
        assertEquals(405, send("PUT", "/login", "").statusCode());
        assertEquals(405, send("GET", "/logout", "").statusCode());
    }

    @Test
    void a_client_that_cannot_show_a_token_is_let_in_by_its_address_but_no_browser_is() throws Exception {
        Files.writeString(
                lab.resolve("security.json"),
                "{\"trusted\": [{\"path\": \"/orchestrator\", \"address\": \"127.0.0.1\", \"user\": \"vera\"},"
                        + "{\"path\": \"/nobody\", \"address\": \"127.0.0.1\", \"user\": \"max\"}]}");
        test.restart();
        serve(new Entrance.Guarded(test.keep));
        assertEquals("vera", send("GET", "/orchestrator/getStatus", "").body());
        assertEquals(401, send("GET", "/orchestrators", "").statusCode());
        assertEquals(401, send("GET", "/nobody", "").statusCode());
        assertEquals(
                401,
                send("GET", "/orchestrator/x", "", "Origin", "http://127.0.0.1:" + port)
                        .statusCode());
        assertEquals(
                401,
                send("GET", "/orchestrator/x", "", "Sec-Fetch-Site", "same-origin")
                        .statusCode());
        assertEquals("401", raw("GET /orchestrator/x HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        test.keep.users.put(TestKeep.user("vera", Set.of(Role.VIEWER), false), java.util.Optional.empty(), "anna");
        assertEquals(401, send("GET", "/orchestrator/getStatus", "").statusCode());
    }

    @Test
    void without_security_programs_of_this_machine_are_served_and_pages_of_others_not() throws Exception {
        serve(new Entrance.Local(new Caller("local", Set.of(Role.ADMIN), Set.of())));
        assertEquals("local", send("POST", "/api/v1/runs", "").body());
        assertEquals(
                "local", send("GET", "/x", "", "Authorization", "Bearer stale").body());
        assertEquals(
                "local",
                send("POST", "/x", "", "Origin", "http://127.0.0.1:" + port).body());
        assertEquals(
                403, send("POST", "/x", "", "Origin", "http://evil.example").statusCode());
        assertEquals(
                403, send("GET", "/health", "", "Origin", "http://evil.example").statusCode());
        assertEquals("403", raw("GET /x HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        assertEquals("200", raw("GET /x HTTP/1.1\r\nHost: LOCALHOST:1\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void a_body_that_trickles_is_cut_off() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = "POST /x HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + bearer(test.token("vera"))
                    + "\r\nContent-Length: 100\r\n\r\n";
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
                send("POST", "/x", "x".repeat(100_000), "Authorization", bearer(test.token("vera")))
                        .body());
    }

    @Test
    void what_somebody_was_kept_from_is_written_down() throws Exception {
        assertEquals(
                403,
                send("PUT", "/forbidden", "", "Authorization", bearer(test.token("vera")))
                        .statusCode());
        assertEquals(
                "was kept from PUT /forbidden", test.keep.users.audit(1).get(0).what());
        assertEquals("vera", test.keep.users.audit(1).get(0).who());
    }
}
