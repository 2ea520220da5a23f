package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RouterTest {

    private final Api api = new Api();

    @Test
    void a_name_in_the_pattern_is_what_the_path_has_there() {
        assertEquals("left", Api.json(api.get("/api/v1/devices/left")).get("id").stringValue());
    }

    @Test
    void an_unknown_path_is_404() {
        Response.Document answer = api.get("/api/v1/nothing/here");
        assertEquals(404, answer.status());
        assertEquals("application/problem+json", answer.mediaType());
        var problem = Api.json(answer);
        assertEquals("urn:busbar:problem:not-found", problem.get("type").stringValue());
        assertEquals(404, problem.get("status").intValue());
        assertTrue(problem.get("detail").stringValue().contains("/api/v1/nothing/here"));
        assertTrue(problem.has("title"));
    }

    @Test
    void a_wrong_method_is_405_and_names_those_that_are_allowed() {
        Response.Document answer = (Response.Document) api.answer("DELETE", "/api/v1/runs", "");
        assertEquals(405, answer.status());
        assertEquals("GET, POST", answer.headers().get("Allow"));
    }
}
