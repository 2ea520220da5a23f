package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Replay;
import org.busbar.api.campaign.Shadow;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Surrogates, acquisitions, settings and spaces are exchanged while a campaign runs, and each suggestion says by what. */
class OptimizerPartsTest {

    private static final String FOREST = "org.busbar.optimizers.forest";
    private static final Values BY_FOREST =
            Values.of("surrogate", new Text("forest")).with("start", Quantity.of(3, "1"));

    private static List<String> versions(Standing standing, String part) {
        return standing.trials().stream()
                .flatMap(trial -> trial.grounds().parts().stream())
                .filter(agent -> agent.id().equals(part))
                .map(Agent::version)
                .distinct()
                .toList();
    }

    @Test
    void a_surrogate_is_replaced_between_two_suggestions() {
        TestLab lab = TestLab.create(1500, 1500).campaign(16, 2);
        try (Server server = Server.start(lab)) {
            String campaign = server.beginCampaign();
            server.campaigns().swap(campaign, "bayes", BY_FOREST, "ann");
            server.awaitTrials(campaign, 7);
            lab.drop(PluginJars.version(FOREST, "1.1.0"), "forest-1.1.0.jar");
            Standing end = server.awaitCampaign(campaign);
            lab.requireEachTrialOnce(end, 16);
            assertEquals(List.of("1.0.0.SNAPSHOT", "1.1.0"), versions(end, "forest"));
            assertEquals(1, versions(end, "log-ei").size());
        }
    }

    @Test
    void a_surrogate_that_goes_is_waited_for() throws Exception {
        TestLab lab = TestLab.create(3000, 1500).campaign(9, 2);
        try (Server server = Server.start(lab)) {
            String campaign = server.beginCampaign();
            server.campaigns().swap(campaign, "bayes", BY_FOREST, "ann");
            server.awaitTrials(campaign, 3);
            Bundle forest = server.bundle(FOREST);
            forest.stop();
            Await.until("the campaign waits", () -> server.standing(campaign).state() == Campaign.State.WAITING);
            assertTrue(
                    server.standing(campaign).detail().contains("forest"),
                    server.standing(campaign).detail());
            forest.start();
            lab.requireEachTrialOnce(server.awaitCampaign(campaign), 9);
        }
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        TestLab lab = TestLab.create(3000, 1500).campaign(6, 2);
        try (Server server = Server.start(lab)) {
            String campaign = server.beginCampaign();
            Values unknown = Values.of("acquisition", new Text("oracle"));
            String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> server.campaigns()
                            .swap(campaign, "bayes", unknown, "ann"))
                    .getMessage());
            assertTrue(message.contains("oracle") && message.contains("log-ei"), message);
            Space other = Space.of(Parameter.real("elsewhere", "1", 0, 1));
            assertThrows(
                    IllegalArgumentException.class, () -> server.campaigns().respace(campaign, other, "ann"));
            Standing end = server.awaitCampaign(campaign);
            assertTrue(end.trials().stream()
                    .allMatch(trial -> trial.suggestedBy().id().equals("random")));
        }
    }

    @Test
    void shadow_space_and_grounds_survive_a_restart_and_suggestions_come_again_bit_for_bit() throws Exception {
        TestLab lab = TestLab.create(1500, 1500).campaign(18, 2);
        String campaign;
        try (Server first = Server.start(lab)) {
            campaign = first.beginCampaign();
            first.campaigns().shadow(campaign, "forest", Values.none(), "ann");
            first.campaigns().swap(campaign, "bayes", Values.of("start", Quantity.of(4, "1")), "ann");
            first.awaitTrials(campaign, 8);
            first.campaigns().respace(campaign, halved(first.standing(campaign).space()), "ann");
        }
        try (Server second = Server.start(lab)) {
            Standing end = second.awaitRecovered(campaign);
            assertEquals("forest", end.shadow().map(Shadow::optimizer).orElseThrow());
            assertFalse(end.shadow().orElseThrow().answers().isEmpty());
            requireHalved(end);
            for (int number : new int[] {3, 7, 12, 18}) {
                Replay replay = second.campaigns().replay(campaign, number);
                assertTrue(replay.same(), replay::toString);
                assertEquals("", replay.remark());
            }
            assertEquals(18, second.campaigns().explain(campaign).checks().size());
        }
    }

    /** Only the lower half of the first number of the space. */
    private static Space halved(Space space) {
        Parameter.Real first = (Parameter.Real) space.parameters().get(0);
        double middle = first.min() + (first.max() - first.min()) / 2;
        Parameter half =
                new Parameter.Real(first.name(), first.unit(), first.min(), middle, first.step(), first.term());
        return new Space(
                List.of(half, space.parameters().get(1)),
                space.candidates(),
                space.mixtures(),
                space.constraints(),
                space.scales());
    }

    private static void requireHalved(Standing end) {
        Parameter.Real half = (Parameter.Real) end.space().parameters().get(0);
        List<Trial> late = end.trials().subList(12, end.trials().size());
        late.forEach(trial ->
                assertEquals(Optional.empty(), half.refusal(trial.point().get(half.name())), trial::toString));
    }
}
