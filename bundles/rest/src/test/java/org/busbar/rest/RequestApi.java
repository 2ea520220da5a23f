package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.broker.Lapses;
import org.busbar.journal.SqliteJournal;
import org.busbar.json.Json;
import tools.jackson.databind.JsonNode;

/** The broker's part of the api over a journal on disk, called as somebody and without a server. */
final class RequestApi implements AutoCloseable {

    static final Caller ADMIN = Api.LOCAL;
    static final Caller SCIENTIST = new Caller("curie", Set.of(Role.SCIENTIST), Set.of());
    static final Caller OPERATOR = new Caller("otto", Set.of(Role.OPERATOR), Set.of());
    static final Caller VIEWER = new Caller("vera", Set.of(Role.VIEWER), Set.of());
    static final Caller DENSITY = tenant("u-tube");
    static final Caller OTHER = tenant("other");

    /** Offers the density between 250 and 330 K, but at low temperatures for little salt only. */
    static final String OFFER =
            """
            {"lease": "PT30S", "contact": "Marie", "offers": [{"quantity": "density", "method": "u-tube",
             "inputs": [{"name": "temperature", "unit": "K", "min": 250, "max": 330}, {"name": "salt", "unit": "mol/kg", "min": 0, "max": 3}],
             "outputs": [{"name": "density", "unit": "g/cm3", "min": 0}],
             "limitations": [[{"name": "temperature", "min": 290}], {"salt": {"max": 1}}],
             "price": {"source": "experiment", "cost": 2, "duration": "5 min", "uncertainty": 0.001}}]}""";

    static final String ASK =
            "{\"quantity\": \"density\", \"inputs\": {\"temperature\": \"300 K\", \"salt\": \"1 mol/kg\"}}";
    static final String RESULT = "{\"method\": \"u-tube\", \"outputs\": {\"density\": \"1.2 +- 0.01 g/cm3\"}}";

    final SqliteJournal journal;
    final RealBroker broker;
    final Lapses lapses;
    final Router router;
    final List<Routes> groups;

    RequestApi(Path folder) {
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        broker = new RealBroker(journal);
        lapses = broker.lapses();
        Feed feed = new Feed();
        journal.addListener(feed);
        groups = new ArrayList<>(broker.groups(feed));
        groups.add(new ResultRoutes(journal, broker.results));
        router = new Router(
                groups.stream().flatMap(group -> group.routes().stream()).toList());
    }

    static Caller tenant(String id) {
        return new Caller(id, Set.of(Role.TENANT), Set.of(id));
    }

    /** As the router answers; {@code headers} are name, value, name, value. */
    Response answer(Caller caller, String method, String url, String body, String... headers) {
        String[] parts = url.split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&")) {
            query.put(pair.split("=")[0], pair.split("=")[1]);
        }
        Map<String, String> named = new HashMap<>(Map.of("content-type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i].toLowerCase(java.util.Locale.ROOT), headers[i + 1]);
        }
        List<String> path = Arrays.asList(parts[0].substring(1).split("/"));
        Content content = new Content(most -> body.getBytes(StandardCharsets.UTF_8));
        try {
            return router.answer(new Call(method, path, query, named, Optional.of(caller), content));
        } catch (Refused e) {
            return Response.problem(e.problem());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Response.Document call(Caller caller, String method, String url, String body, String... headers) {
        return (Response.Document) answer(caller, method, url, body, headers);
    }

    /** What is answered, which must be of that status. */
    JsonNode expect(int status, Caller caller, String method, String url, String body, String... headers) {
        Response.Document document = call(caller, method, "/api/v1" + url, body, headers);
        assertEquals(status, document.status(), document.text());
        return Json.mapper().readTree(document.text());
    }

    JsonNode get(String url) {
        return expect(200, VIEWER, "GET", url, "");
    }

    JsonNode post(int status, Caller caller, String url, String body, String... headers) {
        return expect(status, caller, "POST", url, body, headers);
    }

    void register() {
        expect(201, DENSITY, "PUT", "/tenants/u-tube", OFFER);
    }

    /** Asks for a density; the id of the request. */
    String ask(String key) {
        return post(201, SCIENTIST, "/requests", ASK, "Idempotency-Key", key)
                .at("/request/id")
                .stringValue();
    }

    String state(String id) {
        return get("/requests/" + id).get("state").stringValue();
    }

    @Override
    public void close() throws Exception {
        lapses.close();
        journal.close();
    }
}
