package org.busbar.rest;

import static org.busbar.rest.RequestApi.ASK;
import static org.busbar.rest.RequestApi.DENSITY;
import static org.busbar.rest.RequestApi.OPERATOR;
import static org.busbar.rest.RequestApi.OTHER;
import static org.busbar.rest.RequestApi.SCIENTIST;
import static org.busbar.rest.RequestApi.VIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.busbar.api.event.Recorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RequestRoutesTest {

    private RequestApi api;

    @BeforeEach
    void open(@TempDir Path folder) {
        api = new RequestApi(folder);
        api.register();
    }

    @AfterEach
    void close() throws Exception {
        api.close();
    }

    @Test
    void the_same_key_asks_once() {
        String id = api.ask("k");
        assertEquals("request-k", id);
        api.ask("k");
        assertEquals(1, api.get("/requests").size());
        api.post(422, SCIENTIST, "/requests", ASK.replace("300", "301"), "Idempotency-Key", "k");
        api.post(403, VIEWER, "/requests", ASK);
    }

    @Test
    void a_request_says_everything_that_it_wishes() {
        String parent = api.ask("p");
        JsonNode request = api.post(
                        201,
                        SCIENTIST,
                        "/requests",
                        ASK.replace(
                                "}}",
                                "}, \"methods\": [\"u-tube\"], \"priority\": 7, \"budget\": 5, \"uncertainty\":"
                                        + " \"1 %\", \"deadline\": \"2999-01-01T00:00:00+01:00\", \"parent\": \""
                                        + parent
                                        + "\", \"inputsOf\": {\"u-tube\": {\"temperature\": \"320 K\", \"salt\": \"1 mol/kg\"}}}"))
                .get("request");
        assertEquals("curie", request.get("askedBy").stringValue());
        assertEquals(7, request.at("/wish/priority").intValue());
        assertEquals(0.01, request.at("/wish/uncertainty").doubleValue());
        assertEquals("2998-12-31T23:00:00Z", request.at("/wish/deadline").stringValue());
        assertEquals(320, request.at("/inputsOf/u-tube/temperature/value").doubleValue());
        assertEquals(
                request.get("id"),
                api.get("/requests/" + parent + "/children").get(0).at("/request/id"));
        assertEquals(1, api.get("/requests?parent=" + parent).size());
    }

    @Test
    void a_refusal_names_the_place_the_limit_and_what_would_fit() {
        JsonNode problem = api.post(422, SCIENTIST, "/requests", ASK.replace("300 K", "80 Cel"));
        JsonNode fault = problem.at("/faults/0");
        assertEquals("inputs.temperature", fault.get("path").stringValue());
        assertEquals(80, fault.at("/value/value").doubleValue());
        assertEquals("K", fault.get("unit").stringValue());
        assertEquals(330, fault.get("maximum").doubleValue());
        assertEquals("u-tube", problem.at("/nearest/tenant").stringValue());
        assertEquals(330, problem.at("/nearest/fitting/temperature/value").doubleValue());
        assertTrue(api.get("/requests").isEmpty());
    }

    @Test
    void what_is_outside_every_limitation_is_refused_with_the_nearest_that_would_fit() {
        String cold = ASK.replace("300 K", "260 K").replace("1 mol/kg", "2 mol/kg");
        JsonNode problem = api.post(422, SCIENTIST, "/requests", cold);
        assertEquals("inputs.temperature", problem.at("/faults/0/path").stringValue());
        assertEquals(290, problem.at("/nearest/fitting/temperature/value").doubleValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "density                 | viscosity                                    | quantity",
                "\"quantity\"            | \"methods\": [\"eis\"], \"quantity\"         | methods",
                "\"quantity\"            | \"methods\": [\"a\", \"a\"], \"quantity\"    | methods",
                "\"salt\": \"1 mol/kg\"  | \"salt\": \"1 V\"                            | inputs.salt",
                "\"salt\": \"1 mol/kg\"  | \"salt\": \"much\"                           | inputs.salt",
                "\"salt\": \"1 mol/kg\"  | \"salt\": [1]                                | inputs.salt",
                ", \"salt\": \"1 mol/kg\" | ``                                          | inputs.salt",
                "\"salt\"                | \"pepper\": \"1 g\", \"salt\"                | inputs.pepper",
                "\"quantity\"            | \"colour\": 1, \"quantity\"                  | colour",
                "\"quantity\"            | \"deadline\": \"soon\", \"quantity\"         | deadline",
                "\"quantity\"            | \"deadline\": \"2001-01-01T00:00:00Z\", \"quantity\" | deadline",
                "\"quantity\"            | \"budget\": \"1 V\", \"quantity\"            | budget",
                "\"quantity\"            | \"budget\": -1, \"quantity\"                 | budget",
                "\"quantity\"            | \"budget\": 1, \"quantity\"              | budget",
                "\"quantity\"            | \"uncertainty\": \"0.001 %\", \"quantity\" | uncertainty",
                "\"quantity\"            | \"uncertainty\": [], \"quantity\"            | uncertainty",
                "\"quantity\"            | \"priority\": 1.5, \"quantity\"              | priority",
                "\"quantity\"            | \"parent\": \"nobody\", \"quantity\"         | parent",
                "\"quantity\"            | \"inputsOf\": {\"u-tube\": 1}, \"quantity\"  | inputsOf.u-tube",
            })
    void what_cannot_be_asked_is_refused_with_its_place(String part, String other, String path) {
        JsonNode problem = api.post(422, SCIENTIST, "/requests", ASK.replace(part, other == null ? "" : other));
        List<String> paths = new ArrayList<>();
        problem.path("faults").forEach(fault -> paths.add(fault.get("path").stringValue()));
        assertTrue(paths.contains(path), problem::toString);
        assertTrue(api.get("/requests").isEmpty());
    }

    @Test
    void only_one_tenant_gets_a_request_and_the_others_hear_which() {
        String id = api.ask("k");
        api.expect(201, OTHER, "PUT", "/tenants/other", RequestApi.OFFER);
        assertEquals(1, api.get("/requests/pending?tenant=other").size());
        JsonNode ticket = api.post(200, DENSITY, "/requests/" + id + "/reserve", "{\"tenant\": \"u-tube\"}");
        assertEquals("RESERVED", ticket.get("state").stringValue());
        assertTrue(ticket.get("leaseEnd").isString());
        JsonNode lost = api.post(409, OTHER, "/requests/" + id + "/reserve", "{}");
        assertTrue(lost.get("detail").stringValue().contains("reserved by 'u-tube'"));
        assertTrue(api.get("/requests/pending?tenant=other").isEmpty());
        api.post(403, OTHER, "/requests/" + id + "/reserve", "{\"tenant\": \"u-tube\"}");
        api.post(404, OTHER, "/requests/none/reserve", "{}");
        for (String verb : List.of("begin", "renew")) {
            api.post(409, OTHER, "/requests/" + id + "/" + verb, "{}");
            api.post(404, OTHER, "/requests/none/" + verb, "{}");
        }
        for (String verb : List.of("release", "fail")) {
            api.post(409, OTHER, "/requests/" + id + "/" + verb, "{\"reason\": \"x\"}");
            api.post(404, OTHER, "/requests/none/" + verb, "{\"reason\": \"x\"}");
        }
    }

    @Test
    void a_request_goes_through_its_states() {
        String id = api.ask("k");
        api.post(200, DENSITY, "/requests/" + id + "/reserve", "{\"lease\": \"1 h\"}");
        api.post(200, DENSITY, "/requests/" + id + "/release", "{\"reason\": \"busy\"}");
        assertEquals("PENDING", api.state(id));
        api.post(200, DENSITY, "/requests/" + id + "/reserve", "{}");
        api.post(200, DENSITY, "/requests/" + id + "/begin", "");
        api.post(200, DENSITY, "/requests/" + id + "/renew", "");
        assertEquals("RUNNING", api.state(id));
        api.post(409, DENSITY, "/requests/" + id + "/release", "{}");
        api.post(422, DENSITY, "/requests/" + id + "/fail", "{}");
        JsonNode failed = api.post(200, DENSITY, "/requests/" + id + "/fail", "{\"reason\": \"it froze\"}");
        assertEquals("it froze", failed.get("reason").stringValue());
        api.post(409, SCIENTIST, "/requests/" + id + "/retract", "{}");
    }

    @Test
    void a_request_is_taken_back_by_who_asked_and_by_operators() {
        String mine = api.ask("a");
        String other = api.ask("b");
        api.post(403, VIEWER, "/requests/" + mine + "/retract", "{}");
        api.post(403, DENSITY, "/requests/" + mine + "/reject", "{}");
        api.post(200, SCIENTIST, "/requests/" + mine + "/retract", "{\"reason\": \"typing error\"}");
        api.post(200, OPERATOR, "/requests/" + other + "/reject", "{\"reason\": \"no salt\"}");
        assertEquals("RETRACTED", api.state(mine));
        assertEquals("REJECTED", api.state(other));
        assertEquals(2, api.get("/requests?ended=true").size());
        assertEquals(1, api.get("/requests?state=rejected").size());
        api.post(404, OPERATOR, "/requests/none/reject", "{}");
    }

    @Test
    void what_is_in_question_is_settled_by_an_operator() throws Exception {
        String id = api.ask("k");
        api.post(200, DENSITY, "/requests/" + id + "/reserve", "{\"lease\": 0.01}");
        api.post(200, DENSITY, "/requests/" + id + "/begin", "{}");
        api.post(409, OPERATOR, "/requests/" + api.ask("l") + "/settle", "{\"again\": true, \"reason\": \"x\"}");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!api.get("/requests/" + id).get("inQuestion").booleanValue()) {
            assertTrue(System.nanoTime() < end, "never in question");
            Thread.sleep(10);
        }
        assertEquals(1, api.get("/requests?inQuestion=true").size());
        api.post(422, OPERATOR, "/requests/" + id + "/settle", "{\"reason\": \"x\"}");
        api.post(403, VIEWER, "/requests/" + id + "/settle", "{\"again\": true, \"reason\": \"x\"}");
        api.post(200, OPERATOR, "/requests/" + id + "/settle", "{\"again\": true, \"reason\": \"nothing was done\"}");
        assertEquals("PENDING", api.state(id));
    }

    @Test
    void ended_requests_are_paged_newest_first() {
        List<String> ids = IntStream.range(0, 7).mapToObj(i -> api.ask("k" + i)).toList();
        ids.forEach(id -> api.post(200, SCIENTIST, "/requests/" + id + "/retract", "{}"));
        List<String> seen = new ArrayList<>();
        Optional<String> url = Optional.of("/api/v1/requests?state=retracted&limit=3&quantity=density");
        while (url.isPresent()) {
            Response.Document page = api.call(VIEWER, "GET", url.get(), "");
            Api.json(page).forEach(ticket -> seen.add(ticket.at("/request/id").stringValue()));
            url = Optional.ofNullable(page.headers().get("Link")).map(link -> link.replaceAll("<(.*)>.*", "$1"));
        }
        List<String> expected = new ArrayList<>(ids);
        java.util.Collections.reverse(expected);
        assertEquals(expected, seen);
        assertTrue(api.get("/requests?state=retracted&quantity=conductivity").isEmpty());
        assertTrue(api.get("/requests").isEmpty());
    }

    @Test
    void open_requests_come_in_the_order_of_service_and_by_what_is_wanted() {
        api.ask("a");
        api.post(201, SCIENTIST, "/requests", ASK.replace("}}", "}, \"priority\": 1}"), "Idempotency-Key", "b");
        assertEquals("request-b", api.get("/requests").at("/0/request/id").stringValue());
        assertEquals(
                "request-a",
                api.get("/requests?offset=1&limit=1").at("/0/request/id").stringValue());
        assertEquals(
                2,
                api.get("/requests?askedBy=curie&method=u-tube&state=pending").size());
        assertTrue(api.get("/requests?askedBy=nobody").isEmpty());
        assertTrue(api.get("/requests?tenant=u-tube").isEmpty());
        api.post(200, DENSITY, "/requests/request-a/reserve", "{}");
        assertEquals(1, api.get("/requests?tenant=u-tube").size());
        assertEquals(1, api.get("/requests/pending?tenant=u-tube&limit=1").size());
    }

    @Test
    void who_waits_is_answered_as_soon_as_there_is_something() throws Exception {
        assertTrue(api.get("/requests/pending?tenant=u-tube").isEmpty());
        api.expect(404, VIEWER, "GET", "/requests/pending?tenant=none", "");
        api.expect(400, VIEWER, "GET", "/requests/pending", "");
        Response.Later later =
                (Response.Later) api.answer(DENSITY, "GET", "/api/v1/requests/pending?tenant=u-tube&wait=20", "");
        assertEquals(Duration.ofSeconds(20), later.patience());
        CompletableFuture<Response.Document> found = new CompletableFuture<>();
        later.feed().add((Recorded recorded) -> {
            if (later.wanted().test(recorded)) {
                CompletableFuture.runAsync(() -> later.news().get().ifPresent(found::complete));
            }
        });
        String id = api.ask("k");
        assertTrue(found.get(20, TimeUnit.SECONDS).text().contains(id));
        assertFalse(api.get("/requests/pending?tenant=u-tube&wait=20").isEmpty());
    }
}
