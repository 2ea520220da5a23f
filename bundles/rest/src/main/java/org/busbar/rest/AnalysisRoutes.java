package org.busbar.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The analyses at hand, and having one done by itself. */
@Component(service = Routes.class)
public final class AnalysisRoutes implements Routes {

    private static final String ANALYSES = "/api/v1/analyses";
    private static final int LONGEST = 32 << 20; // series are long
    private static final String READ = "read";
    private static final String ANALYSE = "analyse";
    private static final String QUALITY = Quality.OUTPUT.name();

    private static final Form FORM = Form.of(
            Form.values("inputs", "What the analysis is given; inputs with a default may be left out"),
            Form.text("reader", "An analysis that reads a file first; its outputs are inputs by their names"),
            Form.values("readerInputs", "What the reader is given"),
            Form.text("askedBy", "Who wants it, if that is not the caller"));

    private final AnalysisShelf analyses;
    private final RunDesk desk;

    @Activate
    public AnalysisRoutes(@Reference AnalysisShelf analyses, @Reference RunDesk desk) {
        this.analyses = analyses;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ANALYSES)
                        .says("The analyses at hand, with what they take and give")
                        .givesList(AnalysisShelf.Askable.class)
                        .does(call -> Response.json(analyses.askable())),
                Route.post(ANALYSES + "/{id}/runs")
                        .by(Role.SCIENTIST)
                        .says("Has an analysis done as a run of its own")
                        .keyed()
                        .query("wait", Query.whole(0, RunDesk.LONGEST_WAIT, 0), RunDesk.WAIT)
                        .takes(FORM)
                        .upTo(LONGEST)
                        .gives(200, RunView.class)
                        .gives(202, RunView.class)
                        .does(this::run));
    }

    private Response run(Call call) throws InterruptedException {
        Body body = call.json();
        String analysis = call.name("id");
        Capability capability = analyses.capability(analysis);
        Values inputs = read(body, "inputs", capability);
        Optional<String> reader = body.optionalText("reader");
        Sequence sequence = reader.isEmpty()
                ? sequence(analysis, List.of(step(ANALYSE, analysis, constants(inputs))), capability)
                : reading(body, reader.get(), analysis, capability, inputs);
        String by = call.actor(body, "askedBy");
        return desk.submit(new Run(RunDesk.id("run-", call), sequence, Values.none(), by), call);
    }

    private Sequence reading(Body body, String reader, String analysis, Capability capability, Values inputs) {
        Capability reads = analyses.capability(reader);
        Map<String, Input> wired = constants(inputs);
        for (Parameter output : reads.outputs()) {
            boolean isWanted =
                    capability.inputs().stream().anyMatch(p -> p.name().equals(output.name()));
            if (isWanted && !inputs.has(output.name())) {
                wired.put(output.name(), new Input.Output(READ, output.name()));
            }
        }
        Step first = step(READ, reader, constants(read(body, "readerInputs", reads)));
        Sequence both = sequence(analysis, List.of(first, step(ANALYSE, analysis, wired)), capability);
        return reads.parameter(QUALITY).isPresent() ? telling(both) : both;
    }

    /** The same, which also tells how far what was read may be trusted. */
    private static Sequence telling(Sequence sequence) {
        Map<String, Input> outputs = new LinkedHashMap<>(sequence.outputs());
        outputs.put("reader_" + QUALITY, new Input.Output(READ, QUALITY));
        return new Sequence(sequence.name(), sequence.version(), sequence.inputs(), sequence.steps(), outputs);
    }

    private static Values read(Body body, String field, Capability capability) {
        return Inputs.read(field, body.object(field), capability.inputs());
    }

    private static Map<String, Input> constants(Values values) {
        Map<String, Input> constants = new LinkedHashMap<>();
        values.byName().forEach((name, value) -> constants.put(name, new Input.Constant(value)));
        return constants;
    }

    private static Step step(String id, String analysis, Map<String, Input> inputs) {
        return new Step.Analyse(id, analysis, inputs);
    }

    private static Sequence sequence(String analysis, List<Step> steps, Capability capability) {
        Map<String, Input> outputs = new LinkedHashMap<>();
        capability.outputs().forEach(output -> outputs.put(output.name(), new Input.Output(ANALYSE, output.name())));
        return new Sequence(analysis, "1", List.of(), steps, outputs);
    }
}
