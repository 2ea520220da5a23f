package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OwnOffersTest {

    private static final List<Parameter> INPUTS = List.of(
            Parameter.real("c", "mol/kg", 0, 2),
            Parameter.whole("n", 1, 9),
            Parameter.choice("mode", "true", "b"),
            new Parameter.Note("note", 20, ""),
            Parameter.curve("f", "Hz"),
            Parameter.specimen("cell"));

    private final Offer offer = new Offer(
            "conductivity",
            "eis",
            new Capability("eis", INPUTS, List.of(Parameter.real("k", "mS/cm"))),
            List.of(List.of(Parameter.real("c", "mol/kg", 0, 1), Parameter.choice("mode", "b"))),
            Price.UNKNOWN);
    private final SchemaCapability capability = new OwnOffers().capability(offer);

    private static JsonNode json(String text) {
        return StrictJson.read(text.replace('\'', '"'));
    }

    @Test
    void an_offer_of_the_lab_is_described_by_schemas() {
        JsonNode schema = capability.json().path("json_schema_specifications");
        assertEquals(
                json("{'type': 'number', 'unit': 'mol/kg', 'minimum': 0.0, 'maximum': 2.0}"),
                schema.at("/properties/c"));
        assertEquals(6, schema.path("required").size());
        List<Violation> violations = capability.inputs().violations(json("{'c': 3, 'n': 1.5}"), List.of("body"));
        assertEquals(6, violations.size(), violations.toString());
    }

    @Test
    void inputs_of_clients_are_what_the_lab_takes() {
        JsonNode given = json("{'c': 0.5, 'n': 3, 'mode': 'true', 'note': '1', 'f': [1, 2.5], 'cell': 's-1'}");
        assertTrue(capability.inputs().violations(given, List.of()).isEmpty());
        Values values = capability.inputCodec().values(given);
        assertEquals(List.of(), offer.capability().refusals(values));
        assertEquals(Quantity.of(0.5, "mol/kg"), values.get("c"));
        assertEquals(new Text("true"), values.get("mode"));
        assertEquals(new Series(new double[] {1, 2.5}, Unit.of("Hz")), values.get("f"));
        assertEquals(new Sample("s-1"), values.get("cell"));
        assertEquals(given.toString(), capability.inputCodec().json(values).toString());
    }

    @Test
    void limitations_are_told_in_the_form_of_finales() {
        assertEquals(
                "[{\"c\":[{\"min\":0.0,\"max\":1.0}],\"mode\":[\"b\"]}]",
                OwnOffers.limitations(offer).toString());
    }
}
