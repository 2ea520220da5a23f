package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UserCommandsTest {

    private static final String TINA =
            "{\"name\": \"tina\", \"roles\": [\"VIEWER\", \"TENANT\"], \"tenants\": [\"air\", \"water\"], \"active\": true,"
                    + " \"since\": \"2026-03-01T12:00:00Z\"}";
    private static final String TOKEN =
            "{\"id\": \"token-1\", \"user\": \"tina\", \"label\": \"balance\", \"issued\": \"2026-03-01T12:00:00Z\"}";
    private static final String IN = "{\"access_token\": \"jwt\", \"token_type\": \"bearer\", \"expires_in\": 3600}";

    @TempDir
    private Path lab;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final InputStream stdin = System.in;
    private FakeServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new FakeServer()
                .has("POST /login", IN)
                .has("POST /logout", "{}")
                .has("GET /api/v1/runs", "[]");
    }

    @AfterEach
    void close() {
        System.setIn(stdin);
        server.close();
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine(Optional.empty());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private int there(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--url=" + server.url());
        return execute(all.toArray(String[]::new));
    }

    private static void type(String text) {
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void asked(String request) {
        assertTrue(server.asked.contains(request), () -> server.asked + err.toString());
    }

    private int login() {
        type("p&ss w\u00f6rd\n");
        return execute("login", server.url(), "--user", "tina", "--password-stdin");
    }

    @Test
    void a_login_is_shown_by_later_commands_to_that_server_until_logout() throws IOException {
        assertEquals(0, login(), err::toString);
        assertTrue(out.toString().contains("logged in to " + server.url() + " as tina until "), out::toString);
        assertTrue(server.asked.get(0).contains("username=tina"), server.asked::toString);
        assertTrue(server.asked.get(0).contains("password=p%26ss+w%C3%B6rd"), server.asked::toString);
        assertEquals(0, there("runs"), err::toString);
        assertEquals("Bearer jwt", server.shown.get(1));
        assertEquals(0, there("runs", "--token", "mine"), err::toString);
        assertEquals("Bearer mine", server.shown.get(2), "what is said counts more");
        try (FakeServer other = new FakeServer().has("GET /api/v1/runs", "[]")) {
            assertEquals(0, execute("runs", "--url", other.url()), err::toString);
            assertEquals(List.of("null"), other.shown, "no other server sees it");
        }
        assertEquals(0, execute("logout", server.url()), err::toString);
        asked("POST /logout ");
        assertEquals("Bearer jwt", server.shown.get(3));
        assertEquals(0, there("runs"), err::toString);
        assertEquals("null", server.shown.get(4));
        assertEquals(1, execute("logout", server.url()));
        assertTrue(err.toString().contains("There is no login to " + server.url()), err::toString);
    }

    @Test
    void a_login_counts_more_than_what_the_server_of_the_folder_has_left_if_the_address_is_given() throws IOException {
        Files.createDirectories(lab.resolve("data/security"));
        Files.writeString(lab.resolve("data/security/local-token"), "busbar_local\n");
        long pid = ProcessHandle.current().pid();
        Files.writeString(lab.resolve("data/server.json"), "{\"url\": \"" + server.url() + "\", \"pid\": " + pid + "}");
        assertEquals(0, login(), err::toString);
        assertEquals(0, there("runs", "--lab", lab.toString()), err::toString);
        assertEquals("Bearer jwt", server.shown.get(1));
        assertEquals(0, execute("runs", "--lab", lab.toString()), err::toString);
        assertEquals("Bearer busbar_local", server.shown.get(2));
        Files.delete(lab.resolve("data/security/local-token"));
        assertEquals(0, execute("runs", "--lab", lab.toString()), err::toString);
        assertEquals("Bearer jwt", server.shown.get(3));
    }

    @Test
    void a_refused_login_is_said_and_keeps_what_there_was() {
        assertEquals(0, login(), err::toString);
        server.has("POST /login", "401 {\"detail\": \"The name or the password is wrong\"}");
        assertEquals(1, login());
        assertTrue(err.toString().contains("The name or the password is wrong"), err::toString);
        there("runs");
        assertEquals("Bearer jwt", server.shown.get(2));
        type("");
        assertEquals(2, execute("login", server.url(), "--password-stdin"));
        assertEquals(2, execute("login", "somewhere", "--password-stdin"));
        assertEquals(2, execute("login"));
        assertEquals(3, server.asked.size(), server.asked::toString);
    }

    @Test
    void logging_out_of_a_server_that_does_not_hear_it_is_a_failure_but_forgets_the_login() {
        assertEquals(0, login(), err::toString);
        server.has("POST /logout", "503 {}");
        assertEquals(1, execute("logout", server.url()));
        assertTrue(err.toString().contains("copies of its token are valid until"), err::toString);
        there("runs");
        assertEquals("null", server.shown.get(2));
        login();
        server.has("POST /logout", "401 {}");
        assertEquals(0, execute("logout", server.url()), "it had ended already");
    }

    @Test
    void a_token_that_is_over_is_said_with_what_to_do() {
        login();
        server.has("GET /api/v1/runs", "401 {}");
        assertEquals(1, there("runs"));
        assertTrue(err.toString().contains("busbar login " + server.url()), err::toString);
    }

    @Test
    void users_are_a_table_or_a_document() {
        server.has(
                "GET /api/v1/users",
                "[" + TINA
                        + ", {\"name\": \"max\", \"roles\": [], \"tenants\": [], \"active\": false, \"since\": \"x\"}]");
        assertEquals(0, there("user", "list"), err::toString);
        String[] lines = out.toString().split("\\R");
        assertEquals("USER  ROLES           TENANTS     ACTIVE  SINCE", lines[0]);
        assertEquals("tina  viewer, tenant  air, water  yes     2026-03-01T12:00:00Z", lines[1]);
        assertEquals("max   no role                     no      x", lines[2]);
        assertEquals(0, there("user", "list", "--json"), err::toString);
        assertTrue(out.toString().contains("[{\"name\":\"tina\""), out::toString);
    }

    @Test
    void a_user_is_added_changed_and_removed() {
        server.has("PUT /api/v1/users/tina", TINA).has("DELETE /api/v1/users/tina", TINA);
        type("correct horse\nbattery");
        String[] add = {
            "user", "add", "tina", "--role", "viewer,tenant", "--tenant", "air", "--tenant", "water", "--password-stdin"
        };
        assertEquals(0, there(add), err::toString);
        asked("PUT /api/v1/users/tina {\"roles\":[\"VIEWER\",\"TENANT\"],\"tenants\":[\"air\",\"water\"],"
                + "\"password\":\"correct horse\"}");
        assertEquals("user tina: viewer, tenant as air, water", out.toString().strip());
        assertEquals(0, there("user", "change", "tina", "--active=false", "--no-tenants"), err::toString);
        asked("PUT /api/v1/users/tina {\"tenants\":[],\"active\":false}");
        type("other horse");
        assertEquals(0, there("user", "change", "tina", "--role", "viewer", "--password-stdin"), err::toString);
        asked("PUT /api/v1/users/tina {\"roles\":[\"VIEWER\"],\"password\":\"other horse\"}");
        assertEquals(0, there("user", "remove", "tina"), err::toString);
        asked("DELETE /api/v1/users/tina ");
        assertEquals(List.of("*", "null"), List.of(server.conditions.get(0).split(" ")));
        assertEquals(List.of("null", "*"), List.of(server.conditions.get(1).split(" ")));
    }

    @Test
    void what_is_refused_is_said_and_what_is_missing_too() {
        server.has("DELETE /api/v1/users/anna", "422 {\"detail\": \"Nobody would be left\"}");
        assertEquals(1, there("user", "remove", "anna"));
        assertTrue(err.toString().contains("Nobody would be left"), err::toString);
        assertEquals(2, there("user", "change", "anna"));
        assertTrue(err.toString().contains("Say what is to change"), err::toString);
        assertEquals(2, there("user", "add", "anna", "--password-stdin"));
        assertEquals(2, there("user", "add", "anna", "--role", "chef", "--password-stdin"));
        assertEquals(2, execute("user"));
        assertEquals(1, server.asked.size(), server.asked::toString);
    }

    @Test
    void the_secret_of_a_token_is_all_that_is_printed() {
        server.has("POST /api/v1/tokens", "201 {\"token\": " + TOKEN + ", \"secret\": \"busbar_abc\"}");
        assertEquals(0, there("token", "new", "balance"), err::toString);
        asked("POST /api/v1/tokens {\"label\":\"balance\"}");
        assertEquals("busbar_abc", out.toString().strip());
        assertTrue(err.toString().contains("token-1 of tina, expires: never"), err::toString);
        assertEquals(0, there("token", "new", "balance", "--user", "tina", "--days", "90", "--json"), err::toString);
        String body = server.asked.get(1);
        assertTrue(body.contains("\"user\":\"tina\",\"expires\":\"20"), body);
        assertTrue(out.toString().contains("\"secret\":\"busbar_abc\""), out::toString);
        assertEquals(2, there("token", "new", "balance", "--days", "0"));
        assertEquals(2, there("token", "new"));
    }

    @Test
    void tokens_are_listed_and_revoked() {
        server.has("GET /api/v1/tokens", "[" + TOKEN + "]").has("DELETE /api/v1/tokens/token-1", TOKEN);
        assertEquals(0, there("token", "list"), err::toString);
        String[] lines = out.toString().split("\\R");
        assertEquals("TOKEN    USER  ISSUED                EXPIRES  LABEL", lines[0]);
        assertEquals("token-1  tina  2026-03-01T12:00:00Z  never    balance", lines[1]);
        assertEquals(0, there("token", "revoke", "token-1"), err::toString);
        asked("DELETE /api/v1/tokens/token-1 ");
        assertTrue(out.toString().contains("revoked token-1"), out::toString);
        server.has("GET /api/v1/tokens", "[]");
        there("token", "list");
        assertTrue(out.toString().contains("there are no tokens"), out::toString);
    }

    @Test
    void every_command_explains_itself() {
        for (String words : Set.of("login", "logout", "user add", "user change", "token new", "token revoke")) {
            String[] all = (words + " --help").split(" ");
            assertEquals(0, execute(all), words);
        }
        String said = out.toString().replaceAll("\\s+", " ");
        assertTrue(said.contains("viewer, operator, scientist, tenant, admin"), said);
        assertFalse(out.toString().contains("${"), out::toString);
    }
}
