package org.busbar.rest;

import static org.busbar.rest.RequestApi.ADMIN;
import static org.busbar.rest.RequestApi.DENSITY;
import static org.busbar.rest.RequestApi.OFFER;
import static org.busbar.rest.RequestApi.OTHER;
import static org.busbar.rest.RequestApi.SCIENTIST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TenantsTest {

    private RequestApi api;

    @BeforeEach
    void open(@TempDir Path folder) {
        api = new RequestApi(folder);
    }

    @AfterEach
    void close() throws Exception {
        api.close();
    }

    @Test
    void a_tenant_is_registered_by_itself_and_by_administrators_only() {
        api.expect(403, OTHER, "PUT", "/tenants/u-tube", OFFER);
        api.expect(403, SCIENTIST, "PUT", "/tenants/u-tube", OFFER);
        api.expect(201, DENSITY, "PUT", "/tenants/u-tube", OFFER);
        JsonNode card = api.expect(200, ADMIN, "PUT", "/tenants/u-tube", OFFER);
        assertEquals("Marie", card.get("contact").stringValue());
        assertEquals("PT30S", card.get("lease").stringValue());
        assertTrue(card.get("heard").isString());
        api.expect(403, OTHER, "DELETE", "/tenants/u-tube", "");
        api.expect(200, DENSITY, "DELETE", "/tenants/u-tube", "{\"reason\": \"moved\"}");
        api.expect(404, DENSITY, "GET", "/tenants/u-tube", "");
    }

    @Test
    void what_was_given_can_be_sent_back() {
        api.register();
        JsonNode offers = api.get("/tenants/u-tube").get("offers");
        api.expect(200, DENSITY, "PUT", "/tenants/u-tube", "{\"lease\": 30, \"offers\": " + offers + "}");
        assertEquals(offers, api.get("/tenants/u-tube").get("offers"));
    }

    @Test
    void an_uncertainty_may_be_given_in_percent() {
        String offers = "[{\"quantity\": \"density\", \"method\": \"m\", \"price\": {\"uncertainty\": \"5 %\"},"
                + " \"inputs\": [], \"outputs\": [{\"name\": \"density\", \"unit\": \"kg/m3\"}]}]";
        JsonNode card =
                api.expect(201, DENSITY, "PUT", "/tenants/u-tube", "{\"lease\": 0, \"offers\": " + offers + "}");
        assertEquals(0.05, card.at("/offers/0/price/uncertainty").doubleValue(), 1e-12);
        String wrong = offers.replace("5 %", "5 K");
        api.expect(422, DENSITY, "PUT", "/tenants/u-tube", "{\"lease\": 0, \"offers\": " + wrong + "}");
    }

    @Test
    void offers_are_found_by_quantity_and_method() {
        api.register();
        assertEquals(List.of("lab", "u-tube"), List.copyOf(api.get("/offers").propertyNames()));
        JsonNode offer = api.get("/offers?quantity=density&method=u-tube").at("/u-tube/0");
        assertEquals(0.001, offer.at("/price/uncertainty").doubleValue());
        assertEquals("PT5M", offer.at("/price/duration").stringValue());
        assertEquals("K", offer.at("/limitations/0/0/unit").stringValue());
        assertEquals(1, offer.at("/limitations/1/0/max").doubleValue());
        assertTrue(api.get("/offers?quantity=density&method=eis").isEmpty());
    }

    @Test
    void who_is_within_the_server_cannot_be_changed() {
        JsonNode lab = api.get("/tenants/lab");
        assertTrue(lab.get("within").booleanValue());
        assertTrue(api.expect(422, ADMIN, "PUT", "/tenants/lab", OFFER)
                .get("detail")
                .stringValue()
                .contains("within the server"));
        api.expect(409, ADMIN, "DELETE", "/tenants/lab", "");
    }

    private List<String> faults(String body) {
        List<String> paths = new ArrayList<>();
        api.expect(422, DENSITY, "PUT", "/tenants/u-tube", body)
                .path("faults")
                .forEach(fault -> paths.add(fault.get("path").stringValue()));
        assertEquals(404, api.call(DENSITY, "GET", "/api/v1/tenants/u-tube", "").status());
        Collections.sort(paths);
        return paths;
    }

    private static String with(String inputs) {
        return "{\"lease\": 1, \"offers\": [{\"quantity\": \"q\", \"method\": \"m\", \"inputs\": [" + inputs
                + "], \"outputs\": [{\"name\": \"y\"}]}]}";
    }

    @Test
    void every_fault_is_named_with_its_place() {
        assertEquals(List.of("colour"), faults("{\"colour\": 1}"));
        assertEquals(List.of("lease", "offers"), faults("{}"));
        assertEquals(List.of("lease"), faults(OFFER.replace("PT30S", "soon")));
        assertEquals(List.of("lease"), faults(OFFER.replace("\"PT30S\"", "-1")));
        assertEquals(List.of("offers[0].price.source"), faults(OFFER.replace("\"experiment\"", "\"guess\"")));
        assertEquals(List.of("offers[0].price.cost"), faults(OFFER.replace("\"cost\": 2", "\"cost\": -2")));
        assertEquals(List.of("offers[0].colour"), faults(OFFER.replace("\"price\"", "\"colour\"")));
        assertEquals(List.of("offers[0].outputs[0].unit"), faults(OFFER.replace("g/cm3", "grams")));
        assertEquals(
                List.of("offers[0].limitations[1].pepper"), faults(OFFER.replace("{\"salt\": {", "{\"pepper\": {")));
        assertEquals(
                List.of("offers[0].inputs[0]", "offers[0].inputs[1].min", "offers[0].inputs[2].name"),
                faults(with("{\"name\": \"a\", \"min\": 2, \"max\": 1}, {\"name\": \"b\", \"min\": \"low\"}, {}")));
        assertEquals(
                List.of("offers[0].inputs[0].unit", "offers[0].inputs[1]", "offers[0].inputs[2].min"),
                faults(with(
                        "{\"name\": \"a\", \"unit\": \"Kelvin\"}, {\"name\": \"b\", \"whole\": true, \"note\": true},"
                                + " {\"name\": \"c\", \"options\": [\"x\"], \"min\": 1}")));
        assertEquals(List.of("offers[0]"), faults(with("{\"name\": \"a\"}, {\"name\": \"a\"}")));
    }

    @Test
    void every_kind_of_parameter_has_a_short_form() {
        String inputs = "{\"name\": \"a\", \"unit\": \"V\", \"min\": 0, \"max\": 1, \"step\": 0.1},"
                + " {\"name\": \"b\", \"whole\": true, \"min\": 1}, {\"name\": \"c\", \"options\": [\"x\", \"y\"]},"
                + " {\"name\": \"d\", \"note\": true}, {\"name\": \"e\", \"curve\": true, \"unit\": \"Hz\"},"
                + " {\"name\": \"f\", \"sample\": true}, {\"name\": \"g\", \"artifact\": \"image/png\", \"term\": \"t\"}";
        JsonNode card = api.expect(201, DENSITY, "PUT", "/tenants/u-tube", with(inputs));
        List<String> kinds = new ArrayList<>();
        card.at("/offers/0/capability/inputs")
                .forEach(input -> kinds.add(input.get("type").stringValue()));
        assertEquals(List.of("Real", "Whole", "Choice", "Note", "Curve", "Specimen", "Artifact"), kinds);
        assertEquals("EXPERIMENT", card.at("/offers/0/price/source").stringValue());
        assertFalse(card.get("within").booleanValue());
    }
}
