package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What runs and their steps can be told; answered at once, what becomes of it is told by events. */
@Component(service = Routes.class)
public final class VerbRoutes implements Routes {

    static final Form ORDER =
            Form.of(Form.by(), Form.reason(), Form.flag("force", "Whether to do so at the price of what is under way"));

    private static final List<Verb> OF_STEPS = List.of(Verb.CANCEL, Verb.PAUSE_NOW, Verb.RESUME, Verb.ABORT);

    private final Orchestrator orchestrator;
    private final RunDesk desk;

    @Activate
    public VerbRoutes(@Reference Orchestrator orchestrator, @Reference RunDesk desk) {
        this.orchestrator = orchestrator;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            routes.add(ordering(RunRoutes.RUN, "run", verb).does(call -> order(call, verb, "")));
        }
        for (Verb verb : OF_STEPS) {
            routes.add(ordering(InquiryRoutes.STEP, "step", verb).does(call -> order(call, verb, call.name("step"))));
        }
        return routes;
    }

    private static Route.Draft ordering(String path, String what, Verb verb) {
        return Route.post(path + "/" + word(verb))
                .by(Role.OPERATOR)
                .says("Tells a " + what + " to " + word(verb))
                .takes(ORDER)
                .gives(202, RunDesk.Row.class);
    }

    /** As it is written in paths and commands: {@code pause-now}. */
    static String word(Verb verb) {
        return verb.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Response order(Call call, Verb verb, String step) {
        String id = call.name("id");
        desk.row(id);
        Body body = call.json();
        String by = call.actor(body, "by");
        Order order = new Order(verb, step, by, body.said("reason", ""), body.flag("force"));
        Refused.inState(() -> orchestrator.order(id, order));
        return Response.json(202, desk.row(id)).located(RunRoutes.RUNS + "/" + id);
    }
}
