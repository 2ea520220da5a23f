package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PluginsTest {

    private static final String PLUGINS = "/api/v1/plugins";
    private static final String PUMP = PLUGINS + "/org.x.pump";
    private static final int LIMIT = 256 << 20;

    private final Api api = new Api();

    @AfterEach
    void no_upload_is_left() {
        api.plugins.files.forEach(file -> assertFalse(Files.exists(file), file::toString));
    }

    private Response.Document send(String url, String body, String type) {
        return (Response.Document) api.answer("POST", url, body, "Content-Type", type);
    }

    /** As many bytes as wanted, which begin with the word. */
    private static final class Repeated extends InputStream {
        private final InputStream word = new ByteArrayInputStream("pump".getBytes());
        private long left;

        Repeated(long length) {
            left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            left--;
            int read = word.read();
            return read < 0 ? 0 : read;
        }
    }

    private Response.Document upload(InputStream bytes, Role role) throws InterruptedException {
        Caller caller = new Caller("ada", Set.of(role), Set.of());
        Call call = new Call(
                "POST",
                List.of("api", "v1", "plugins"),
                Map.of(),
                Map.of("content-type", "application/octet-stream"),
                Optional.of(caller),
                new Content(bytes::readNBytes));
        try {
            return (Response.Document) new Router(new PluginRoutes(api.lab, api.plugins).routes()).answer(call);
        } catch (Refused e) {
            return Response.problem(e.problem());
        }
    }

    @Test
    void a_jar_is_put_in_or_only_looked_at() {
        JsonNode looked = Api.json(send(PLUGINS + "?preview=true", "pump!", PluginRoutes.JAR));
        assertEquals("1.0.5", looked.at("/preview/version").stringValue());
        assertTrue(looked.path("plugin").isNull() || looked.path("plugin").isMissingNode());
        assertEquals(List.of(), api.plugins.told);
        JsonNode put = Api.json(send(PLUGINS, "pump!", PluginRoutes.JAR));
        assertEquals("org.x.pump", put.at("/plugin/bundle").stringValue());
        assertEquals(List.of("install by http"), api.plugins.told);
    }

    @Test
    void what_is_no_plugin_is_refused_with_the_reason() {
        for (String query : List.of("", "?preview=true")) {
            Response.Document refused = send(PLUGINS + query, "other", PluginRoutes.JAR);
            assertEquals(422, refused.status());
            assertEquals(
                    "the jar is not used: it is no pump",
                    Api.json(refused).get("detail").stringValue());
        }
        assertEquals(415, send(PLUGINS, "pump", "application/json").status());
        assertEquals(
                415, send(PLUGINS, "pump", "multipart/form-data; boundary=x").status());
        assertEquals(
                400, send(PLUGINS + "?preview=maybe", "pump", PluginRoutes.JAR).status());
    }

    @Test
    void many_bytes_are_taken_and_too_many_are_not() throws Exception {
        assertEquals(200, upload(new Repeated(1000), Role.ADMIN).status());
        JsonNode large = Api.json(upload(new Repeated((1 << 20) + 7), Role.ADMIN));
        assertEquals("1.0.1048583", large.at("/plugin/version").stringValue());
        Content content = new Content(new Repeated(LIMIT)::readNBytes);
        assertEquals(
                "The body is longer than the limit of 100000 bytes",
                assertThrows(Refused.class, () -> content.into(Files.createTempFile("short", ".jar"), 100_000))
                        .getMessage());
        Route route = new PluginRoutes(api.lab, api.plugins).routes().get(0);
        assertEquals(LIMIT, route.longest());
    }

    @Test
    void a_body_that_ends_too_early_is_refused_and_leaves_nothing() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("early end");
            }
        };
        assertEquals(400, upload(broken, Role.ADMIN).status());
        assertEquals(List.of(), api.plugins.told);
    }

    @Test
    void only_an_administrator_changes_plugins_and_nothing_is_read_of_others() throws Exception {
        InputStream bytes = new Repeated(10);
        assertEquals(403, upload(bytes, Role.SCIENTIST).status());
        assertEquals('p', bytes.read());
    }

    @Test
    void versions_rollback_and_removal() {
        assertEquals(
                "1.0.0", Api.json(api.get(PUMP + "/versions")).at("/0/version").stringValue());
        Response.Document back = api.post(PUMP + "/rollback", "{\"by\": \"bea\"}");
        assertEquals(409, back.status());
        assertEquals("there is no version before", Api.json(back).get("detail").stringValue());
        assertEquals(200, ((Response.Document) api.answer("DELETE", PUMP, "")).status());
        assertEquals(List.of("rollback org.x.pump by bea", "remove org.x.pump by http"), api.plugins.told);
        for (String path : List.of("/versions", "/rollback")) {
            String method = path.equals("/versions") ? "GET" : "POST";
            assertEquals(404, ((Response.Document) api.answer(method, PLUGINS + "/org.y" + path, "")).status());
        }
        assertEquals(404, ((Response.Document) api.answer("DELETE", PLUGINS + "/org.y", "")).status());
    }

    @Test
    void the_description_says_that_a_jar_is_taken() {
        JsonNode body =
                new DocumentRoutes(api::groups).whole().at("/paths/~1api~1v1~1plugins/post/requestBody/content");
        assertTrue(body.has(PluginRoutes.JAR), body::toString);
    }
}
