package org.busbar.rest;

import java.util.List;
import org.busbar.api.lab.Lab;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs: begin, list, look at. */
@Component(service = Routes.class)
public final class RunRoutes implements Routes {

    static final String RUNS = "/api/v1/runs";
    static final String RUN = RUNS + "/{id}";

    private final Lab lab;
    private final RunDesk desk;

    @Activate
    public RunRoutes(@Reference Lab lab, @Reference RunDesk desk) {
        this.lab = lab;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(RUNS, this::list),
                Route.post(
                        RUNS, call -> desk.submit(new RunForm(lab, call.json()).run(RunDesk.id("run-", call)), call)),
                Route.get(RUN, call -> Response.json(desk.view(call.name("id"), RunReader.Page.of(call)))));
    }

    /** The newest first; those that have not ended only if the query says {@code open=true}. */
    private Response list(Call call) {
        boolean open = call.query("open").filter("true"::equals).isPresent();
        return Response.json(desk.rows().stream()
                .filter(row -> !open || !row.state().isFinal())
                .skip(call.number("offset", 0, Long.MAX_VALUE))
                .limit(call.number("limit", 100, 1000))
                .toList());
    }
}
