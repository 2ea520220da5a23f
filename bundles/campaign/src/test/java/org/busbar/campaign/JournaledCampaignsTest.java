package org.busbar.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.journal.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledCampaignsTest {

    @TempDir
    Path folder;

    private SqliteJournal journal;
    private Answering broker;
    private JournaledCampaigns campaigns;
    private final List<Question> questions = java.util.Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() {
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        broker = new Answering(journal);
        campaigns = new JournaledCampaigns(journal, broker.broker);
        journal.addListener(campaigns);
        add("grid");
    }

    @AfterEach
    void close() throws Exception {
        campaigns.close();
        journal.close();
    }

    private Object add(String name) {
        Optimizer optimizer = (question, parts) -> {
            questions.add(question);
            int number = question.observed().size() + question.pending().size();
            return List.of(Suggestion.of(Values.of("x", Quantity.of(number, "1")), "next"));
        };
        campaigns.add(optimizer, Agent.named(name), optimizer);
        return optimizer;
    }

    private static Campaign campaign(int trials, int parallel, Campaign.Swap... swaps) {
        Problem problem = new Problem(
                Space.of(Parameter.real("x", "1", 0, 1000)), List.of(new Objective("k", Objective.Goal.MAXIMIZE)));
        return new Campaign(
                "Test lab!", "k", List.of(), problem, Values.none(), trials, parallel, "grid", List.of(swaps), 7);
    }

    private Standing awaitEnd(String id) throws Exception {
        await(
                () -> campaigns.standing(id).state().isFinal(),
                () -> campaigns.standing(id).toString());
        return campaigns.standing(id);
    }

    private static void await(BooleanSupplier condition, java.util.function.Supplier<String> otherwise)
            throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, otherwise);
            Thread.sleep(5);
        }
    }

    @Test
    void it_collects_its_trials_and_knows_the_best() throws Exception {
        Standing end = awaitEnd(campaigns.begin(campaign(10, 2)));
        assertEquals("test-lab-1", end.id());
        assertEquals(Campaign.State.COMPLETED, end.state());
        assertEquals(10, end.trials().size());
        assertEquals(
                10,
                end.trials().stream().filter(t -> t.state() == Trial.State.DONE).count());
        assertEquals(4, end.best().orElseThrow().number(), "k = -(x - 3)^2 is best at x = 3, the fourth");
        assertTrue(broker.mostOpen <= 2);
    }

    @Test
    void each_suggestion_knows_what_is_pending_and_what_is_done_and_has_its_own_seed() throws Exception {
        broker.hold = true;
        String id = campaigns.begin(campaign(3, 3));
        await(() -> broker.held() == 3, () -> "not three");
        assertEquals(
                List.of(0, 1, 2),
                questions.stream().map(q -> q.pending().size()).toList());
        assertEquals(3, new HashSet<>(questions.stream().map(Question::seed).toList()).size());
        broker.release();
        awaitEnd(id);
    }

    @Test
    void a_reproducible_campaign_asks_alike_whoever_ends_first() throws Exception {
        Campaign plain = campaign(6, 3);
        Campaign strict = new Campaign(
                plain.name(),
                plain.quantity(),
                plain.methods(),
                plain.problem(),
                plain.fixed(),
                6,
                3,
                "grid",
                List.of(),
                7,
                true);
        awaitEnd(campaigns.begin(strict));
        List<Question> quick = List.copyOf(questions);
        questions.clear();
        broker.hold = true;
        String id = campaigns.begin(strict);
        await(() -> broker.held() == 3, () -> "not three");
        broker.answerLast();
        Thread.sleep(100);
        assertEquals(3, campaigns.standing(id).trials().size(), "trial 4 waits for trial 1");
        broker.hold = false;
        broker.release();
        awaitEnd(id);
        assertEquals(quick, questions);
    }

    @Test
    void failed_trials_count_and_are_told_to_the_optimizer() throws Exception {
        broker.failing = 2;
        Standing end = awaitEnd(campaigns.begin(campaign(5, 1)));
        assertEquals(
                2,
                end.trials().stream()
                        .filter(t -> t.state() == Trial.State.FAILED)
                        .count());
        assertTrue(questions.get(4).observed().get(0).isFailed());
    }

    @Test
    void it_swaps_where_the_plan_says_and_when_a_person_says_so() throws Exception {
        add("other");
        Standing end = awaitEnd(campaigns.begin(campaign(6, 1, new Campaign.Swap(4, "other"))));
        assertEquals(
                List.of("grid", "grid", "grid", "grid", "other", "other"),
                end.trials().stream().map(t -> t.suggestedBy().id()).toList());
        assertThrows(IllegalArgumentException.class, () -> campaigns.swap(end.id(), "grid", "anna"));
        broker.hold = true;
        String id = campaigns.begin(campaign(2, 1));
        await(() -> broker.held() == 1, () -> "no trial");
        assertThrows(IllegalArgumentException.class, () -> campaigns.swap(id, "nobody", "anna"));
        campaigns.swap(id, "other", "anna");
        broker.hold = false;
        broker.release();
        assertEquals("other", awaitEnd(id).trials().get(1).suggestedBy().id());
    }

    @Test
    void d7_a_missing_optimizer_is_waited_for() throws Exception {
        String id = campaigns.begin(campaign(4, 1, new Campaign.Swap(2, "later")));
        await(
                () -> campaigns.standing(id).detail().contains("later"),
                () -> campaigns.standing(id).detail());
        assertEquals(Campaign.State.WAITING, campaigns.standing(id).state());
        add("later");
        assertEquals(Campaign.State.COMPLETED, awaitEnd(id).state());
    }

    @Test
    void an_optimizer_that_throws_is_waited_out_and_can_be_swapped_away() throws Exception {
        Optimizer bad = (question, parts) -> {
            throw new IllegalStateException("singular matrix");
        };
        campaigns.add(bad, Agent.named("bad"), bad);
        String id = campaigns.begin(campaign(4, 1, new Campaign.Swap(2, "bad")));
        await(
                () -> campaigns.standing(id).detail().contains("singular matrix"),
                () -> campaigns.standing(id).detail());
        campaigns.swap(id, "grid", "anna");
        Standing end = awaitEnd(id);
        assertEquals(4, end.trials().size());
    }

    @Test
    void a_suggestion_outside_the_space_is_never_asked_for() throws Exception {
        Optimizer wild = (question, parts) -> List.of(Suggestion.of(Values.of("x", Quantity.of(-5, "1")), "why not"));
        campaigns.add(wild, Agent.named("wild"), wild);
        String id = campaigns.begin(campaign(4, 1, new Campaign.Swap(1, "wild")));
        await(
                () -> campaigns.standing(id).detail().contains("below the limit"),
                () -> campaigns.standing(id).detail());
        assertEquals(1, broker.asked.size());
    }

    @Test
    void stopping_ends_it_when_the_open_trials_have_ended() throws Exception {
        broker.hold = true;
        String id = campaigns.begin(campaign(10, 2));
        await(() -> broker.held() == 2, () -> "not two");
        campaigns.stop(id, "anna");
        campaigns.stop(id, "anna");
        assertEquals(Campaign.State.STOPPING, campaigns.standing(id).state());
        broker.release();
        Standing end = awaitEnd(id);
        assertEquals(Campaign.State.STOPPED, end.state());
        assertEquals(2, end.trials().size());
    }

    @Test
    void a_corrected_value_counts_and_a_deleted_one_does_not_also_after_a_restart() throws Exception {
        broker.hold = true;
        String id = campaigns.begin(campaign(3, 2));
        await(() -> broker.held() == 2, () -> "not two");
        broker.release();
        await(() -> broker.held() == 1, () -> "no third");
        broker.amend(id + "-1", 42);
        broker.delete(id + "-2");
        await(() -> state(id, 1) == Trial.State.ABANDONED, () -> "still counts");
        requireCorrected(id);
        campaigns.close();
        journal.removeListener(campaigns);
        campaigns = new JournaledCampaigns(journal, broker.broker);
        journal.addListener(campaigns);
        requireCorrected(id);
    }

    private Trial.State state(String id, int index) {
        return campaigns.standing(id).trials().get(index).state();
    }

    private void requireCorrected(String id) {
        Standing standing = campaigns.standing(id);
        assertEquals(
                Quantity.of(42, "mS/cm"), standing.trials().get(0).outputs().get("k"));
        assertEquals(Trial.State.ABANDONED, standing.trials().get(1).state());
        assertEquals("its result was deleted: a leak", standing.trials().get(1).reason());
        assertEquals(1, standing.best().orElseThrow().number());
    }

    @Test
    void it_goes_on_after_a_restart_with_the_same_trials() throws Exception {
        broker.hold = true;
        String id = campaigns.begin(campaign(6, 2));
        await(() -> broker.held() == 2, () -> "not two");
        campaigns.close();
        journal.removeListener(campaigns);
        broker.release(); // answers come while nobody listens
        broker.hold = false;
        campaigns = new JournaledCampaigns(journal, broker.broker);
        journal.addListener(campaigns);
        add("grid");
        Standing end = awaitEnd(id);
        assertEquals(6, end.trials().size());
        assertEquals(6, broker.asked.size());
        assertEquals(
                IntStream.rangeClosed(1, 6).boxed().toList(),
                end.trials().stream().map(Trial::number).toList());
        assertEquals(List.of(id), campaigns.ids());
        assertThrows(IllegalArgumentException.class, () -> campaigns.standing("nothing-1"));
    }
}
