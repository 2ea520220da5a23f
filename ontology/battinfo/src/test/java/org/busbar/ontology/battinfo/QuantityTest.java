package org.busbar.ontology.battinfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QuantityTest {

    private static Mapped asked(String name, Value value) {
        return new Mapped(Examples.result(Values.of(name, value), Examples.CONDUCTIVITY, List.of()));
    }

    private static double number(JsonNode quantity) {
        return quantity.path("hasNumericalPart").path("hasNumberValue").asDouble();
    }

    private static String unit(JsonNode quantity) {
        return quantity.path("hasMeasurementUnit").path("@id").asString();
    }

    @Test
    void a_temperature_is_thermodynamic_and_its_uncertainty_is_a_difference() {
        JsonNode node = asked("temperature", Quantity.of(20, 0.1, "Cel")).part("inputs/temperature");
        assertEquals(293.15, number(node), 1e-12);
        assertEquals("https://w3id.org/emmo#Kelvin", unit(node));
        assertEquals(0.1, node.path("qudt:standardUncertainty").asDouble(), 1e-15);
        assertEquals(
                "{\"value\":20.0,\"unit\":\"Cel\",\"uncertainty\":0.1}",
                node.path("busbar:recorded").path("@value").toString());
    }

    @Test
    void an_unknown_uncertainty_is_left_out() {
        JsonNode node = asked("salt_molality", Quantity.of(1.05, "mol/kg")).part("inputs/salt_molality");
        assertEquals("https://w3id.org/emmo#MolPerKilogram", unit(node));
        assertFalse(node.has("hasMetrologicalUncertainty"));
        assertFalse(node.has("qudt:standardUncertainty"));
        assertFalse(node.has("busbar:recorded"));
    }

    @Test
    void an_uncertainty_of_zero_is_said() {
        JsonNode node = asked("mass", Quantity.of(2, 0, "g")).part("inputs/mass");
        assertEquals(0.0, number(node.path("hasMetrologicalUncertainty")));
        assertEquals(
                1,
                node.path("hasMetrologicalUncertainty")
                        .path("busbar:coverageFactor")
                        .asInt());
    }

    @Test
    void a_unit_that_emmo_lacks_is_converted_to_the_nearest_it_has() {
        JsonNode node = asked("rate", Quantity.of(500, 5, "uL/min")).part("inputs/rate");
        assertEquals(0.5, number(node), 1e-12);
        assertEquals(0.005, node.path("qudt:standardUncertainty").asDouble(), 1e-15);
        assertEquals("https://w3id.org/emmo#MilliLitrePerMinute", unit(node));
        assertEquals("mL/min", node.path("schema:unitCode").asString());
        assertEquals(
                "uL/min",
                node.path("busbar:recorded").path("@value").path("unit").asString());
    }

    @Test
    void a_unit_that_emmo_has_nothing_like_keeps_its_code_and_is_reported() {
        Mapped mapped = asked("area_resistance", Quantity.of(12, "Ohm.cm2"));
        JsonNode node = mapped.part("inputs/area_resistance");
        assertEquals(12.0, number(node));
        assertEquals("Ohm.cm2", node.path("schema:unitCode").asString());
        assertFalse(node.has("hasMeasurementUnit"));
        assertEquals(List.of("area_resistance", "unit Ohm.cm2"), mapped.unmapped());
    }

    @Test
    void a_unit_without_a_link_to_qudt_has_none() {
        JsonNode node = asked("current_density", Quantity.of(3, "mA/cm2")).part("inputs/current_density");
        assertEquals("https://w3id.org/emmo#MilliAmperePerSquareCentiMetre", unit(node));
        assertFalse(node.has("qudt:hasUnit"));
    }

    @Test
    void a_number_that_json_lacks_is_kept_as_text() {
        JsonNode node = asked("mass", Quantity.of(Double.NaN, Double.POSITIVE_INFINITY, "g"))
                .part("inputs/mass");
        assertFalse(node.has("hasNumericalPart"));
        assertFalse(node.has("hasMetrologicalUncertainty"));
        assertEquals(
                "NaN", node.path("busbar:recorded").path("@value").path("value").asString());
        assertEquals(
                "Infinity",
                node.path("busbar:recorded").path("@value").path("uncertainty").asString());
    }

    @Test
    void a_unit_of_something_else_is_refused() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> asked("temperature", Quantity.of(20, "mol/kg")));
        assertTrue(e.getMessage().contains("temperature = 20 mol/kg"), e.getMessage());
        assertTrue(e.getMessage().contains("measured in K"), e.getMessage());
    }
}
