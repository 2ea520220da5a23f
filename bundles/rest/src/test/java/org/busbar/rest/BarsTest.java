package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.busbar.api.experiment.Bar;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BarsTest {

    private static final String LEFT = "/api/v1/devices/left";
    private final Api api = new Api();

    @Test
    void a_device_is_held_for_a_time_and_let_go() {
        String body = "{\"by\": \"anna\", \"reason\": \"calibration\", \"for\": \"2 h\"}";
        JsonNode bars = Api.json(api.post(LEFT + "/hold", body));
        assertEquals("left", bars.at("/0/device").stringValue());
        Bar held = api.orchestrator.bars.get(Bar.Kind.HOLD);
        assertEquals(
                Duration.ofHours(2), Duration.between(held.since(), held.until().orElseThrow()));
        JsonNode device = Api.json(api.get(LEFT));
        assertEquals("calibration", device.at("/bars/0/reason").stringValue());
        assertEquals(2, device.get("waiting").intValue());
        assertEquals(1, Api.json(api.get("/api/v1/bars")).size());
        String release = "{\"kind\": \"hold\", \"by\": \"anna\"}";
        assertEquals(0, Api.json(api.post(LEFT + "/clear", release)).size());
        assertTrue(api.orchestrator.bars.isEmpty());
    }

    @Test
    void a_hold_without_an_end_lasts() {
        api.post(LEFT + "/hold", "{\"by\": \"anna\"}");
        assertTrue(api.orchestrator.bars.get(Bar.Kind.HOLD).until().isEmpty());
    }

    @Test
    void a_position_is_held_and_cleared_too() {
        String tray = "/api/v1/positions/tray-1";
        JsonNode bars = Api.json(api.post(tray + "/hold", "{\"by\": \"anna\", \"for\": \"1 d\"}"));
        assertEquals("tray-1", bars.at("/0/device").stringValue());
        assertEquals(
                0,
                Api.json(api.post(tray + "/clear", "{\"kind\": \"hold\", \"by\": \"anna\"}"))
                        .size());
    }

    @Test
    void a_hold_that_has_run_out_is_not_shown() {
        Instant past = Instant.now().minusSeconds(60);
        api.orchestrator.bar("tray-1", new Bar(Bar.Kind.HOLD, "anna", "", past, Optional.of(past.plusSeconds(1))));
        api.orchestrator.bar("tray-1", new Bar(Bar.Kind.UNVERIFIED, "halt", "left alone", past, Optional.empty()));
        api.orchestrator.bars.clear();
        JsonNode bars = Api.json(api.get("/api/v1/bars"));
        assertEquals(1, bars.size());
        assertEquals("UNVERIFIED", bars.at("/0/kind").stringValue());
    }
}
