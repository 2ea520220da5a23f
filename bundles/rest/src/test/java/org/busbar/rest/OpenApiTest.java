package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.busbar.api.security.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    private static final String META = "https://json-schema.org/draft/2020-12/schema";
    private final Api api = new Api();
    private final JsonNode document = new DocumentRoutes(api::groups).whole();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.get("paths").forEach(item -> item.forEach(operations::add));
        return operations;
    }

    @Test
    void every_route_is_described_with_what_it_takes_and_gives() {
        List<Route> routes =
                api.groups().stream().flatMap(group -> group.routes().stream()).toList();
        assertTrue(routes.size() > 40, routes::toString);
        for (Route route : routes) {
            String path = route.path().replace("...}", "}");
            JsonNode operation =
                    document.get("paths").path(path).path(route.method().toLowerCase());
            assertFalse(operation.path("summary").asString("").isBlank(), path);
            assertFalse(route.answers().isEmpty(), path);
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = new ArrayList<>();
        collect(document, references);
        assertTrue(references.size() > 200);
        for (String reference : references) {
            assertTrue(reference.startsWith("#/"), reference);
            assertFalse(document.at(JsonPointer.compile(reference.substring(1))).isMissingNode(), reference);
        }
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.get("$ref").stringValue());
        }
        node.forEach(part -> collect(part, references));
    }

    @Test
    void operations_are_named_once() {
        Set<String> ids = new HashSet<>();
        operations()
                .forEach(operation -> assertTrue(
                        ids.add(operation.get("operationId").stringValue()),
                        operation.get("operationId").stringValue()));
        assertTrue(ids.contains("getRuns") && ids.contains("postRunsByIdPauseNow"), ids::toString);
    }

    @Test
    void the_names_in_a_path_are_declared_and_no_others() {
        document.get("paths").properties().forEach(entry -> entry.getValue().forEach(operation -> {
            Set<String> declared = new HashSet<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.get("in").stringValue().equals("path")) {
                    declared.add(parameter.get("name").stringValue());
                    assertTrue(parameter.get("required").booleanValue());
                }
            });
            Set<String> named = new HashSet<>();
            Pattern.compile("\\{([^}]+)}")
                    .matcher(entry.getKey())
                    .results()
                    .forEach(found -> named.add(found.group(1)));
            assertEquals(named, declared, entry.getKey());
        }));
    }

    @Test
    void no_two_paths_differ_in_names_only() {
        Set<String> plain = new HashSet<>();
        document.get("paths")
                .propertyNames()
                .forEach(path -> assertTrue(plain.add(path.replaceAll("\\{[^}]+}", "{}")), path));
    }

    @Test
    void every_schema_is_one_of_draft_2020_12() {
        Schema meta = registry.getSchema(SchemaLocation.of(META));
        document.at("/components/schemas")
                .properties()
                .forEach(entry -> assertEquals(List.of(), meta.validate(entry.getValue()), entry.getKey()));
        document.get("components")
                .get("schemas")
                .propertyNames()
                .forEach(name -> assertTrue(name.matches("[A-Za-z0-9._-]+"), name));
        List<JsonNode> inline = new ArrayList<>();
        schemas(document.get("paths"), inline);
        assertTrue(inline.size() > 100);
        inline.forEach(schema -> assertEquals(List.of(), meta.validate(schema), schema::toString));
    }

    private static void schemas(JsonNode node, List<JsonNode> found) {
        node.properties().forEach(entry -> {
            if (entry.getKey().equals("schema")) {
                found.add(entry.getValue());
            }
        });
        node.forEach(part -> schemas(part, found));
    }

    @Test
    void what_is_answered_is_what_the_document_says() {
        api.post("/api/v1/requests", "{\"quantity\": \"conductivity\", \"inputs\": {\"salt\": \"1 mol/L\"}}");
        api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}");
        String run = "{\"sequence\": \"fill\", \"inputs\": {\"volume\": \"1 mL\", \"strokes\": 2, \"sample\": \"s\"}}";
        api.post("/api/v1/runs", run, "Idempotency-Key", "k");
        api.post("/api/v1/runs", run, "Idempotency-Key", "l");
        api.post("/api/v1/devices/left/hold", "{\"by\": \"me\"}");
        api.orchestrator.finish("run-k");
        api.orchestrator.lose("run-l");
        int checked = 0;
        for (Route route :
                api.groups().stream().flatMap(g -> g.routes().stream()).toList()) {
            if (route.method().equals("GET")) {
                checked += conforms(route, route.path().replace("{id}", "run-k")) ? 1 : 0;
                checked += conforms(route, route.path().replace("{id}", "left")) ? 1 : 0;
                checked += conforms(route, route.path().replace("{id}", "c1")) ? 1 : 0;
            }
        }
        assertTrue(checked > 30, "checked " + checked);
    }

    private boolean conforms(Route route, String url) {
        Response answer = api.answer("GET", url, "", "Accept", "application/json");
        if (!(answer instanceof Response.Document given)
                || given.status() != 200
                || !given.mediaType().equals(Response.JSON)) {
            return false;
        }
        JsonNode schema =
                document.get("paths").get(route.path()).at("/get/responses/200/content/application~1json/schema");
        assertEquals(List.of(), schema(schema).validate(Api.json(given)), url);
        return true;
    }

    private Schema schema(JsonNode schema) {
        var whole = (tools.jackson.databind.node.ObjectNode) schema.deepCopy();
        whole.set("components", document.get("components"));
        return registry.getSchema(whole);
    }

    @Test
    void an_action_is_there_as_long_as_its_device_is() {
        String path = "/api/v1/devices/left/actions/dispense";
        JsonNode action = document.get("paths").get(path).get("post");
        String reference =
                action.at("/requestBody/content/application~1json/schema/$ref").stringValue();
        JsonNode volume =
                document.at(JsonPointer.compile(reference.substring(1))).at("/properties/volume");
        assertEquals("mL", volume.get("unit").stringValue());
        assertEquals(10, volume.get("maximum").doubleValue());
        assertEquals("from 0 to 10 mL", volume.get("description").stringValue());
        assertEquals("OPERATOR", action.get("x-role").stringValue());
        api.orchestrator.gone = true;
        JsonNode after = new DocumentRoutes(api::groups).whole();
        assertFalse(after.get("paths").has(path));
        assertFalse(after.get("components").get("schemas").has("actions.left.dispense.inputs"));
        assertTrue(after.get("components").get("schemas").has("offers.lab.conductivity.eis.inputs"));
    }

    @Test
    void strangers_see_the_routes_and_nothing_of_the_lab() throws Exception {
        ApiServlet servlet = new ApiServlet();
        api.groups().forEach(servlet::addRoutes);
        Exchange stranger = new Exchange("GET", "/openapi.json");
        stranger.caller = null;
        JsonNode general =
                org.busbar.json.Json.mapper().readTree(stranger.run(servlet).text());
        assertTrue(general.get("paths").has("/api/v1/runs"));
        assertFalse(general.toString().contains("dispense"));
        Exchange viewer = new Exchange("GET", "/api/v1/openapi.json");
        viewer.caller = new org.busbar.api.security.Caller("vera", Set.of(Role.VIEWER), Set.of());
        assertTrue(viewer.run(servlet).text().contains("dispense"));
    }

    @Test
    void names_of_anything_make_valid_keys() {
        Map<String, String> keys = Map.of("a/b", FormSchema.key("x", "a/b"), "a b", FormSchema.key("x", "a b"));
        keys.values().forEach(key -> assertTrue(key.matches("[A-Za-z0-9._-]+"), key));
        assertEquals(2, new HashSet<>(keys.values()).size());
    }

    @Test
    void a_client_is_told_how_to_get_a_token() {
        assertEquals(
                "/login",
                document.at("/components/securitySchemes/login/flows/password/tokenUrl")
                        .stringValue());
        assertEquals(
                "[{\"bearer\":[]},{\"login\":[]}]", document.get("security").toString());
        JsonNode login = document.get("paths").get("/login").get("post");
        assertTrue(login.get("security").isEmpty());
        JsonNode form = login.at("/requestBody/content").get("application/x-www-form-urlencoded");
        assertTrue(form.at("/schema/properties").has("password"));
        assertTrue(login.at("/responses/200/content")
                .get("application/json")
                .toString()
                .contains("access_token"));
    }
}
