package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.junit.jupiter.api.Test;

/** A server is stopped in the middle of its work, and a second one goes on with the same lab. */
class RestartTest {

    @Test
    void a_campaign_is_completed_by_a_second_server_and_nothing_is_done_twice_unasked() {
        TestLab lab = TestLab.create(1000, 1000).campaign(40, 2);
        String campaign;
        try (Server first = Server.start(lab)) {
            campaign = first.beginCampaign();
            first.awaitTrials(campaign, 12);
            Await.until("a formulator is at work", () -> TestLab.FORMULATORS.stream()
                    .anyMatch(lab::isAtWork));
        }
        Set<String> begunBefore = Set.copyOf(lab.samples(TestLab.FORMULATORS, "begin"));
        try (Server second = Server.start(lab)) {
            require(lab, second, second.awaitRecovered(campaign));
        }
        assertTrue(lab.samples(TestLab.FORMULATORS, "begin").containsAll(begunBefore));
    }

    private static void require(TestLab lab, Server server, Standing standing) {
        assertEquals(Campaign.State.COMPLETED, standing.state());
        assertEquals(
                IntStream.rangeClosed(1, 40).boxed().toList(),
                standing.trials().stream().map(Trial::number).toList());
        assertEquals(
                40, new HashSet<>(standing.trials().stream().map(Trial::point).toList()).size());
        standing.trials().forEach(trial -> assertEquals(Trial.State.DONE, trial.state(), trial::toString));
        List<String> repeated = server.events(LabEvent.StepSettled.class).stream()
                .map(LabEvent.StepSettled::step)
                .toList();
        long mixedAgain = repeated.stream().filter("formulate"::equals).count();
        long measuredAgain = repeated.stream().filter("measure"::equals).count();
        assertEquals(40 + mixedAgain, lab.samples(TestLab.FORMULATORS, "begin").size());
        assertEquals(40 + measuredAgain, lab.samples(TestLab.CELLS, "begin").size());
        List<String> made = lab.samples(TestLab.FORMULATORS, "end");
        List<String> results = standing.trials().stream()
                .map(trial -> trial.outputs().get("sample").toString())
                .sorted()
                .toList();
        assertEquals(40, new HashSet<>(results).size());
        assertTrue(made.containsAll(results));
        assertTrue(made.size() <= 40 + mixedAgain, made::toString);
    }

    @Test
    void a_repeatable_step_that_was_repeated_is_not_asked_about_by_the_next_server() throws Exception {
        TestLab lab = TestLab.create(3000, 3000);
        lab.drop(PluginJars.build("test.stirrer", "1", "stirrer", Map.of()), "stirrer.jar");
        lab.device("org.busbar.distribution.tests.stirrer.Stirrer", "stirrer", Map.of("lasts", 1_500));
        try (Server first = Server.start(lab)) {
            Await.until("the stirrer is there", () -> first.station("stirrer").isPresent());
            first.orchestrator()
                    .submit(Runs.of("run", Runs.act("stir", "stir", "stirrer"), Runs.act("hold", "hold", "stirrer")));
            lab.awaitBegin("stirrer", 1);
            first.bundle("test.stirrer").stop();
            first.bundle("test.stirrer").start();
            lab.awaitBegin("stirrer", 3); // stir, stir again, hold
        }
        try (Server second = Server.start(lab)) {
            second.awaitState("run", Run.State.RECOVERING);
            assertEquals("hold", second.open("run").orElseThrow().step());
            second.orchestrator().settle("run", "hold", new Settlement.GiveUp("enough"), "Ada");
            assertEquals(Run.State.FAILED, second.awaitEnd("run").state());
        }
        assertEquals(
                2,
                lab.entries(List.of("stirrer"), "begin").stream()
                        .filter(entry -> entry.action().equals("stir"))
                        .count());
    }

    @Test
    void a_stopped_server_leaves_no_thread_behind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        TestLab lab = TestLab.create(3000, 3000).campaign(3, 2);
        try (Server server = Server.start(lab)) {
            lab.requireEachTrialOnce(server.awaitCampaign(server.beginCampaign()), 3);
        }
        Await.until(
                "no thread is left of those that were begun", () -> left(before).isEmpty());
    }

    private static List<String> left(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.matches("(run|campaign|lab|journal|safety|self-test|request|report)-.*"))
                .toList();
    }
}
