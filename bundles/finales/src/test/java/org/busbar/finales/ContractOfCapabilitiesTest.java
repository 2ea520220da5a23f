package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What can be asked for, and of whom. */
class ContractOfCapabilitiesTest {

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new TestLab(folder);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    @Test
    void capabilities_are_those_that_somebody_offers() throws Exception {
        lab.write("capabilities/c.json", TestLab.CAPABILITY.formatted("probe_c"));
        lab.facade.poll();
        assertEquals(
                2, lab.get("viewer", "/capabilities?currently_available=True").size());
        assertEquals(
                3, lab.get("viewer", "/capabilities?currently_available=off").size());
        JsonNode capability = lab.get("viewer", "/capabilities").get(0);
        assertEquals(
                StrictJson.read(TestLab.CAPABILITY.formatted("probe_a").replace('\'', '"'))
                        .path("json_schema_specifications"),
                capability.path("json_schema_specifications"));
        assertFalse(capability.has("is_active"));
        assertEquals(422, lab.status("viewer", "GET", "/capabilities?currently_available=", ""));
        assertEquals(422, lab.status("viewer", "GET", "/capabilities?currently_available=maybe", ""));
    }

    @Test
    void templates_are_made_of_the_schemas() throws Exception {
        JsonNode templates = lab.get("viewer", "/capabilities/templates?quantity=conductivity&method=probe_a");
        assertEquals(
                "{\"conductivity-probe_a\":{\"input_template\":{\"temperature\":\"required, float\",\"grade\":\"optional, str\"},"
                        + "\"output_template\":{\"value\":\"required, float\"}}}",
                templates.toString());
        assertEquals(
                "{}", lab.get("viewer", "/capabilities/templates?quantity=none").toString());
    }

    @Test
    void limitations_and_tenants_are_given_verbatim() throws Exception {
        assertEquals(
                "[{\"quantity\":\"conductivity\",\"method\":\"probe_a\",\"limitations\":[{\"temperature\":[{\"min\":250,\"max\":330}],"
                        + "\"grade\":[\"coarse\",\"fine\"]}]},{\"quantity\":\"conductivity\",\"method\":\"probe_b\",\"limitations\":[]}]",
                lab.get("viewer", "/limitations").toString());
        JsonNode tenant = lab.get("viewer", "/tenants/").get(0);
        assertEquals(TestLab.ONE.toString(), tenant.path("tenant_uuid").asString());
        assertEquals("cell-1", tenant.path("name").asString());
        assertEquals("A. Person", tenant.path("contact_person").asString());
        assertTrue(tenant.path("is_active").asBoolean());
    }

    @Test
    void clients_can_ask_for_what_the_lab_itself_offers() throws Exception {
        Capability eis = new Capability(
                "eis", List.of(Parameter.real("c", "mol/kg", 0, 2)), List.of(Parameter.real("k", "mS/cm")));
        Tenant own = () -> List.of(new Offer("ionic_conductivity", "eis", eis));
        lab.tenants.addTenant(own, Map.of("lab.id", "lab"));
        assertEquals(3, lab.get("viewer", "/capabilities").size());
        String body =
                "{'quantity': 'ionic_conductivity', 'methods': ['eis'], 'parameters': {'eis': {'c': 1.5}}, 'tenant_uuid': '"
                        + TestLab.ASKER + "'}";
        assertEquals(422, lab.status("asker", "POST", "/requests", body.replace("1.5", "3")));
        String id = lab.post("asker", "/requests", body);
        Request taken = lab.broker.pending("lab").get(0);
        assertEquals(Quantity.of(1.5, "mol/kg"), taken.inputs("eis").get("c"));
        lab.broker.reserve(taken.id(), "lab", Duration.ZERO);
        Values outputs = Values.of("k", Quantity.of(7.4, 0.2, "mS/cm"));
        lab.results.resolve(new Result(taken, "lab", "eis", outputs, List.of(), Instant.now()));
        JsonNode result = lab.get("asker", "/results_requested/" + id).path("result");
        assertEquals(7.4, result.at("/data/k").doubleValue());
        assertEquals(1.5, result.at("/parameters/eis/c").doubleValue());
        assertEquals(Registry.uuid("lab").toString(), result.path("tenant_uuid").asString());
    }

    @Test
    void a_tenant_of_finales_answers_what_a_campaign_of_the_lab_asks_for() throws Exception {
        Values inputs = Values.of("temperature", Quantity.of(25, "Cel"));
        lab.broker.submit(new Request("trial/7", "conductivity", List.of(), inputs, "campaign:x"));
        JsonNode seen = lab.get("lab1", "/pending_requests").get(0);
        assertEquals("[\"probe_a\",\"probe_b\"]", seen.at("/request/methods").toString());
        assertEquals(298.15, seen.at("/request/parameters/probe_a/temperature").doubleValue(), 1e-9);
        UUID uuid = UUID.fromString(seen.path("uuid").asString());
        assertEquals(200, lab.change("lab1", uuid.toString(), "reserved").statusCode());
        lab.post("lab1", "/results/", TestLab.result(uuid.toString(), TestLab.ONE, "1.5"));
        Result result = lab.results.history("trial/7").latest();
        assertEquals(1.5, result.outputs().quantity("value").value());
        assertEquals("resolved", lab.statusOf(uuid.toString()));
        assertEquals(
                uuid.toString(),
                lab.get("viewer", "/all_requests").at("/0/uuid").asString());
    }

    @Test
    void what_was_asked_and_measured_outlives_a_restart() throws Exception {
        String id = lab.ask();
        lab.change("lab1", id, "reserved");
        String done = lab.ask();
        lab.post("lab1", "/results", TestLab.result(done, TestLab.ONE, "1"));
        lab.broker.submit(new Request(
                "trial/8", "conductivity", List.of("probe_a"), Values.of("temperature", Quantity.of(300, "K")), "me"));
        String foreign = RequestIds.uuid("trial/8").toString();
        JsonNode before = lab.get("viewer", "/all_requests");
        lab = lab.restarted();
        assertEquals(before, lab.get("viewer", "/all_requests"));
        assertEquals("reserved", lab.statusOf(id));
        assertEquals("pending", lab.statusOf(foreign));
        assertEquals(1, lab.get("viewer", "/results_requested").size());
        lab.post("lab1", "/results", TestLab.result(id, TestLab.ONE, "1"));
    }
}
