package org.busbar.ontology.battinfo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Provenance;

/** Results to map. */
final class Examples {

    static final Values ASKED = Values.none()
            .with("pc_share", Quantity.of(0.4, "1"))
            .with("salt_molality", Quantity.of(1.05, "mol/kg"))
            .with("temperature", Quantity.of(20, "Cel"));

    static final Values CONDUCTIVITY = Values.of("conductivity", Quantity.of(7.40, 0.05, "mS/cm"));

    private static final Sample SAMPLE = new Sample("vial-0042");

    private Examples() {}

    /** The conductivity of an electrolyte that was made, measured and evaluated. */
    static Result conductivity() {
        return result(ASKED, CONDUCTIVITY, steps());
    }

    static Result result(Values asked, Values outputs, List<Provenance> steps) {
        Request request = new Request(
                "r-17", "ionic_conductivity", List.of("impedance_spectroscopy"), asked, "campaign:electrolyte-1");
        return result(request, outputs, steps);
    }

    static Result result(Request request, Values outputs, List<Provenance> steps) {
        return new Result(request, "this-lab", "impedance_spectroscopy", outputs, steps, at("09:06:05.250"));
    }

    static Provenance step(String id, Agent agent, String capability, Values inputs) {
        return new Provenance(id, agent, capability, inputs, at("09:00:00"), at("09:02:10"));
    }

    static Agent agent(String id, String bundle, Map<String, String> configuration) {
        return new Agent(id, bundle, "1.0.0", "0123456789abcdef".repeat(4), configuration);
    }

    static List<Provenance> steps() {
        return List.of(formulate(), measure(), evaluate(Quantity.of(20, "Cel")));
    }

    private static Provenance formulate() {
        Values inputs = Values.none()
                .with("pc_share", Quantity.of(0.4, "1"))
                .with("salt_molality", Quantity.of(1.05, "mol/kg"))
                .with("mass", Quantity.of(2, 0.001, "g"));
        Agent agent = agent("formulator-1", "org.example.drivers.formulator", Map.of("balance_g", "0.001"));
        return new Provenance("formulate", agent, "formulate", inputs, at("09:00:00"), at("09:02:10"));
    }

    private static Provenance measure() {
        Values inputs = Values.of("sample", SAMPLE).with("temperature", Quantity.of(20, "Cel"));
        Agent agent = agent("cell-1", "org.example.drivers.cell", Map.of());
        return new Provenance("measure", agent, "measure_impedance", inputs, at("09:02:11"), at("09:06:00"));
    }

    static Provenance evaluate(Quantity temperature) {
        Values inputs = Values.none()
                .with("frequency", Series.of("Hz", 100000, 1000, 10))
                .with("z_real", Series.of("Ohm", 69.1, 69.4, Double.NaN))
                .with("z_imag", Series.of("Ohm", 0.2, -3.5, -210.25))
                .with("cell_constant", Quantity.of(0.5116, 0.00034, "cm-1"))
                .with("temperature", temperature)
                .with("weighting", new Text("modulus"));
        Agent agent = agent("conductivity", "org.example.analyses.conductivity", Map.of());
        return new Provenance("evaluate", agent, "conductivity", inputs, at("09:06:01"), at("09:06:05"));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }
}
