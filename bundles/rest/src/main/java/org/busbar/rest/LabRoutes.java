package org.busbar.rest;

import java.util.List;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.lab.Fault;
import org.busbar.api.lab.Lab;
import org.busbar.api.lab.Plan;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.Procedure;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the folder of the lab holds: sequences, campaign plans, plug-ins and faults. */
@Component(service = Routes.class)
public final class LabRoutes implements Routes {

    private final Lab lab;

    /** A plan without the rows of its table. */
    record PlanView(Campaign campaign, @Nullable Comparison comparison) {}

    record Comparison(String data, String optimizer, int start, int repetitions, int rows) {}

    @Activate
    public LabRoutes(@Reference Lab lab) {
        this.lab = lab;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/sequences")
                        .says("The lab's sequences, and what they determine")
                        .givesList(Procedure.class)
                        .does(call -> Response.json(lab.procedures())),
                Route.get("/api/v1/plans")
                        .says("The plans of campaigns")
                        .givesList(PlanView.class)
                        .does(call -> Response.json(plans())),
                Route.get("/api/v1/plugins")
                        .says("The plug-ins that are loaded")
                        .givesList(Plugin.class)
                        .does(call -> Response.json(lab.plugins())),
                Route.get("/api/v1/faults")
                        .says("What is wrong with the files of the lab")
                        .givesList(Fault.class)
                        .does(call -> Response.json(lab.faults())));
    }

    private List<PlanView> plans() {
        return lab.plans().stream()
                .map(plan -> new PlanView(
                        plan.campaign(),
                        plan.comparison().map(LabRoutes::withoutRows).orElse(null)))
                .toList();
    }

    private static Comparison withoutRows(Plan.Comparison full) {
        return new Comparison(
                full.data(),
                full.optimizer(),
                full.start(),
                full.repetitions(),
                full.table().size());
    }
}
