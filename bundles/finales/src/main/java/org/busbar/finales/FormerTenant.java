package org.busbar.finales;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All those who answer by the interface of FINALES before 2, which knows of no tenants. */
final class FormerTenant implements Tenant {

    static final String ID = "finales-v1";

    private static final int LONGEST = 16 << 20;
    private static final Capability CAPABILITY = new Capability(
            "measurement",
            List.of(new Parameter.Note("formulation", LONGEST, ""), Parameter.real("temperature", "K", 0, 1e6)),
            List.of(new Parameter.Note("fom_data", LONGEST, "")));

    private final List<Offer> offers = new ArrayList<>();

    FormerTenant() {
        for (String what :
                List.of("density", "viscosity", "conductivity", "aniondiffusion", "cationdiffusion", "vectorial")) {
            for (String origin : List.of("experiment", "simulation", "test")) {
                offers.add(new Offer(what, method(origin), CAPABILITY));
            }
        }
    }

    static String method(String origin) {
        return ID + ":" + origin;
    }

    @Override
    public List<Offer> offers() {
        return List.copyOf(offers);
    }

    static Values inputs(JsonNode measurement) {
        return Values.of("formulation", new Text(measurement.path("formulation").toString()))
                .with(
                        "temperature",
                        Quantity.of(measurement.at("/temperature/value").doubleValue(), "K"));
    }

    static Values outputs(JsonNode measurement) {
        return Values.of("fom_data", new Text(measurement.path("fom_data").toString()));
    }

    /** @param outputs empty while it is pending */
    static ObjectNode measurement(String what, String method, Values inputs, Values outputs) {
        ObjectNode json = StrictJson.mapper().createObjectNode();
        json.set("formulation", StrictJson.read(inputs.get("formulation").toString()));
        json.putObject("temperature")
                .put("value", inputs.quantity("temperature").value())
                .put("unit", "K");
        json.put("pending", outputs.isEmpty());
        json.set(
                "fom_data",
                StrictJson.read(
                        outputs.isEmpty() ? "[]" : outputs.get("fom_data").toString()));
        json.putObject("kind").put("origin", method.substring(ID.length() + 1)).put("what", what);
        return json;
    }
}
