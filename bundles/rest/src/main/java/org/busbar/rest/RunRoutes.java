package org.busbar.rest;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.lab.Lab;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs: begin, look at, abort, settle. */
@Component(service = Routes.class)
public final class RunRoutes implements Routes {

    private static final String RUN = "/api/v1/runs/{id}";

    private final Orchestrator orchestrator;
    private final Lab lab;
    private final RunDesk desk;

    @Activate
    public RunRoutes(@Reference Orchestrator orchestrator, @Reference Lab lab, @Reference RunDesk desk) {
        this.orchestrator = orchestrator;
        this.lab = lab;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/runs", this::list),
                Route.post("/api/v1/runs", this::begin),
                Route.get(RUN, call -> Response.json(desk.view(call.name("id")))),
                Route.post(RUN + "/abort", this::abort),
                Route.post(RUN + "/steps/{step}/settle", this::settle));
    }

    private Response list(Call call) {
        return Response.json(desk.rows().stream()
                .skip(call.number("offset", 0, Long.MAX_VALUE))
                .limit(call.number("limit", 100, 1000))
                .toList());
    }

    private Response begin(Call call) throws InterruptedException {
        Body body = call.json().only("sequence", "inputs", "askedBy");
        Sequence sequence = sequence(body.text("sequence"));
        Values inputs = Inputs.checked("inputs", body.object("inputs"), sequence.inputs());
        String by = body.optionalText("askedBy").orElse("http");
        return desk.submit(new Run(RunDesk.id("run-", call), sequence, inputs, by), call);
    }

    private Sequence sequence(String name) {
        List<Sequence> sequences =
                lab.procedures().stream().map(procedure -> procedure.sequence()).toList();
        return sequences.stream()
                .filter(sequence -> sequence.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "sequence",
                        "There is no sequence '" + name + "', only "
                                + sequences.stream().map(Sequence::name).toList()));
    }

    private Response abort(Call call) {
        String id = call.name("id");
        desk.view(id);
        String reason = call.json().only("reason").text("reason");
        Refused.where(() -> orchestrator.abort(id, reason));
        return Response.json(desk.view(id));
    }

    private Response settle(Call call) {
        String id = call.name("id");
        String step = call.name("step");
        RunView run = desk.view(id);
        if (run.state() != Run.State.RECOVERING || !run.step().equals(step)) {
            throw Refused.conflict("Run " + id + " is " + run.state() + " at step '" + run.step()
                    + "' and is not held up by step '" + step + "'");
        }
        Settlements.Said said = new Settlements(orchestrator.stations()).read(call.json(), run.sequence(), step);
        Refused.where(() -> orchestrator.settle(id, step, said.settlement(), said.by()));
        return Response.json(desk.view(id));
    }
}
