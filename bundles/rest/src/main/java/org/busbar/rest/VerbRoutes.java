package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What runs and their steps can be told; answered at once, what becomes of it is told by events. */
@Component(service = Routes.class)
public final class VerbRoutes implements Routes {

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
            routes.add(Route.post(RunRoutes.RUN + "/" + word(verb), call -> order(call, verb, "")));
        }
        for (Verb verb : OF_STEPS) {
            String pattern = InquiryRoutes.STEP + "/" + word(verb);
            routes.add(Route.post(pattern, call -> order(call, verb, call.name("step"))));
        }
        return routes;
    }

    /** As it is written in paths and commands: {@code pause-now}. */
    static String word(Verb verb) {
        return verb.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Response order(Call call, Verb verb, String step) {
        String id = call.name("id");
        desk.row(id);
        Body body = call.json().only("by", "reason", "force");
        String by = body.optionalText("by").orElse("http");
        Order order = new Order(verb, step, by, body.said("reason", ""), body.flag("force"));
        Refused.inState(() -> orchestrator.order(id, order));
        return Response.json(202, desk.row(id)).located(RunRoutes.RUNS + "/" + id);
    }
}
