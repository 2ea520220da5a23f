package org.busbar.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.journal.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a campaign does when it is told to pause, to go on, to stop or to abort, and when its target is reached. */
class CampaignOrdersTest {

    @TempDir
    Path folder;

    private SqliteJournal journal;
    private Answering broker;
    private RecordingLab lab;
    private JournaledCampaigns campaigns;
    private volatile CountDownLatch mayAnswer = new CountDownLatch(0);
    private volatile CountDownLatch asked = new CountDownLatch(0);

    @BeforeEach
    void open() {
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        broker = new Answering(journal);
        lab = new RecordingLab(journal);
        broker.hold = true;
        start();
    }

    private void start() {
        campaigns = new JournaledCampaigns(journal, broker.broker);
        campaigns.setOrchestrator(lab);
        journal.addListener(campaigns);
        Optimizer grid = (question, parts) -> {
            asked.countDown();
            mayAnswer.await();
            int number = question.observed().size() + question.pending().size();
            return List.of(Suggestion.of(Values.of("x", Quantity.of(number, "1")), "next"));
        };
        campaigns.add(grid, Agent.named("grid"), grid);
    }

    private void restart() throws Exception {
        campaigns.close();
        journal.removeListener(campaigns);
        start();
    }

    @AfterEach
    void close() throws Exception {
        campaigns.close();
        journal.close();
    }

    private static Campaign campaign(int trials, int parallel, Optional<Campaign.Target> target) {
        Problem problem = new Problem(
                Space.of(Parameter.real("x", "1", 0, 1000)), List.of(new Objective("k", Objective.Goal.MAXIMIZE)));
        return new Campaign(
                "test",
                "k",
                List.of(),
                problem,
                Values.none(),
                trials,
                parallel,
                "grid",
                List.of(),
                7,
                false,
                target,
                Values.none(),
                List.of(),
                Quality.Level.SUSPICIOUS);
    }

    /** A campaign with two trials being measured, each by a run. */
    private String twoAtWork() throws Exception {
        String id = campaigns.begin(campaign(10, 2, Optional.empty()));
        await(() -> broker.held() == 2);
        lab.begin("run-1", "request:" + id + "-1");
        lab.begin("run-2", "request:" + id + "-2");
        lab.begin("run-of-anna", "anna");
        return id;
    }

    private void say(String id, Verb verb) {
        campaigns.order(id, new Order(verb, "anna", "lunch", false));
    }

    private Campaign.State state(String id) {
        return campaigns.standing(id).state();
    }

    private Standing end(String id) throws Exception {
        await(() -> state(id).isFinal());
        return campaigns.standing(id);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(
                    System.nanoTime() < end,
                    () -> campaigns.ids().stream().map(campaigns::standing).toList() + ", said " + lab.said());
            Thread.sleep(5);
        }
    }

    private long orders(String id) {
        return journal.of(id).stream()
                .filter(recorded -> recorded.event() instanceof LabEvent.CampaignOrdered)
                .count();
    }

    @Test
    void pause_suggests_nothing_and_is_passed_on_to_its_own_runs_only() throws Exception {
        String id = twoAtWork();
        say(id, Verb.PAUSE);
        assertEquals(List.of("run-1 PAUSE by anna, forced", "run-2 PAUSE by anna, forced"), lab.said());
        assertEquals("paused by anna: lunch", campaigns.standing(id).detail());
        broker.release();
        await(() -> campaigns.standing(id).trials().stream().allMatch(t -> t.state() == Trial.State.DONE));
        assertEquals(Campaign.State.PAUSED, state(id));
        Thread.sleep(100);
        assertEquals(2, broker.asked.size());
        say(id, Verb.RESUME);
        await(() -> broker.asked.size() == 4);
        assertEquals(Campaign.State.RUNNING, state(id));
    }

    @Test
    void every_verb_may_be_said_twice() throws Exception {
        String id = twoAtWork();
        say(id, Verb.RESUME);
        say(id, Verb.PAUSE);
        say(id, Verb.PAUSE);
        say(id, Verb.RESUME);
        say(id, Verb.RESUME);
        assertEquals(2, orders(id));
        say(id, Verb.ABORT);
        say(id, Verb.ABORT);
        end(id);
        say(id, Verb.ABORT);
        say(id, Verb.PAUSE);
        assertEquals(3, orders(id));
        assertThrows(IllegalArgumentException.class, () -> say("nobody-1", Verb.PAUSE));
        Order ofStep = new Order(Verb.ABORT, "measure", "anna", "", false);
        assertThrows(IllegalArgumentException.class, () -> campaigns.order(id, ofStep));
    }

    @Test
    void pause_survives_a_restart_and_reaches_runs_that_begin_later() throws Exception {
        String id = twoAtWork();
        say(id, Verb.PAUSE);
        restart();
        assertEquals(Campaign.State.PAUSED, state(id));
        lab.begin("run-late", "request:" + id + "-2");
        await(() -> lab.said().contains("run-late PAUSE by anna, forced"));
        broker.release();
        Thread.sleep(100);
        assertEquals(2, broker.asked.size());
        say(id, Verb.RESUME);
        await(() -> broker.asked.size() == 4);
    }

    @Test
    void resume_has_the_runs_go_on() throws Exception {
        String id = twoAtWork();
        say(id, Verb.PAUSE);
        say(id, Verb.RESUME);
        assertEquals(
                List.of("run-1 RESUME by anna, forced", "run-2 RESUME by anna, forced"),
                lab.said().subList(2, 4));
    }

    @Test
    void a_run_that_cannot_pause_now_pauses_and_the_standing_says_so() throws Exception {
        String id = twoAtWork();
        lab.refusesToPauseNow = true;
        say(id, Verb.PAUSE_NOW);
        assertEquals(List.of("run-1 PAUSE by anna, forced", "run-2 PAUSE by anna, forced"), lab.said());
        String detail = campaigns.standing(id).detail();
        assertTrue(detail.contains("run run-2 refused to pause now: the step cannot be repeated; it pauses"), detail);
    }

    @Test
    void a_suggestion_made_while_it_was_paused_is_dropped() throws Exception {
        mayAnswer = new CountDownLatch(1);
        asked = new CountDownLatch(1);
        String id = campaigns.begin(campaign(10, 1, Optional.empty()));
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        say(id, Verb.PAUSE);
        mayAnswer.countDown();
        Thread.sleep(100);
        assertEquals(List.of(), campaigns.standing(id).trials());
        say(id, Verb.RESUME);
        await(() -> broker.held() == 1);
    }

    @Test
    void abort_takes_the_requests_back_and_stops_the_runs() throws Exception {
        String id = twoAtWork();
        say(id, Verb.ABORT);
        assertEquals(List.of("run-1 ABORT by anna, forced", "run-2 ABORT by anna, forced"), lab.said());
        Standing end = end(id);
        assertEquals(Campaign.State.ABORTED, end.state());
        assertEquals("aborted by anna: lunch", end.detail());
        assertEquals(0, broker.held());
        assertEquals(
                List.of(Trial.State.ABANDONED, Trial.State.ABANDONED),
                end.trials().stream().map(Trial::state).toList());
        restart();
        assertEquals(end, campaigns.standing(id));
    }

    @Test
    void halt_is_passed_on_as_halt_also_while_it_is_paused() throws Exception {
        String id = twoAtWork();
        say(id, Verb.PAUSE);
        say(id, Verb.HALT);
        assertEquals(Campaign.State.ABORTED, end(id).state());
        assertEquals("run-2 HALT by anna, forced", lab.said().get(3));
    }

    @Test
    void an_abort_that_a_crash_cut_short_is_finished_by_the_next_server() throws Exception {
        String id = twoAtWork();
        campaigns.close();
        journal.removeListener(campaigns);
        journal.append(new LabEvent.CampaignOrdered(Instant.now(), id, new Order(Verb.ABORT, "anna", "", false)));
        start();
        assertEquals(Campaign.State.ABORTED, end(id).state());
        assertEquals(2, lab.said().size());
        assertEquals(0, broker.held());
    }

    @Test
    void stop_has_paused_runs_go_on_to_their_end() throws Exception {
        String id = twoAtWork();
        say(id, Verb.PAUSE);
        say(id, Verb.STOP);
        assertEquals(Campaign.State.STOPPING, state(id));
        assertEquals("run-2 RESUME by anna, forced", lab.said().get(3));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> say(id, Verb.PAUSE))
                .getMessage()
                .contains("cannot pause: it suggests nothing more, since stopped by anna"));
        broker.release();
        Standing end = end(id);
        assertEquals(Campaign.State.STOPPED, end.state());
        assertEquals("stopped by anna", end.detail());
        assertEquals(2, end.trials().size());
    }

    @Test
    void cancel_is_for_what_has_not_begun() throws Exception {
        mayAnswer = new CountDownLatch(1);
        asked = new CountDownLatch(1);
        String id = campaigns.begin(campaign(10, 1, Optional.empty()));
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        say(id, Verb.CANCEL);
        mayAnswer.countDown();
        Standing end = end(id);
        assertEquals(Campaign.State.STOPPED, end.state());
        assertEquals("cancelled by anna: lunch", end.detail());
        assertEquals(List.of(), end.trials());
        String begun = twoAtWork();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> say(begun, Verb.CANCEL))
                .getMessage()
                .contains("it has suggested 2 trials; stop or abort it"));
    }

    @Test
    void without_an_orchestrator_it_pauses_and_aborts_all_the_same() throws Exception {
        campaigns.unsetOrchestrator(lab);
        String id = twoAtWork();
        say(id, Verb.PAUSE);
        assertEquals(Campaign.State.PAUSED, state(id));
        say(id, Verb.ABORT);
        assertEquals(Campaign.State.ABORTED, end(id).state());
        assertEquals(List.of(), lab.said());
    }

    @Test
    void a_trial_that_reaches_the_target_completes_it_once_the_open_ones_have_ended() throws Exception {
        Campaign.Target target = new Campaign.Target("k", Quantity.of(-1, "mS/cm"));
        String id = campaigns.begin(campaign(100, 2, Optional.of(target)));
        for (int measured = 0; measured < 3; measured++) { // k = -(x - 3)^2 is -9, -4, -1 ...
            await(() -> broker.held() == 2);
            broker.answerFirst();
        }
        await(() -> state(id) == Campaign.State.STOPPING);
        assertEquals(1, broker.held());
        restart();
        await(() -> state(id) == Campaign.State.STOPPING);
        broker.release();
        Standing end = end(id);
        assertEquals(Campaign.State.COMPLETED, end.state());
        assertEquals(4, end.trials().size());
        assertEquals("trial 3 reached k = -1 mS/cm; the target was -1 mS/cm", end.detail());
    }

    @Test
    void a_target_that_cannot_be_compared_holds_it_up_and_says_why() throws Exception {
        broker.hold = false;
        Campaign.Target target = new Campaign.Target("k", Quantity.of(1, "Cel"));
        String id = campaigns.begin(campaign(100, 1, Optional.of(target)));
        await(() -> campaigns.standing(id).detail().contains("Cel"));
        assertEquals(Campaign.State.WAITING, state(id));
        campaigns.stop(id, "anna");
        assertEquals(Campaign.State.STOPPED, end(id).state());
    }
}
