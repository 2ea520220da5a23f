package org.busbar.ontology.battinfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Provenance;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResultDocumentTest {

    private static final String AWKWARD = "Größe \"µ\" \\ 100 % * ~ \n\u0001\uD83D\uDD0B #/";

    private static Request request(String id, String quantity, Values inputs) {
        return new Request(id, quantity, List.of(), inputs, "me");
    }

    @Test
    void an_unknown_quantity_is_refused_by_name() {
        Result result = Examples.result(request("r-17", "colour", Values.none()), Examples.CONDUCTIVITY, List.of());
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new BattInfo().map(result));
        assertTrue(e.getMessage().contains("'colour'"), e.getMessage());
        assertTrue(e.getMessage().contains("[ionic_conductivity]"), e.getMessage());
    }

    @Test
    void a_result_without_its_output_is_refused() {
        Result result = Examples.result(Values.none(), Values.of("resistance", Quantity.of(69, "Ohm")), List.of());
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new BattInfo().map(result));
        assertTrue(e.getMessage().contains("r-17") && e.getMessage().contains("'conductivity'"), e.getMessage());
        assertTrue(e.getMessage().contains("resistance=69 Ohm"), e.getMessage());
    }

    @Test
    void any_text_survives() throws Exception {
        Values inputs = Values.of(AWKWARD, new Text(AWKWARD));
        Result result =
                Examples.result(request(AWKWARD, "ionic_conductivity", inputs), Examples.CONDUCTIVITY, List.of());
        String iri = "urn:busbar:result:Gr%C3%B6%C3%9Fe%20%22%C2%B5%22%20%5C%20100%20%25%20%2A%20%7E%20%0A%01"
                + "%F0%9F%94%8B%20%23%2F";
        assertEquals(
                AWKWARD, new Mapped(result).node(iri).path("schema:identifier").asString());
        String input = iri + "#inputs/" + iri.substring("urn:busbar:result:".length());
        assertEquals(
                AWKWARD, new Mapped(result).node(input).path("schema:value").asString());
        assertTrue(new Expanded(result).iris().contains(input));
    }

    @Test
    void the_context_holds_only_what_is_used() {
        JsonNode context = new Mapped(Examples.result(Values.none(), Examples.CONDUCTIVITY, List.of())).context();
        assertTrue(context.has("ElectrolyticConductivity"));
        assertFalse(context.has("Molality"));
        assertFalse(context.has("hasTestObject"));
        assertFalse(context.has("time"));
    }

    @Test
    void what_has_no_word_is_kept_and_reported() {
        Agent person = Agent.named("Ada");
        Values inputs = Values.of("photo", new Resource(URI.create("file:/data/1.png"), "image/png", "ab"))
                .with("spectrum", Series.of("mol/m2", 1, 2));
        Mapped mapped = new Mapped(Examples.result(
                Values.none(), Examples.CONDUCTIVITY, List.of(Examples.step("look", person, "look_at", inputs))));
        assertEquals(List.of("look_at", "photo", "spectrum", "unit mol/m2"), mapped.unmapped());
        assertEquals(
                List.of("busbar:look_at", "prov:Activity"),
                Mapped.strings(mapped.part("steps/1").path("@type")));
        assertEquals(
                List.of("prov:Agent"), Mapped.strings(mapped.part("agents/1").path("@type")));
        assertEquals(
                "file:/data/1.png",
                mapped.part("steps/1/photo").path("schema:contentUrl").asString());
        assertEquals(
                "[1.0,2.0]",
                mapped.part("steps/1/spectrum")
                        .path("busbar:values")
                        .path("@value")
                        .toString());
    }

    @Test
    void a_step_that_is_not_known_is_not_said_to_have_made_anything() {
        List<Provenance> steps = List.of(Examples.step("x", Agent.named("Ada"), "guess", Values.none()));
        Mapped mapped = new Mapped(Examples.result(Values.none(), Examples.CONDUCTIVITY, steps));
        assertFalse(mapped.part("outputs/conductivity").has("prov:wasGeneratedBy"));
        assertFalse(mapped.part("steps/1").has("prov:generated"));
        assertFalse(mapped.part("observation").has("sosa:madeBySensor"));
    }

    @Test
    void a_measured_temperature_is_not_the_one_asked_for() {
        List<Provenance> steps = new ArrayList<>(Examples.steps());
        steps.set(2, Examples.evaluate(Quantity.of(20.03, 0.02, "Cel")));
        Mapped mapped = new Mapped(Examples.result(Examples.ASKED, Examples.CONDUCTIVITY, steps));
        JsonNode measured = mapped.part("steps/3/temperature");
        assertTrue(Mapped.strings(measured.path("@type")).contains("MeasuredProperty"));
        assertEquals(
                "urn:busbar:result:r-17#steps/2",
                measured.path("prov:wasGeneratedBy").path("@id").asString());
        assertTrue(
                Mapped.strings(mapped.part("inputs/temperature").path("@type")).contains("ConventionalProperty"));
    }

    @Test
    void a_plug_in_that_acts_twice_is_one_agent_and_keeps_its_settings_apart() {
        List<Provenance> steps = List.of(
                Examples.step(
                        "a", Examples.agent("cell-1", "org.example.cell", Map.of("n", "1")), "rinse", Values.none()),
                Examples.step(
                        "b", Examples.agent("cell-1", "org.example.cell", Map.of("n", "2")), "rinse", Values.none()));
        Mapped mapped = new Mapped(Examples.result(Values.none(), Examples.CONDUCTIVITY, steps));
        for (int step = 1; step <= 2; step++) {
            JsonNode node = mapped.part("steps/" + step);
            assertEquals(
                    "urn:busbar:result:r-17#agents/1",
                    node.path("prov:wasAssociatedWith").path("@id").asString());
            assertEquals(
                    Integer.toString(step),
                    node.path("busbar:parameters").path("@value").path("n").asString());
        }
    }

    @Test
    void a_sample_that_was_asked_for_is_the_one_observed() {
        Values asked = Values.of("sample", new Sample("vial 7"));
        Mapped mapped = new Mapped(Examples.result(asked, Examples.CONDUCTIVITY, List.of()));
        String sample = "urn:busbar:sample:vial%207";
        assertEquals(
                sample,
                mapped.part("observation")
                        .path("sosa:hasFeatureOfInterest")
                        .path("@id")
                        .asString());
        assertTrue(Mapped.strings(mapped.node(sample).path("@type")).contains("Electrolyte"));
    }
}
