package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LabTest {

    private final Api api = new Api();

    @Test
    void health_counts_and_is_ready_when_everything_is_there() {
        JsonNode health = Api.json(api.get("/health"));
        assertTrue(health.get("ready").booleanValue());
        assertEquals("bench-3", health.get("lab").stringValue());
        assertEquals(1, health.get("devices").get("DRIVER_MISSING").intValue());
        assertEquals(1, health.get("faults").intValue());
        assertEquals(0, health.get("journal").longValue());
    }

    @Test
    void health_names_what_is_missing() throws Exception {
        HealthRoutes early = new HealthRoutes(null, null, null, null, null, null, null);
        var answer = (Response.Document)
                early.routes().get(0).handler().answer(Api.call("GET", List.of("health"), Map.of(), Map.of(), ""));
        JsonNode health = Api.json(answer);
        assertTrue(health.get("live").booleanValue());
        assertFalse(health.get("ready").booleanValue());
        assertEquals(7, health.get("missing").size());
    }

    @Test
    void plans_come_without_their_tables() {
        JsonNode plans = Api.json(api.get("/api/v1/plans"));
        assertEquals(1, plans.get(0).get("comparison").get("rows").intValue());
        assertFalse(plans.get(0).get("comparison").has("table"));
        assertTrue(plans.get(1).get("comparison").isNull());
    }

    @Test
    void limits_and_units_of_actions_are_shown() {
        JsonNode volume = Api.json(api.get("/api/v1/devices/left")).at("/actions/0/inputs/0");
        assertEquals("Real", volume.get("type").stringValue());
        assertEquals("mL", volume.get("unit").stringValue());
        assertEquals(10, volume.get("max").doubleValue());
        assertEquals(
                "fill",
                Api.json(api.get("/api/v1/sequences")).at("/0/sequence/name").stringValue());
        assertEquals(
                "devices/x.json",
                Api.json(api.get("/api/v1/faults")).at("/0/file").stringValue());
        assertEquals(0, Api.json(api.get("/api/v1/plugins")).size());
        assertEquals(
                "eis", Api.json(api.get("/api/v1/offers")).at("/lab/0/method").stringValue());
    }
}
