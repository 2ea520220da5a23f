package org.busbar.rest;

import java.util.List;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Standing;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Optimizers that are asked what campaigns ask and are not obeyed, and how they compare with those that are. */
@Component(service = Routes.class)
public final class ShadowRoutes implements Routes {

    private static final String SHADOW = "/api/v1/campaigns/{id}/shadow";

    private static final Form FORM = Form.of(
            Form.text("optimizer", "The one to ask too; nobody if it is empty or left out"), Setting.FIELD, Form.by());

    private final Campaigns campaigns;

    @Activate
    public ShadowRoutes(@Reference Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(SHADOW)
                        .says("What the shadow and those that are obeyed expected, beside what was measured")
                        .gives(ShadowView.class)
                        .does(call -> Response.json(ShadowView.of(CampaignRoutes.standing(campaigns, call)))),
                Route.post(SHADOW)
                        .by(Role.SCIENTIST)
                        .says("Asks a second optimizer everything a campaign asks, without obeying it")
                        .takes(FORM)
                        .gives(Standing.class)
                        .does(this::shadow));
    }

    private Response shadow(Call call) {
        Standing standing = CampaignRoutes.open(campaigns, call);
        Body body = call.json();
        String optimizer = body.said("optimizer", "");
        String by = call.actor(body, "by");
        Refused.where(() -> campaigns.shadow(standing.id(), optimizer, Setting.of(body), by));
        return Response.json(campaigns.standing(standing.id()));
    }
}
