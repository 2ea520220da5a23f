package org.busbar.drivers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.busbar.drivers.http.Server.Answer;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpInstrumentTest {

    private static final String READ = "gives: {t: {unit: Cel}}\ndoes: {get: /t, reply: {t: /data/0/temp in K}}";

    private final LinkRoom room = new LinkRoom();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        room.close();
    }

    private HttpInstrument going(String link, String go, String user, String password, String token) throws Exception {
        Path file = Files.writeString(
                folder.resolve("it.yaml"),
                "instrument: it\nidentity: none\nsafe: []\nactions:\n  go:\n" + go.indent(4));
        return new HttpInstrument(new Given(link, file.toString(), user, password, token), room.links(Permissions.ALL));
    }

    private HttpInstrument going(Server server, String go) throws Exception {
        return going(server.link(), go, "", "", "");
    }

    private static Values perform(Device device, String name, Values inputs) throws Exception {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow()
                .perform(inputs);
    }

    private static Values go(Device device) throws Exception {
        return perform(device, "go", Values.none());
    }

    private static Server saying(int status, String body) throws Exception {
        return new Server(asked -> new Answer(status, body));
    }

    @Test
    void a_value_is_read_where_the_pointer_leads() throws Exception {
        try (Server server = saying(200, "{\"data\": [{\"temp\": 294.65}]}")) {
            Values read = go(going(server, READ));
            assertEquals(21.5, read.quantity("t").in("Cel"), 1e-9);
            assertEquals("GET /api/t", server.asked.get(0).line());
        }
    }

    @Test
    void a_body_has_the_units_of_the_description_and_is_quoted() throws Exception {
        String go =
                """
                takes: {t: {unit: Cel, min: 0, max: 99}, who: {type: text}}
                does: {post: {path: "/set/{who}?t={t in K:%.2f}", body: '{"t": {t}, "who": "{who}"}'}}
                """;
        try (Server server = saying(204, "")) {
            Values inputs = Values.of("t", Quantity.of(300, "K")).with("who", new Text("a \"b\"/µ"));
            perform(going(server, go), "go", inputs);
            Server.Asked asked = server.asked.get(0);
            assertEquals("POST /api/set/a%20%22b%22%2F%C2%B5?t=300.00", asked.line());
            assertEquals("{\"t\": 26.85, \"who\": \"a \\\"b\\\"/µ\"}", asked.body());
            assertEquals("application/json", asked.type());
        }
    }

    @Test
    void a_form_is_encoded_as_one() throws Exception {
        String go = "takes: {who: {type: text}}\ndoes: {put: {path: /set, type: application/x-www-form-urlencoded,"
                + " body: 'who={who}&x=1'}}";
        try (Server server = saying(200, "ok")) {
            perform(going(server, go), "go", Values.of("who", new Text("a&b=c")));
            assertEquals("who=a%26b%3Dc&x=1", server.asked.get(0).body());
        }
    }

    @Test
    void a_series_is_a_json_array_both_ways() throws Exception {
        String go = "takes: {f: {type: series, unit: Hz}}\ngives: {z: {type: series, unit: Ohm}}\n"
                + "does: {post: {path: /eis, body: '{\"f\": [{f}]}'}, reply: {z: /z}}";
        try (Server server = saying(200, "{\"z\": [10, 20.5]}")) {
            Values out = perform(going(server, go), "go", Values.of("f", Series.of("kHz", 1, 0.1)));
            assertEquals("{\"f\": [1000,100]}", server.asked.get(0).body());
            assertEquals(Series.of("Ohm", 10, 20.5), out.get("z"));
        }
    }

    @Test
    void a_user_shows_a_password() throws Exception {
        try (Server server = saying(200, "")) {
            go(going(server.link(), "does: {get: /}", "anna", "pass word", ""));
            String header = server.asked.get(0).authorization();
            assertEquals("Basic " + Base64.getEncoder().encodeToString("anna:pass word".getBytes()), header);
        }
    }

    @Test
    void a_token_is_shown_and_never_told() throws Exception {
        String token = "abcdef-0123456789-abcdef-0123456789-abcdef-0123456789";
        try (Server server = new Server(asked -> {
            Thread.sleep(3000);
            return new Answer(200, "");
        })) {
            Device device = going(server.link().replace("5s", "200ms"), "does: {get: /}", "", "", token);
            LinkException e = assertThrows(LinkException.class, () -> go(device));
            assertEquals(LinkException.Kind.NO_REPLY, e.kind());
            assertEquals("Bearer " + token, server.asked.get(0).authorization());
            assertFalse(e.getMessage().contains("abcdef"), e.getMessage());
            assertTrue(e.getMessage().contains("Authorization: ***"), e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"anna,, t7", "an:na, x,", ", x,", ",, a b"})
    void wrong_credentials_are_refused_without_telling_them(String user, String password, String token) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Credentials.of(text(user), text(password), text(token)))
                .getMessage();
        assertFalse(message.contains("a b"), message);
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    @Test
    void a_status_of_failure_is_a_refusal() throws Exception {
        try (Server server = saying(409, "the door is open")) {
            DeviceException e = assertThrows(DeviceException.class, () -> go(going(server, READ)));
            assertEquals(Detail.REFUSED, e.detail());
            assertTrue(e.getMessage().contains("409") && e.getMessage().contains("the door is open"), e.getMessage());
        }
    }

    @Test
    void a_server_that_fails_leaves_open_what_it_did() throws Exception {
        try (Server server = saying(500, "heater not found")) {
            LinkException e = assertThrows(LinkException.class, () -> go(going(server, READ)));
            assertEquals(LinkException.Kind.GARBLED, e.kind());
            assertTrue(e.getMessage().contains("500") && e.getMessage().contains("heater not found"), e.getMessage());
        }
    }

    @Test
    void a_server_that_is_not_there_is_offline() throws Exception {
        Device device = going("http://127.0.0.1:1/api", READ, "", "", "");
        DeviceException e = assertThrows(DeviceException.class, () -> go(device));
        assertEquals(Detail.OFFLINE, e.detail());
    }

    @Test
    void half_a_json_text_is_not_understood() throws Exception {
        try (Server server = saying(200, "{\"data\": [{\"temp\": 294.")) {
            LinkException e = assertThrows(LinkException.class, () -> go(going(server, READ)));
            assertEquals(LinkException.Kind.GARBLED, e.kind());
            assertTrue(e.getMessage().contains("'GET /t' was answered '{\"data\""), e.getMessage());
        }
    }

    @Test
    void the_thermostat_heats_and_is_made_safe() throws Exception {
        room.add("http-thermostat", new Thermostat());
        Device bath =
                Given.thermostat(room.links(Permissions.ALL), "sim:http-thermostat?speed=500&noise=0&timeout=500ms");
        bath.selfTest();
        Values reached = perform(bath, "heat_to", Values.of("temperature", Quantity.of(313.15, "K")));
        assertEquals(40, reached.quantity("reached").in("Cel"), 0.06);
        bath.makeSafe();
        double before = perform(bath, "temperature", Values.none())
                .quantity("temperature")
                .in("Cel");
        Thread.sleep(100);
        double after = perform(bath, "temperature", Values.none())
                .quantity("temperature")
                .in("Cel");
        assertTrue(after < before, "does not cool: " + before + ", " + after);
    }

    @Test
    void the_thermostat_says_no_as_its_description_expects() throws Exception {
        room.add("http-thermostat", new Thermostat());
        Path file = Files.writeString(
                folder.resolve("hot.yaml"),
                Files.readString(Path.of(Given.THERMOSTAT)).replace("max: 150", "max: 500"));
        Device bath = new HttpInstrument(
                new Given("sim:http-thermostat", file.toString(), "", "", ""), room.links(Permissions.ALL));
        DeviceException e = assertThrows(
                DeviceException.class,
                () -> perform(bath, "set_temperature", Values.of("temperature", Quantity.of(400, "Cel"))));
        assertEquals(Detail.REFUSED, e.detail());
        assertTrue(e.getMessage().contains("celsius is from -20.0 to 150.0"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{get: /a b} | '/a b' is not a path",
                "{get: '/a b/{x in K}'} | '/a b/{x in K}' is not a path: it begins with a slash, and a blank in it is written %20",
                "{get: t} | line 6, actions.go.does.get: 't' is not a path",
                "{get: /t, post: /t} | a step has one of the words [delete, get, patch, post, put, until, wait], not [get, post]",
                "{post: {body: x}} | line 6, actions.go.does.post: 'path' is missing",
                "{post: {path: /x, boddy: x}} | go.does.post.boddy: unknown key 'boddy'",
                "{post: {path: /x, type: json, body: x}} | 'json' is not a media type",
                "{post: {path: /x, headers: {a b: c}}} | 'a b' is not the name of a header",
                "{get: /t, expect: {state: ok}} | 'state' is not a JSON pointer",
                "{get: /t, expect: {/state: '('}} | '(' is not a regular expression",
                "{get: '/t/{x}'} | there is no value 'x' here",
            })
    void a_mistake_is_told_with_its_place(String step, String told) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> going("http://127.0.0.1:1", "does: " + step, "", "", ""))
                .getMessage();
        assertTrue(message.startsWith("it.yaml, line 6") && message.contains(told), message);
    }
}
