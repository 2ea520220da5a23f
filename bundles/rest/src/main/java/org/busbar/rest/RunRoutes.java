package org.busbar.rest;

import java.util.List;
import org.busbar.api.lab.Lab;
import org.busbar.api.security.Role;
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
                Route.get(RUNS)
                        .says("Runs, newest first")
                        .query("open", Query.flag(), "Whether only those are wanted that have not ended")
                        .paged(100, 1000)
                        .givesList(RunDesk.Row.class)
                        .does(this::list),
                Route.post(RUNS)
                        .by(Role.SCIENTIST)
                        .says("Has a sequence of the lab run")
                        .keyed()
                        .query("wait", Query.whole(0, RunDesk.LONGEST_WAIT, 0), RunDesk.WAIT)
                        .takes(RunForm.FORM)
                        .gives(200, RunView.class)
                        .gives(202, RunView.class)
                        .does(call -> desk.submit(new RunForm(lab, call).run(RunDesk.id("run-", call)), call)),
                Route.get(RUN)
                        .says("A run with what came of it, and a page of its steps")
                        .query("after", Query.whole(0, Query.LARGEST, 0), "The number of the last step not wanted")
                        .query("limit", Query.whole(1, 5000, 500), "The most steps to be given")
                        .gives(RunView.class)
                        .does(call -> Response.json(desk.view(call.name("id"), RunReader.Page.of(call)))));
    }

    /** The newest first; those that have not ended only if the query says {@code open=true}. */
    private Response list(Call call) {
        boolean open = call.flag("open");
        return Response.json(desk.rows().stream()
                .filter(row -> !open || !row.state().isFinal())
                .skip(call.whole("offset"))
                .limit(call.whole("limit"))
                .toList());
    }
}
