package org.busbar.report;

import java.util.List;
import java.util.Optional;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Reports;
import org.busbar.api.campaign.Study;
import org.busbar.api.event.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports of campaigns, computed from their standing and the journal each time they are asked for. */
@Component(service = Reports.class)
public final class CampaignReports implements Reports {

    private final Campaigns campaigns;
    private final Journal journal;

    @Activate
    public CampaignReports(@Reference Campaigns campaigns, @Reference Journal journal) {
        this.campaigns = campaigns;
        this.journal = journal;
    }

    @Override
    public String html(String campaign, Optional<Study> study) {
        return Page.html(history(campaign), study);
    }

    @Override
    public List<String> summary(String campaign, Optional<Study> study) {
        return Summary.lines(history(campaign), study);
    }

    private History history(String campaign) {
        return History.read(campaigns.standing(campaign), journal);
    }
}
