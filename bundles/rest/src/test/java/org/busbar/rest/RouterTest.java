package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.security.Role;
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

    private static Response.Document route(String method, String path, String... patterns) throws InterruptedException {
        List<Route> routes = new ArrayList<>();
        for (String pattern : patterns) {
            String[] parts = pattern.split(" ");
            Route.Draft draft = parts[0].equals("GET") ? Route.get(parts[1]) : Route.post(parts[1]);
            routes.add(draft.by(Role.VIEWER).does(call -> Response.text("text/plain", pattern + " " + call.names())));
        }
        Call call = Api.call(method, List.of(path.substring(1).split("/")), Map.of(), Map.of(), "");
        return (Response.Document) new Router(routes).answer(call);
    }

    @Test
    void words_go_before_names_unless_the_method_does_not_fit() throws Exception {
        String[] patterns = {"GET /runs/{id}", "POST /runs/check", "POST /runs/{id}/stop", "POST /runs/{name}/steps"};
        assertEquals(
                "GET /runs/{id} {id=check}",
                route("GET", "/runs/check", patterns).text());
        assertEquals(
                "POST /runs/check {}", route("POST", "/runs/check", patterns).text());
        assertEquals(
                "POST /runs/{id}/stop {id=check}",
                route("POST", "/runs/check/stop", patterns).text());
        assertEquals(
                "POST /runs/{name}/steps {name=x}",
                route("POST", "/runs/x/steps", patterns).text());
    }

    @Test
    void a_name_for_many_segments_takes_as_many_as_fit() throws Exception {
        String[] patterns = {"POST /runs/{id}/steps/{step...}/stop", "POST /runs/{id}/steps/{step...}"};
        assertEquals(
                "POST /runs/{id}/steps/{step...}/stop {id=r, step=a/stop/b}",
                route("POST", "/runs/r/steps/a/stop/b/stop", patterns).text());
        assertEquals(
                "POST /runs/{id}/steps/{step...} {id=r, step=stop}",
                route("POST", "/runs/r/steps/stop", patterns).text());
    }

    @Test
    void a_route_says_who_may() {
        assertThrows(IllegalStateException.class, () -> Route.post("/x").does(call -> Response.text("a/b", "")));
        List<Route> twice = List.of(
                Route.get("/x/{a}").does(call -> Response.text("a/b", "")),
                Route.get("/x/{b}").does(call -> Response.text("a/b", "")));
        assertThrows(IllegalStateException.class, () -> new Router(twice));
    }
}
