package org.busbar.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.busbar.api.lab.Lab;
import org.busbar.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Campaigns: begin, look at, exchange the optimizer, stop. */
@Component(service = Routes.class)
public final class CampaignRoutes implements Routes {

    private static final String CSV = "text/csv";
    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final String CAMPAIGN = CAMPAIGNS + "/{id}";

    private static final Form BEGIN = Form.of(
            Form.text("plan", "The name of the plan").need(),
            Form.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, "Another seed than the plan has"),
            Form.whole("trials", 1, 1_000_000, "Another number of trials"),
            Form.whole("parallel", 1, 1_000_000, "Another number of trials at the same time"),
            Form.text("optimizer", "Another optimizer"),
            Setting.FIELD);

    private static final Form SWAP =
            Form.of(Form.text("optimizer", "The one to take over").need(), Setting.FIELD, Form.by());

    private final Campaigns campaigns;
    private final Lab lab;

    /** A campaign in a list. */
    record Row(
            String id,
            String name,
            Campaign.State state,
            String optimizer,
            String detail,
            Instant begun,
            int suggested,
            int ended,
            int trials,
            @Nullable Trial best) {}

    @Activate
    public CampaignRoutes(@Reference Campaigns campaigns, @Reference Lab lab) {
        this.campaigns = campaigns;
        this.lab = lab;
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get(CAMPAIGNS)
                .says("Campaigns, newest first")
                .paged(50, 1000)
                .givesList(Row.class)
                .does(call -> Response.json(list(call))));
        routes.add(Route.post(CAMPAIGNS)
                .by(Role.SCIENTIST)
                .says("Begins a campaign as one of the lab's plans has it")
                .takes(BEGIN)
                .gives(201, Standing.class)
                .does(this::begin));
        routes.add(Route.get(CAMPAIGN)
                .says("Where a campaign stands")
                .gives(Standing.class)
                .does(call -> Response.json(standing(campaigns, call))));
        routes.add(Route.get(CAMPAIGN + "/table")
                .says("The trials that were done and are believed, as a table for analyses, pandas and R")
                .givesType(CSV)
                .does(call -> Response.text(CSV, TrialTable.of(standing(campaigns, call)))));
        routes.add(Route.post(CAMPAIGN + "/swap")
                .by(Role.SCIENTIST)
                .says("Exchanges the optimizer of a campaign")
                .takes(SWAP)
                .gives(Standing.class)
                .does(this::swap));
        for (Verb verb : Verb.values()) {
            routes.add(ordering(verb));
        }
        return routes;
    }

    private Route ordering(Verb verb) {
        return Route.post(CAMPAIGN + "/" + VerbRoutes.word(verb))
                .by(Role.SCIENTIST)
                .says("Tells a campaign to " + VerbRoutes.word(verb))
                .takes(VerbRoutes.ORDER)
                .gives(Standing.class)
                .does(call -> order(call, verb));
    }

    /**
     * Where the campaign of the path stands.
     *
     * @throws Refused if there is none of that id
     */
    static Standing standing(Campaigns campaigns, Call call) {
        String id = call.name("id");
        try {
            return campaigns.standing(id);
        } catch (IllegalArgumentException e) {
            throw Refused.notFound("There is no campaign '" + id + "'");
        }
    }

    /** As {@link #standing}, for a campaign that has not ended. */
    static Standing open(Campaigns campaigns, Call call) {
        Standing standing = standing(campaigns, call);
        if (standing.state().isFinal()) {
            throw Refused.conflict("Campaign " + standing.id() + " has ended as " + standing.state());
        }
        return standing;
    }

    /** The newest first; a page of them, since the standing of an ended campaign is read back from the journal. */
    private List<Row> list(Call call) {
        List<String> ids = new ArrayList<>(campaigns.ids());
        Collections.reverse(ids);
        return ids.stream()
                .skip(call.whole("offset"))
                .limit(call.whole("limit"))
                .map(id -> row(campaigns.standing(id)))
                .toList();
    }

    private static Row row(Standing standing) {
        return new Row(
                standing.id(),
                standing.campaign().name(),
                standing.state(),
                standing.optimizer(),
                standing.detail(),
                standing.begun(),
                standing.trials().size(),
                (int) standing.trials().stream()
                        .filter(trial -> trial.state() != Trial.State.RUNNING)
                        .count(),
                standing.campaign().trials(),
                standing.best().orElse(null));
    }

    private Response begin(Call call) {
        Body body = call.json();
        Campaign planned = planned(body.text("plan"));
        String id = Refused.where(() -> campaigns.begin(overridden(planned, body)));
        return Response.json(201, campaigns.standing(id)).located(CAMPAIGNS + "/" + id);
    }

    private Campaign planned(String name) {
        List<Campaign> plans = lab.plans().stream().map(plan -> plan.campaign()).toList();
        return plans.stream()
                .filter(campaign -> campaign.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "plan",
                        "There is no plan '" + name + "', only "
                                + plans.stream().map(Campaign::name).toList()));
    }

    private static Campaign overridden(Campaign planned, Body body) {
        return new Campaign(
                planned.name(),
                planned.quantity(),
                planned.methods(),
                planned.problem(),
                planned.fixed(),
                body.count("trials", planned.trials()),
                body.count("parallel", planned.parallel()),
                body.optionalText("optimizer").orElse(planned.optimizer()),
                planned.swaps(),
                body.whole("seed").orElse(planned.seed()),
                planned.reproducible(),
                planned.target(),
                isAsPlanned(body) ? planned.settings() : Setting.of(body),
                planned.history(),
                planned.trusted());
    }

    /** The settings of the plan are for its own optimizer. */
    private static boolean isAsPlanned(Body body) {
        return !body.has("settings") && !body.has("optimizer");
    }

    private Response swap(Call call) {
        Standing standing = open(campaigns, call);
        Body body = call.json();
        String optimizer = body.text("optimizer");
        String by = call.actor(body, "by");
        Refused.where(() -> campaigns.swap(standing.id(), optimizer, Setting.of(body), by));
        return Response.json(campaigns.standing(standing.id()));
    }

    private Response order(Call call, Verb verb) {
        Standing standing = standing(campaigns, call);
        Body body = call.json();
        String by = call.actor(body, "by");
        Order order = new Order(verb, by, body.said("reason", ""), body.flag("force"));
        Refused.inState(() -> campaigns.order(standing.id(), order));
        return Response.json(campaigns.standing(standing.id()));
    }
}
