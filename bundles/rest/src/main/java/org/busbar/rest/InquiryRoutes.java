package org.busbar.rest;

import java.time.Instant;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.experiment.Inquiry;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ObjectNode;

/** What people are asked, and what they answer. */
@Component(service = Routes.class)
public final class InquiryRoutes implements Routes {

    static final String STEP = RunRoutes.RUN + "/steps/{step...}";

    private static final Form ANSWER = Form.of(
            Form.values("outputs", "What the form of the question asks for").need(), Form.by());

    private final Orchestrator orchestrator;
    private final RunDesk desk;

    /**
     * A question.
     *
     * @param recovery whether a step failed or its fate is unknown; false for a step that asks by design
     * @param form a JSON schema of the outputs to be told
     */
    record View(String run, String step, String text, boolean recovery, Instant since, ObjectNode form) {}

    @Activate
    public InquiryRoutes(@Reference Orchestrator orchestrator, @Reference RunDesk desk) {
        this.orchestrator = orchestrator;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/inquiries")
                        .says("What people are asked just now, with the forms of the answers")
                        .givesList(View.class)
                        .does(call -> Response.json(list())),
                Route.post(STEP + "/settle")
                        .by(Role.OPERATOR)
                        .says("Says what became of a step: one of happened, repeat and giveUp")
                        .takes(Settlements.FORM)
                        .gives(RunView.class)
                        .does(this::settle),
                Route.post(STEP + "/answer")
                        .by(Role.OPERATOR)
                        .says("Answers a step that asks by design")
                        .takes(ANSWER)
                        .gives(RunView.class)
                        .does(this::answer));
    }

    private List<View> list() {
        return orchestrator.inquiries().stream()
                .map(asked -> new View(
                        asked.run(),
                        asked.step(),
                        asked.text(),
                        asked.isRecovery(),
                        asked.since(),
                        FormSchema.of(asked.form())))
                .toList();
    }

    private Response settle(Call call) {
        Inquiry asked = asked(call);
        Settlements.Said said =
                new Settlements(asked.form(), () -> Inputs.like(desk.lastInputs(asked.run(), asked.step()))).read(call);
        return settled(asked, said.settlement(), said.by());
    }

    private Response answer(Call call) {
        Inquiry asked = asked(call);
        Body body = call.json();
        Values outputs = Inputs.checked("outputs", body.object("outputs"), asked.form());
        return settled(asked, new Settlement.Happened(outputs), call.signer(body, "by"));
    }

    private Response settled(Inquiry asked, Settlement settlement, String by) {
        Refused.where(() -> orchestrator.settle(asked.run(), asked.step(), settlement, by));
        return Response.json(desk.view(asked.run()));
    }

    private Inquiry asked(Call call) {
        String id = call.name("id");
        String step = call.name("step");
        RunDesk.Row run = desk.row(id);
        List<Inquiry> open = orchestrator.inquiries().stream()
                .filter(asked -> asked.run().equals(id))
                .toList();
        return open.stream()
                .filter(asked -> asked.step().equals(step))
                .findFirst()
                .orElseThrow(() -> Refused.conflict("Run " + id + " is " + run.state()
                        + " and is not held up by step '" + step + "'; it asks about "
                        + open.stream().map(Inquiry::step).toList()));
    }
}
