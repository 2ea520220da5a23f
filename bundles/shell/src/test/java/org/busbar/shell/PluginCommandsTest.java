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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PluginCommandsTest {

    private static final String POST = "POST /api/v1/plugins";
    private static final String PLUGIN = "{\"bundle\": \"org.x.pump\", \"version\": \"1.1.0\", \"state\": \"ACTIVE\","
            + " \"permissions\": [\"serial:*\"], \"signature\": {\"kind\": \"UNSIGNED\", \"signer\": \"\"}, \"detail\": \"\"}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final InputStream stdin = System.in;
    private FakeServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void close() {
        System.setIn(stdin);
        System.clearProperty("busbar.terminal");
        server.close();
    }

    private int execute(String... words) {
        CommandLine line = Main.commandLine(Optional.empty());
        if (!line.getSubcommands().containsKey("plugin")) {
            line.addSubcommand("plugin", new PluginCommand());
        }
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("plugin"));
        all.addAll(List.of(words));
        all.add("--url=" + server.url());
        return line.execute(all.toArray(String[]::new));
    }

    private String jar() throws IOException {
        return Files.writeString(folder.resolve("pump.jar"), "a jar").toString();
    }

    private static String sent(String signature, String added, String before, String refusal) {
        return "{\"preview\": {\"bundle\": \"org.x.pump\", \"version\": \"1.1.0\", \"before\": \"" + before
                + "\", \"signature\": " + signature + ", \"permissions\": [\"serial:*\"], \"added\": [" + added
                + "], \"devices\": [\"pump-1\"], \"runs\": [\"run-7\"], \"refusal\": "
                + (refusal.isEmpty() ? "null" : "\"" + refusal + "\"") + "}, \"plugin\": " + PLUGIN + "}";
    }

    private static String trusted(String before) {
        return sent("{\"kind\": \"TRUSTED\", \"signer\": \"CN=maker\"}", "", before, "");
    }

    private static String unsigned() {
        return sent("{\"kind\": \"UNSIGNED\", \"signer\": \"\"}", "\"serial:*\"", "1.0.0", "");
    }

    @Test
    void a_jar_is_looked_at_and_then_put_to_work() throws IOException {
        server.has(POST, trusted("1.0.0"));
        assertEquals(0, execute("install", jar()), err::toString);
        assertEquals(List.of("POST /api/v1/plugins a jar", "POST /api/v1/plugins a jar"), server.asked);
        assertEquals(List.of("preview=true", "null"), server.queries);
        assertEquals(
                List.of(
                        "org.x.pump 1.1.0, in the place of 1.0.0",
                        "  signature:   CN=maker, whom this lab trusts",
                        "  permissions: serial:*",
                        "  pauses:      pump-1",
                        "  runs that may wait: run-7",
                        "org.x.pump 1.1.0 is at work"),
                out.toString().lines().toList());
    }

    @Test
    void without_a_terminal_a_delicate_jar_needs_a_word() throws IOException {
        server.has(POST, unsigned());
        assertEquals(2, execute("install", jar()));
        assertTrue(err.toString().contains("say --yes"), err::toString);
        assertTrue(out.toString().contains("permissions: serial:* (new: serial:*)"), out::toString);
        assertTrue(out.toString().contains("signature:   none"), out::toString);
        assertEquals(List.of("preview=true"), server.queries);
        assertEquals(0, execute("install", jar(), "--yes"), err::toString);
        assertEquals(List.of("preview=true", "preview=true", "null"), server.queries);
    }

    @Test
    void on_a_terminal_a_delicate_jar_is_asked_about() throws IOException {
        System.setProperty("busbar.terminal", "true");
        server.has(POST, unsigned());
        System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, execute("install", jar()));
        assertTrue(err.toString().contains("It was not put to work"), err::toString);
        assertFalse(server.queries.contains("null"));
        System.setIn(new ByteArrayInputStream("y\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(0, execute("install", jar()), err::toString);
        assertTrue(server.queries.contains("null"));
    }

    @Test
    void what_is_refused_is_said_and_not_sent_again() throws IOException {
        server.has(POST, sent("{\"kind\": \"UNSIGNED\"}", "", "1.0.0", "it needs the package org.y"));
        assertEquals(1, execute("install", jar(), "--yes"));
        assertTrue(err.toString().contains("org.x.pump 1.1.0 is not used: it needs the package org.y"), err::toString);
        assertEquals(List.of("preview=true"), server.queries);
        server.has(POST, "422 {\"detail\": \"the jar is not used: it is no OSGi bundle\"}");
        assertEquals(1, execute("install", jar()));
        assertTrue(err.toString().contains("it is no OSGi bundle"), err::toString);
    }

    @Test
    void an_upgrade_takes_something_to_be_upgraded() throws IOException {
        server.has(POST, trusted(""));
        assertEquals(1, execute("upgrade", jar()));
        assertTrue(err.toString().contains("busbar plugin install"), err::toString);
        server.has(POST, trusted("1.0.0"));
        assertEquals(0, execute("upgrade", jar(), "--json"), err::toString);
        assertTrue(out.toString().startsWith("[{\"bundle\":\"org.x.pump\""), out::toString);
        assertEquals(1, out.toString().lines().count(), out::toString);
    }

    @Test
    void going_back_and_taking_out_say_what_is_at_work_then() {
        server.has("POST /api/v1/plugins/org.x.pump/rollback", PLUGIN)
                .has("DELETE /api/v1/plugins/org.x.pump", "{\"bundle\": \"org.x.pump\", \"plugin\": null}")
                .has("DELETE /api/v1/plugins/org.y", "409 {\"detail\": \"org.y came with Busbar\"}");
        assertEquals(0, execute("rollback", "org.x.pump"), err::toString);
        assertEquals(0, execute("remove", "org.x.pump"), err::toString);
        assertEquals(
                List.of("org.x.pump 1.1.0 is at work", "removed org.x.pump"),
                out.toString().lines().toList());
        assertEquals(1, execute("remove", "org.y"));
        assertTrue(err.toString().contains("org.y came with Busbar"), err::toString);
    }

    @Test
    void plugins_and_versions_are_tables_or_documents() {
        server.has("GET /api/v1/plugins", "[" + PLUGIN + "]")
                .has(
                        "GET /api/v1/plugins/org.x.pump/versions",
                        "[{\"version\": \"1.1.0\", \"sha256\": \"ab\", \"atWork\": true, \"kept\": \"2026-01-01T00:00:00Z\"}]");
        assertEquals(0, execute("list"), err::toString);
        assertEquals(0, execute("versions", "org.x.pump"), err::toString);
        assertEquals(
                List.of(
                        "PLUG-IN     VERSION  STATE   SIGNATURE  PERMISSIONS  DETAIL",
                        "org.x.pump  1.1.0    active  none       serial:*",
                        "VERSION  AT WORK  KEPT SINCE            SHA-256",
                        "1.1.0    yes      2026-01-01T00:00:00Z  ab"),
                out.toString().lines().toList());
        assertEquals(0, execute("list", "--json"), err::toString);
        assertTrue(out.toString().contains("[{\"bundle\":\"org.x.pump\""), out::toString);
    }
}
