package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Replay;
import org.busbar.api.campaign.Standing;
import org.busbar.api.optimize.Insight;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What optimizers know of campaigns: asked once more for a trial, explained, expected elsewhere. Changes nothing. */
@Component(service = Routes.class)
public final class InsightRoutes implements Routes {

    private static final String CAMPAIGN = "/api/v1/campaigns/{id}";
    private static final int MOST_POINTS = 10_000;

    private static final Form EXPECT =
            Form.of(Form.field("points", "Where, at most 10000 points", InsightRoutes::points)
                    .need());

    private final Campaigns campaigns;

    /** What is asked of an optimizer, which may take its time. */
    @FunctionalInterface
    private interface Asking<T> {
        T of(String campaign) throws InterruptedException;
    }

    @Activate
    public InsightRoutes(@Reference Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    private static ObjectNode points(ObjectNode schema) {
        schema.put("type", "array").putObject("items").put("$ref", "#/components/schemas/" + Vocabulary.GIVEN_VALUES);
        return schema;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(CAMPAIGN + "/trials/{trial}/replay")
                        .by(Role.SCIENTIST)
                        .says("Asks again what was asked for a trial, and compares the answers")
                        .takes(Form.EMPTY)
                        .gives(Replay.class)
                        .does(this::replay),
                Route.get(CAMPAIGN + "/insight")
                        .says("What the optimizer of a campaign has learnt")
                        .gives(Insight.class)
                        .does(call -> asked(call, campaigns::explain)),
                Route.post(CAMPAIGN + "/expect")
                        .by(Role.VIEWER)
                        .says("What the optimizer of a campaign expects at some points; none if it expects nothing")
                        .takes(EXPECT)
                        .givesList(Values.class)
                        .does(this::expect));
    }

    private Response replay(Call call) throws InterruptedException {
        long trial = Call.natural("trial", call.name("trial"));
        boolean isThere =
                CampaignRoutes.standing(campaigns, call).trials().stream().anyMatch(one -> one.number() == trial);
        if (!isThere) {
            throw Refused.notFound("Campaign '" + call.name("id") + "' has no trial " + trial);
        }
        call.json();
        return asked(call, id -> campaigns.replay(id, (int) trial));
    }

    private Response expect(Call call) throws InterruptedException {
        Standing standing = CampaignRoutes.standing(campaigns, call);
        JsonNode points = call.json().all().path("points");
        if (!points.isArray() || points.isEmpty() || points.size() > MOST_POINTS) {
            throw Refused.invalid("points", "points must be a list of 1 to " + MOST_POINTS + " points");
        }
        List<Parameter> parameters = standing.space().parameters();
        List<Values> read = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            read.add(Inputs.read("points[" + i + "]", points.get(i), parameters));
        }
        return asked(call, id -> campaigns.expect(id, read));
    }

    /** What the optimizer says; if it cannot, that is for the state the lab is in. */
    private Response asked(Call call, Asking<?> asking) throws InterruptedException {
        String id = CampaignRoutes.standing(campaigns, call).id();
        try {
            return Response.json(asking.of(id));
        } catch (IllegalArgumentException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        }
    }
}
