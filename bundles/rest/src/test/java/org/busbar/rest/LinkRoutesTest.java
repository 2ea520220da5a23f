package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.links.Permissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lines to instruments over HTTP, with real links. */
class LinkRoutesTest {

    private static final String LINKS = "/api/v1/links";
    private static final String BALANCE = "sim:balance";

    private final Api api = new Api();
    private Link link;

    @BeforeEach
    void open() {
        api.links.add("balance", options -> Instrument.answering("\n", line -> "S S 12.3 g"));
        link = api.links.links(Permissions.ALL).open(BALANCE, Framing.lines("\n"));
    }

    @AfterEach
    void close() {
        api.links.close();
    }

    private JsonNode ordered(String verb, String body) {
        return Api.json(api.post(LINKS + "/" + verb, body));
    }

    @Test
    void lines_are_listed_with_how_they_fare() throws Exception {
        assertEquals("UNUSED", Api.json(api.get(LINKS)).at("/0/state").stringValue());
        assertEquals("S S 12.3 g", link.ask("S"));
        JsonNode line = Api.json(api.get(LINKS)).get(0);
        assertEquals("CONNECTED", line.get("state").stringValue());
        assertEquals(1, line.get("exchanges").intValue());
    }

    @Test
    void bytes_are_shown_while_a_line_is_traced() throws Exception {
        ordered("trace", "{\"link\": \"sim:balance\", \"for\": \"5 min\"}");
        link.ask("S");
        JsonNode traced = Api.json(api.get(LINKS + "/trace?link=" + BALANCE));
        assertTrue(traced.toString().contains("S S 12.3 g\\n"), traced.toString());
        assertTrue(ordered("trace", "{\"link\": \"sim:balance\", \"for\": \"off\"}")
                .get("tracedUntil")
                .isNull());
    }

    @Test
    void a_line_acts_out_a_failure_until_it_is_mended() throws Exception {
        JsonNode status = ordered("fault", "{\"link\": \"sim:balance\", \"kind\": \"drop_before\"}");
        assertEquals("DROP_BEFORE", status.at("/faults/0/kind").stringValue());
        assertThrows(DeviceException.class, () -> link.ask("S"));
        assertEquals(
                0, ordered("mend", "{\"link\": \"sim:balance\"}").get("faults").size());
        ordered("reconnect", "{\"link\": \"sim:balance\"}");
        assertEquals("S S 12.3 g", link.ask("S"));
    }

    @Test
    void a_line_to_a_real_instrument_fails_on_purpose_only_if_that_is_meant() {
        api.links.links(Permissions.ALL).open("tcp://127.0.0.1:9", Framing.lines("\n"));
        String fault = "{\"link\": \"tcp://127.0.0.1:9\", \"kind\": \"hang\", \"count\": 1%s}";
        Response.Document refused = api.post(LINKS + "/fault", fault.formatted(""));
        assertEquals(409, refused.status());
        assertTrue(Api.json(refused).get("detail").stringValue().contains("\"force\": true"));
        assertEquals(
                200,
                api.post(LINKS + "/fault", fault.formatted(", \"force\": true")).status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fault     | {'link': 'sim:scale', 'kind': 'hang'}                          | 404 | only [sim:balance]",
                "fault     | {'link': 'sim:balance', 'kind': 'explode'}                     | 422 | kind = 'explode' is not one of",
                "fault     | {'link': 'sim:balance', 'kind': 'hang', 'probability': 2}      | 422 | probability 2.0 is not",
                "fault     | {'link': 'sim:balance', 'kind': 'hang', 'probability': 'high'} | 422 | is not a number",
                "fault     | {'link': 'sim:balance', 'kind': 'wrong_device'}                | 422 | told apart",
                "trace     | {'link': 'sim:balance', 'for': '3 d'}                          | 422 | day",
                "trace     | {'link': 'sim:balance'}                                        | 422 | 'for' is missing",
                "reconnect | {'link': 'nowhere'}                                            | 404 | only [sim:balance]",
            })
    void what_cannot_be_done_is_refused_with_the_reason(String verb, String body, int status, String said) {
        Response.Document response = api.post(LINKS + "/" + verb, body.replace('\'', '"'));
        assertEquals(status, response.status(), () -> Api.json(response).toString());
        assertTrue(Api.json(response).toString().contains(said), () -> Api.json(response)
                .toString());
    }

    @Test
    void a_device_is_asked_again_whether_it_is_ready() {
        JsonNode device = Api.json(api.post("/api/v1/devices/left/reset", ""));
        assertEquals("left", device.get("id").stringValue());
        assertEquals("left", api.orchestrator.reset);
        assertEquals(404, api.post("/api/v1/devices/nobody/reset", "").status());
    }
}
