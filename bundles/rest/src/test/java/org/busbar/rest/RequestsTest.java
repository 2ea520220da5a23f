package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.ontology.SchemaMapping;
import org.busbar.json.Json;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import tools.jackson.databind.JsonNode;

class RequestsTest {

    private static final String BODY = "{\"quantity\": \"conductivity\", \"inputs\": {\"salt\": \"1 mol/L\"}}";
    private final Api api = new Api();

    @Test
    void a_request_is_taken_on_once_per_key() {
        Response.Document answer = api.post("/api/v1/requests", BODY, "Idempotency-Key", "k");
        assertEquals(201, answer.status(), answer.text());
        assertEquals("/api/v1/requests/request-k", answer.headers().get("Location"));
        assertEquals(
                201, api.post("/api/v1/requests", BODY, "Idempotency-Key", "k").status());
        String other = BODY.replace("1 mol/L", "2 mol/L");
        assertEquals(
                422, api.post("/api/v1/requests", other, "Idempotency-Key", "k").status());
        assertEquals(1, Api.json(api.get("/api/v1/requests?state=pending")).size());
    }

    @Test
    void states_come_from_the_journal() {
        api.post("/api/v1/requests", BODY, "Idempotency-Key", "k");
        assertEquals(404, api.get("/api/v1/results/request-k").status());
        answer();
        assertEquals(0, Api.json(api.get("/api/v1/requests?state=pending")).size());
        assertEquals(
                "RESOLVED",
                Api.json(api.get("/api/v1/requests/request-k")).get("state").stringValue());
        JsonNode result = Api.json(api.get("/api/v1/results/request-k"));
        assertEquals(7.4, result.get("outputs").get("conductivity").get("value").doubleValue());
    }

    private void answer() {
        String json =
                Api.json(api.get("/api/v1/requests/request-k")).get("request").toString();
        api.broker.answer(Json.read(json, Request.class));
    }

    @Test
    void formats_come_and_go() {
        api.post("/api/v1/requests", BODY, "Idempotency-Key", "k");
        answer();
        ServiceReference<SchemaMapping> reference = reference();
        api.results.addMapping(new Words(), reference);
        Response.Document mapped = api.get("/api/v1/results/request-k?format=words");
        assertEquals("text/words", mapped.mediaType());
        assertEquals("7.40 ± 0.20 mS/cm", mapped.text());
        assertTrue(api.get("/api/v1/results/request-k?format=latin").text().contains("loaded are [words]"));
        assertEquals(
                "words",
                Api.json(api.get("/api/v1/formats")).get(0).get("format").stringValue());
        api.results.removeMapping(reference);
        assertEquals(404, api.get("/api/v1/results/request-k?format=words").status());
    }

    private static final class Words implements SchemaMapping {
        @Override
        public String mediaType() {
            return "text/words";
        }

        @Override
        public String map(Result result) {
            return result.outputs().get("conductivity").toString();
        }
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<SchemaMapping> reference() {
        return (ServiceReference<SchemaMapping>) Proxy.newProxyInstance(
                RequestsTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getProperty" -> Map.of("lab.id", "words").get(given[0]);
                    case "hashCode" -> 1;
                    case "equals" -> proxy == given[0];
                    default -> null;
                });
    }
}
