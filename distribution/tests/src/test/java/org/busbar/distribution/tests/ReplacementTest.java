package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Standing;
import org.busbar.api.event.LabEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Rules D1 and D7: plug-ins are exchanged while a campaign runs, and nothing is lost or done twice. */
class ReplacementTest {

    private TestLab lab;
    private Server server;

    private String begin(double formulators, double cells, int trials, int parallel) {
        lab = TestLab.create(formulators, cells).campaign(trials, parallel);
        server = Server.start(lab);
        return server.beginCampaign();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void d1_the_core_holds_names_so_a_driver_may_be_restarted_between_two_steps() throws Exception {
        String campaign = begin(3000, 300, 5, 1); // cells are at work nearly all the time, formulators nearly never
        Bundle driver = server.bundle("org.busbar.drivers.sim-formulator");
        for (int trial = 1; trial <= 4; trial++) {
            int measured = trial;
            Await.until(
                    "measurement " + trial,
                    () -> lab.entries(TestLab.CELLS, "begin").size() >= measured);
            driver.stop();
            driver.start();
        }
        lab.requireEachTrialOnce(server.awaitCampaign(campaign), 5);
        assertTrue(server.events(LabEvent.Vanished.class).size() >= 8);
    }

    @Test
    void d7_an_optimizer_is_exchanged_while_a_campaign_runs_and_each_trial_says_by_whom() {
        String campaign = begin(1500, 1500, 14, 2);
        server.awaitTrials(campaign, 4);
        lab.drop(PluginJars.version("org.busbar.optimizers.random", "1.1.0"), "random-1.1.0.jar");
        Standing end = server.awaitCampaign(campaign);
        lab.requireEachTrialOnce(end, 14);
        List<String> versions = end.trials().stream()
                .map(trial -> trial.suggestedBy().version())
                .distinct()
                .toList();
        assertEquals(List.of("1.0.0.SNAPSHOT", "1.1.0"), versions);
    }

    @Test
    void d7_an_optimizer_that_goes_is_waited_for() throws Exception {
        String campaign = begin(3000, 1500, 8, 2);
        server.awaitTrials(campaign, 3);
        Bundle random = server.bundle("org.busbar.optimizers.random");
        random.stop();
        Await.until("the campaign waits", () -> server.standing(campaign).state() == Campaign.State.WAITING);
        assertTrue(server.standing(campaign).detail().contains("random"));
        random.start();
        lab.requireEachTrialOnce(server.awaitCampaign(campaign), 8);
    }

    @Test
    void d7_an_analysis_is_stopped_and_exchanged_while_a_campaign_runs_and_provenance_says_which() throws Exception {
        String campaign = begin(1500, 1500, 14, 2);
        server.awaitTrials(campaign, 3);
        Bundle analysis = server.bundle("org.busbar.analyses.conductivity");
        analysis.stop();
        Await.until("a run waits", () -> server.orchestrator().open().stream()
                .anyMatch(progress -> progress.detail().contains("waits for the analysis conductivity")));
        analysis.start();
        server.awaitTrials(campaign, 6);
        lab.drop(PluginJars.version("org.busbar.analyses.conductivity", "1.1.0"), "conductivity-1.1.0.jar");
        lab.requireEachTrialOnce(server.awaitCampaign(campaign), 14);
        assertEquals(List.of("1.0.0.SNAPSHOT", "1.1.0"), server.versions("org.busbar.analyses.conductivity"));
    }
}
