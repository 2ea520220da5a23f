package org.busbar.rest;

import java.util.List;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Standing;
import org.busbar.api.optimize.Space;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ObjectNode;

/** Where campaigns search: changed while they run. */
@Component(service = Routes.class)
public final class SpaceRoutes implements Routes {

    private static final Form FORM = Form.of(
            Form.field(
                    "parameters",
                    "What changes, by the name of the parameter: min, max and step in its unit, or options",
                    SpaceRoutes::parameters),
            Form.field(
                    "candidates",
                    "Further points that may be tried; if there were none so far, the only ones from now on",
                    SpaceRoutes::candidates),
            Form.by());

    private final Campaigns campaigns;

    @Activate
    public SpaceRoutes(@Reference Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    private static ObjectNode parameters(ObjectNode schema) {
        ObjectNode change = schema.put("type", "object").putObject("additionalProperties");
        ObjectNode properties = change.put("type", "object").putObject("properties");
        for (String number : List.of("min", "max", "step")) {
            properties.putObject(number).put("type", "number");
        }
        properties.putObject("options").put("type", "array").putObject("items").put("type", "string");
        change.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode candidates(ObjectNode schema) {
        schema.put("type", "array").putObject("items").put("$ref", "#/components/schemas/" + Vocabulary.GIVEN_VALUES);
        return schema;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/api/v1/campaigns/{id}/space")
                .by(Role.SCIENTIST)
                .says("Changes the limits, steps, options or candidates of what a campaign varies")
                .takes(FORM)
                .gives(Standing.class)
                .does(this::respace));
    }

    private Response respace(Call call) {
        Standing standing = CampaignRoutes.open(campaigns, call);
        Body body = call.json();
        Space space = new SpaceForm(standing.space()).changed(body);
        String by = call.actor(body, "by");
        Refused.where(() -> campaigns.respace(standing.id(), space, by));
        return Response.json(campaigns.standing(standing.id()));
    }
}
