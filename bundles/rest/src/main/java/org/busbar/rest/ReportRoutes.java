package org.busbar.rest;

import java.util.List;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Reports;
import org.busbar.api.campaign.Standing;
import org.busbar.api.lab.Lab;
import org.busbar.api.lab.Plan;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What came of a campaign: its comparison with random search, its report and its summary. */
@Component(service = Routes.class)
public final class ReportRoutes implements Routes {

    private static final String CAMPAIGN = "/api/v1/campaigns/{id}";

    private final Campaigns campaigns;
    private final Lab lab;
    private final Reports reports;
    private final StudyDesk studies;

    @Activate
    public ReportRoutes(
            @Reference Campaigns campaigns,
            @Reference Lab lab,
            @Reference Reports reports,
            @Reference StudyDesk studies) {
        this.campaigns = campaigns;
        this.lab = lab;
        this.reports = reports;
        this.studies = studies;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(CAMPAIGN + "/study")
                        .says("Where the comparison of a campaign with random search stands")
                        .gives(StudyDesk.Status.class)
                        .does(call -> Response.json(studies.status(id(call)))),
                Route.post(CAMPAIGN + "/study")
                        .by(Role.SCIENTIST)
                        .says("Begins the comparison, unless it has begun")
                        .takes(Form.EMPTY)
                        .gives(200, StudyDesk.Status.class)
                        .gives(202, StudyDesk.Status.class)
                        .does(this::study),
                Route.get(CAMPAIGN + "/report")
                        .says("The report of a campaign as a page")
                        .givesType("text/html")
                        .does(this::report),
                Route.get(CAMPAIGN + "/summary")
                        .says("What came of a campaign, a sentence each")
                        .givesList(String.class)
                        .does(this::summary));
    }

    private String id(Call call) {
        return CampaignRoutes.standing(campaigns, call).id();
    }

    private Response study(Call call) {
        Standing standing = CampaignRoutes.standing(campaigns, call);
        String name = standing.campaign().name();
        Plan.Comparison comparison = lab.plans().stream()
                .filter(plan -> plan.campaign().name().equals(name))
                .flatMap(plan -> plan.comparison().stream())
                .findFirst()
                .orElseThrow(() -> Refused.conflict("The plan '" + name + "' of campaign " + standing.id()
                        + " compares its optimizer with nothing; add a comparison to its file"));
        boolean begun = studies.begin(standing.id(), standing.campaign(), comparison);
        return Response.json(begun ? 202 : 200, studies.status(standing.id()))
                .located("/api/v1/campaigns/" + standing.id() + "/study");
    }

    private Response report(Call call) {
        String id = id(call);
        return Response.text("text/html", reports.html(id, studies.result(id)));
    }

    private Response summary(Call call) {
        String id = id(call);
        return Response.json(reports.summary(id, studies.result(id)));
    }
}
