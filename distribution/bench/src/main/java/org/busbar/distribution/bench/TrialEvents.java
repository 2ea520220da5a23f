package org.busbar.distribution.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** The events of one trial of the example campaign, of the kinds of a real one and nearly its size (1.4 kB on average, a real one 1.7). */
final class TrialEvents {

    /** So many events has a trial. */
    static final int COUNT = 12;

    private static final Instant TIME = Instant.parse("2026-01-01T08:00:00.123456789Z");
    private static final int POINTS = 30;
    private static final Sequence SEQUENCE = sequence();

    private final String campaign;
    private final int number;
    private final Values point;
    private final Request request;
    private final String run;

    TrialEvents(String campaign, int number) {
        this.campaign = campaign;
        this.number = number;
        this.point = Values.of("pc_share", Quantity.of(0.087 + number % 900 * 0.001, "1"))
                .with("salt_molality", Quantity.of(0.194 + number % 1900 * 0.001, "mol/kg"));
        String id = campaign + "-" + number;
        this.request = new Request(
                id,
                "ionic_conductivity",
                List.of("impedance_spectroscopy"),
                point.with("temperature", Quantity.of(20, "Cel")),
                "campaign:" + campaign);
        this.run = "run-" + id;
    }

    /** From the suggestion to the result. */
    List<LabEvent> all() {
        List<LabEvent> events = new ArrayList<>(begun());
        List<Provenance> provenance = new ArrayList<>();
        step(events, provenance, "formulate", "formulate", agent("formulator-1"), point, dosed());
        step(events, provenance, "measure", "measure_impedance", agent("cell-1"), measuring(), spectrum());
        step(events, provenance, "evaluate", "conductivity", agent("conductivity"), spectrum(), fitted());
        events.add(new LabEvent.RunEnded(TIME, run, Run.State.COMPLETED, fitted(), ""));
        events.add(new LabEvent.Resolved(
                TIME, new Result(request, "lab", "impedance_spectroscopy", fitted(), provenance, TIME)));
        return events;
    }

    /** As the campaign writes them down for random search. */
    private Grounds grounds() {
        return new Grounds(
                Values.none(),
                Double.NaN,
                "drawn at random",
                Map.of(),
                List.of(),
                Values.none(),
                number,
                List.of(),
                "0123456789abcdef".repeat(4));
    }

    /** From the suggestion to the beginning of the run. */
    List<LabEvent> begun() {
        return List.of(
                new LabEvent.TrialSuggested(TIME, campaign, number, point, agent("random"), request.id(), grounds()),
                new LabEvent.Requested(TIME, request),
                new LabEvent.Reserved(TIME, request.id(), "lab", java.time.Duration.ZERO),
                new LabEvent.RunBegun(TIME, new Run(run, SEQUENCE, request.inputs(), "request:" + request.id())));
    }

    /** The end of the formulation, which has no curves. */
    LabEvent.StepEnded stepEnded() {
        Provenance made = new Provenance("formulate", agent("formulator-1"), "formulate", point, TIME, TIME);
        return new LabEvent.StepEnded(TIME, run, "formulate", new Outcome.Done(dosed(), made));
    }

    private void step(
            List<LabEvent> events,
            List<Provenance> provenance,
            String step,
            String capability,
            Agent agent,
            Values inputs,
            Values outputs) {
        Provenance made = new Provenance(step, agent, capability, inputs, TIME, TIME);
        provenance.add(made);
        events.add(new LabEvent.StepBegun(TIME, run, step, agent, inputs, false));
        events.add(new LabEvent.StepEnded(TIME, run, step, new Outcome.Done(outputs, made)));
    }

    private Values dosed() {
        return Values.of("sample", new Sample("formulator-1-" + number))
                .with("pc_share_dosed", Quantity.of(0.9009481541 + number * 1e-9, 5.27e-5, "1"))
                .with("salt_molality_dosed", Quantity.of(1.3798696607, 1.22e-4, "mol/kg"))
                .with("duration", Quantity.of(190.2295696, "s"));
    }

    private Values measuring() {
        return Values.of("sample", new Sample("formulator-1-" + number)).with("temperature", Quantity.of(20, "Cel"));
    }

    private Values spectrum() {
        return Values.of("frequency", curve("Hz", 1e5))
                .with("z_real", curve("Ohm", 84))
                .with("z_imag", curve("Ohm", -3))
                .with("cell_constant", Quantity.of(0.512, 0.001, "cm-1"))
                .with("temperature", Quantity.of(20.013, 0.02, "Cel"));
    }

    private Series curve(String ucum, double first) {
        double[] values = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            values[i] = first / (1 + 0.37 * i) + number * 1e-7;
        }
        return new Series(values, Unit.of(ucum));
    }

    private static Values fitted() {
        return Values.of("conductivity", Quantity.of(6.074452584, 0.014726, "mS/cm"))
                .with("resistance", Quantity.of(84.28743049, 0.035097, "Ohm"))
                .with("quality", new Text("ok"));
    }

    private static Agent agent(String id) {
        Map<String, String> settings =
                Map.of("lab.id", id, "seed", "7", "speedup", "3000.0", "world", "/var/lib/lab/electrolyte/data/world");
        return new Agent(id, "org.busbar.drivers." + id, "1.0.0", "d6ea836cc1c84f8d".repeat(4), settings);
    }

    private static Sequence sequence() {
        List<Parameter> inputs = List.of(
                Parameter.real("pc_share", "1", 0, 1),
                Parameter.real("salt_molality", "mol/kg", 0, 2.5),
                Parameter.real("temperature", "Cel", 0, 60));
        List<Step> steps = List.of(
                new Step.Act("formulate", "formulate", "", given("pc_share", "salt_molality")),
                new Step.Act("measure", "measure_impedance", "", outputs("formulate", "sample")),
                new Step.Analyse(
                        "evaluate",
                        "conductivity",
                        outputs("measure", "frequency", "z_real", "z_imag", "cell_constant", "temperature")));
        return new Sequence(
                "conductivity", "1", inputs, steps, outputs("evaluate", "conductivity", "resistance", "quality"));
    }

    private static Map<String, Input> given(String... names) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        List.of(names).forEach(name -> inputs.put(name, new Input.Given(name)));
        return inputs;
    }

    private static Map<String, Input> outputs(String step, String... names) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        List.of(names).forEach(name -> inputs.put(name, new Input.Output(step, name)));
        return inputs;
    }
}
