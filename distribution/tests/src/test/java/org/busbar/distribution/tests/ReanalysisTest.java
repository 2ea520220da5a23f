package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Reanalyses;
import org.busbar.api.analysis.Reanalysis;
import org.busbar.api.broker.Results;
import org.busbar.api.campaign.Trial;
import org.busbar.api.experiment.Run;
import org.busbar.api.lab.PluginShelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An analysis is exchanged, and the raw data of a campaign are analysed again. */
class ReanalysisTest {

    private static final String ANALYSIS = "org.busbar.analyses.conductivity";
    private static final String CLASS = "org/busbar/analyses/conductivity/Conductivity.class";
    private static final int TRIALS = 4;

    private Server server;
    private Reanalyses reanalyses;

    @AfterEach
    void stop() {
        server.close();
    }

    private List<Reanalysis> again(List<Trial> trials) {
        List<Reanalysis> all = new ArrayList<>();
        for (Trial trial : trials) {
            String again = reanalyses.begin("run-" + trial.request(), "ada");
            server.awaitEnd(again);
            Reanalysis found = reanalyses.compare(again);
            assertEquals(Run.State.COMPLETED, found.state(), found.reason());
            all.add(found);
        }
        return all;
    }

    private static double conductivity(Values outputs) {
        return ((Quantity) outputs.get("conductivity")).in("mS/cm");
    }

    @Test
    void both_versions_of_a_campaign_are_kept_and_the_former_comes_out_again_byte_for_byte() throws Exception {
        TestLab lab = TestLab.create(3000, 3000).campaign(TRIALS, 2);
        server = Server.start(lab);
        reanalyses = server.service(Reanalyses.class);
        Results results = server.service(Results.class);
        PluginShelf shelf = server.service(PluginShelf.class);
        String campaign = server.beginCampaign();
        List<Trial> first = server.awaitCampaign(campaign).trials();
        assertEquals(TRIALS, first.size());
        Trial best = server.campaigns().best(campaign, first).orElseThrow();

        shelf.install(PluginJars.changed(ANALYSIS, "1.1.0", CLASS, 1000, 1010), "ada");
        List<Reanalysis> newer = again(first);
        for (Reanalysis found : newer) {
            assertEquals("1.1.0", found.steps().get(0).now().version());
            assertEquals(1.01, conductivity(found.after()) / conductivity(found.before()), 1e-9);
        }
        assertEquals(
                first, server.standing(campaign).trials(), "the numbers of then count until the new ones are adopted");

        newer.forEach(found -> reanalyses.adopt(found.again(), "ada"));
        List<Trial> adopted = server.standing(campaign).trials();
        Trial bestNow = server.campaigns().best(campaign, adopted).orElseThrow();
        assertEquals(best.number(), bestNow.number());
        assertEquals(1.01, conductivity(bestNow.outputs()) / conductivity(best.outputs()), 1e-9);
        Results.History history = results.history(best.request());
        assertEquals(2, history.versions().size());
        assertEquals(best.outputs(), history.versions().get(1).outputs());

        shelf.rollback(ANALYSIS, "ada");
        for (Reanalysis found : again(first)) {
            assertTrue(found.steps().stream().allMatch(Reanalysis.Redone::isSame), found::toString);
        }
    }
}
