package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in and out, as people with a browser meet it. */
class LoginPageTest {

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

    @Test
    void a_person_is_sent_to_the_login_page_and_from_there_to_where_it_wanted() throws Exception {
        HttpResponse<String> sent = web.send("GET", "/plots?run=1&x=%22", "", "Accept", "text/html,*/*");
        assertEquals(303, sent.statusCode());
        String login = sent.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> page = web.send("GET", login, "");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("name=\"next\" value=\"/plots?run=1&amp;x=%22\""), page.body());
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .startsWith("default-src 'none'"));
        assertFalse(page.body().contains("{") && page.body().contains("{nonce}"), page.body());
        HttpResponse<String> in = web.person("username=vera&password=correct+horse&next=%2Fplots%3Frun%3D1");
        assertEquals(303, in.statusCode(), in::body);
        assertEquals("/plots?run=1", in.headers().firstValue("Location").orElseThrow());
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.matches("busbar=[^;]+; Path=/; HttpOnly; SameSite=Strict; Max-Age=86400"), cookie);
        assertEquals(
                "vera",
                web.send("GET", "/plots", "", "Cookie", cookie.split(";")[0]).body());
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
        HttpResponse<String> in = web.person(
                "username=vera&password=correct+horse&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        assertEquals("/", in.headers().firstValue("Location").orElseThrow());
    }

    private String cookie() throws Exception {
        HttpResponse<String> in = web.person("username=vera&password=correct+horse");
        return in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    @Test
    void with_a_cookie_only_our_own_pages_change_something() throws Exception {
        String cookie = cookie();
        String ours = "http://127.0.0.1:" + web.port();
        assertEquals(
                "vera",
                web.send("POST", "/x", "", "Cookie", cookie, "Origin", ours).body());
        assertEquals(
                "vera",
                web.send("POST", "/x", "", "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
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
                    web.send("POST", "/x", "", "Cookie", cookie, foreign[0], foreign[1])
                            .statusCode());
            assertEquals(
                    "nobody",
                    web.send("POST", "/facade/x", "", "Cookie", cookie, foreign[0], foreign[1])
                            .body());
        }
        assertTrue(web.test.keep.users.audit(1).get(0).what().startsWith("was kept from POST /x"));
    }

    @Test
    void a_foreign_page_can_neither_log_in_nor_out() throws Exception {
        String cookie = cookie();
        String body = "username=vera&password=correct+horse";
        assertEquals(
                403, web.form("/login", body, "Origin", "http://evil.example").statusCode());
        assertEquals(403, web.form("/login", body).statusCode());
        assertEquals(
                403,
                web.form("/logout", "", "Cookie", cookie, "Origin", "http://evil.example")
                        .statusCode());
        assertEquals("vera", web.send("GET", "/x", "", "Cookie", cookie).body());
    }

    @Test
    void logging_out_ends_the_login_for_good() throws Exception {
        String cookie = cookie();
        HttpResponse<String> out =
                web.form("/logout", "", "Cookie", cookie, "Origin", "http://127.0.0.1:" + web.port());
        assertEquals("/login", out.headers().firstValue("Location").orElseThrow());
        assertTrue(out.headers().firstValue("Set-Cookie").orElseThrow().contains("Max-Age=0"));
        assertEquals(401, web.send("GET", "/x", "", "Cookie", cookie).statusCode());
    }

    @Test
    void what_a_person_typed_does_no_harm_in_the_page() throws Exception {
        String page = web.person("username=%22%3E%3Cscript%3E%7Bmessage%7D&password=x&next=%22%3E")
                .body();
        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("&quot;&gt;&lt;script&gt;&#123;message}"), page);
    }

    @Test
    void a_password_for_one_time_has_to_be_exchanged_for_one_of_ones_own() throws Exception {
        Files.writeString(web.test.folder().resolve("reset-password"), "vera");
        web.test.keep.welcome();
        String once = web.test.console.get(0).replaceAll(".*password ([a-z2-9-]{29}) .*", "$1");
        HttpResponse<String> asked = web.person("username=vera&password=" + once);
        assertEquals(422, asked.statusCode());
        assertTrue(asked.body().contains("choose one of your own"), asked.body());
        assertEquals(
                422, web.person("username=vera&password=" + once + "&new=short").statusCode());
        assertEquals(
                303,
                web.person("username=vera&password=" + once + "&new=long+enough+for+me")
                        .statusCode());
        assertEquals(401, web.person("username=vera&password=" + once).statusCode());
        assertEquals(
                303, web.person("username=vera&password=long+enough+for+me").statusCode());
    }

    @Test
    void a_form_is_small_and_a_form() throws Exception {
        assertEquals(413, web.person("username=" + "x".repeat(9000)).statusCode());
        assertEquals(
                415,
                web.send("POST", "/login", "{}", "Accept", "application/json").statusCode());
        assertEquals(
                400,
                web.form("/login", "username=%zz", "Accept", "application/json").statusCode());
        assertEquals(405, web.send("PUT", "/login", "").statusCode());
        assertEquals(405, web.send("GET", "/logout", "").statusCode());
    }
}
