package org.busbar.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Replay;
import org.busbar.api.campaign.Shadow;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Surrogate;
import org.busbar.journal.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a campaign asks: settings, grounds, shadows, other spaces, what is known beforehand, and asking once more. */
class AskingTest {

    private static final Surrogate GP = training -> {
        throw new AssertionError("The optimizer of this test borrows the surrogate and lets it learn nothing");
    };
    private static final Values FAST = Values.of("stride", Quantity.of(5, "1"));

    @TempDir
    Path folder;

    private SqliteJournal journal;
    private Answering broker;
    private JournaledCampaigns campaigns;

    @BeforeEach
    void open() {
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        broker = new Answering(journal);
        start();
    }

    private void start() {
        campaigns = new JournaledCampaigns(journal, broker.broker);
        journal.addListener(campaigns);
        campaigns.parts().add(GP, Agent.named("gp"), GP);
        add("stepping", "1.0.0");
        add("other", "1.0.0");
    }

    private Stepping add(String id, String version) {
        Stepping optimizer = new Stepping();
        campaigns.add(optimizer, new Agent(id, "org.x", version, "", Map.of()), optimizer);
        return optimizer;
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

    private static Problem problem(Limit... limits) {
        return new Problem(
                Space.of(Parameter.real("x", "1", 0, 1000)),
                List.of(new Objective("k", Objective.Goal.MAXIMIZE)),
                List.of(limits),
                Optional.empty());
    }

    private static Campaign campaign(
            Problem problem, int trials, Values settings, List<History> history, Campaign.Swap... swaps) {
        return new Campaign(
                "test",
                "k",
                List.of(),
                problem,
                Values.none(),
                trials,
                1,
                "stepping",
                List.of(swaps),
                7,
                false,
                Optional.empty(),
                settings,
                history,
                Quality.Level.SUSPICIOUS);
    }

    private static Campaign campaign(int trials) {
        return campaign(problem(), trials, Values.none(), List.of());
    }

    private Standing end(String id) throws Exception {
        await(() -> campaigns.standing(id).state().isFinal());
        return campaigns.standing(id);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> campaigns.ids().stream()
                    .map(campaigns::standing)
                    .toList()
                    .toString());
            Thread.sleep(5);
        }
    }

    private static Values at(double x) {
        return Values.of("x", Quantity.of(x, "1"));
    }

    @Test
    void a_trial_says_why_it_was_suggested_also_after_a_restart() throws Exception {
        String id = campaigns.begin(campaign(problem(), 2, FAST, List.of()));
        Grounds grounds = end(id).trials().get(1).grounds();
        assertEquals("the next step", grounds.reason());
        assertEquals(FAST, grounds.settings());
        assertEquals(7 * 1_000_003L + 1, grounds.seed());
        assertEquals(List.of("gp"), grounds.parts().stream().map(Agent::id).toList());
        assertTrue(grounds.question().matches("[0-9a-f]{64}"), grounds::question);
        assertNotEquals(campaigns.standing(id).trials().get(0).grounds().question(), grounds.question());
        restart();
        assertEquals(grounds, campaigns.standing(id).trials().get(1).grounds());
    }

    @Test
    void settings_come_with_the_campaign_the_plan_and_a_swap() throws Exception {
        String id = campaigns.begin(campaign(
                problem(), 3, FAST, List.of(), new Campaign.Swap(1, "other"), new Campaign.Swap(2, "stepping", FAST)));
        Standing end = end(id);
        assertEquals(
                List.of(at(0), at(1), at(10)),
                end.trials().stream().map(Trial::point).toList());
        assertEquals(FAST, end.settings());
        broker.hold = true;
        String open = campaigns.begin(campaign(5));
        await(() -> broker.held() == 1);
        campaigns.swap(open, "stepping", FAST, "anna");
        assertEquals(FAST, campaigns.standing(open).settings());
        restart();
        assertEquals(FAST, campaigns.standing(open).settings());
    }

    @Test
    void what_an_optimizer_cannot_handle_is_refused_and_changes_nothing() throws Exception {
        Values bad = Values.of("stride", new Text("long"));
        assertThrows(IllegalArgumentException.class, () -> campaigns.begin(campaign(problem(), 3, bad, List.of())));
        assertThrows(
                IllegalArgumentException.class,
                () -> campaigns.begin(
                        campaign(problem(), 3, Values.none(), List.of(), new Campaign.Swap(1, "other", bad))));
        assertEquals(List.of(), campaigns.ids());
        broker.hold = true;
        String id = campaigns.begin(campaign(3));
        await(() -> broker.held() == 1);
        long last = journal.last();
        assertThrows(IllegalArgumentException.class, () -> campaigns.swap(id, "other", bad, "anna"));
        assertThrows(IllegalArgumentException.class, () -> campaigns.shadow(id, "other", bad, "anna"));
        assertThrows(IllegalArgumentException.class, () -> campaigns.shadow(id, "nobody", FAST, "anna"));
        Space other = Space.of(Parameter.real("y", "1", 0, 1000));
        assertThrows(IllegalArgumentException.class, () -> campaigns.respace(id, other, "anna"));
        Space tiny = Space.of(Parameter.real("x", "1", 0, 1e-3));
        assertThrows(IllegalArgumentException.class, () -> campaigns.respace(id, tiny, "anna"));
        assertEquals(last, journal.last());
    }

    @Test
    void a_shadow_is_asked_everything_and_obeyed_never() throws Exception {
        broker.hold = true;
        String id = campaigns.begin(campaign(3));
        await(() -> broker.held() == 1);
        campaigns.shadow(id, "other", FAST, "anna");
        broker.hold = false;
        broker.release();
        assertEquals(
                List.of(at(0), at(1), at(2)),
                end(id).trials().stream().map(Trial::point).toList());
        await(() -> answers(id).size() == 2);
        Shadow.Answer answer = answers(id).get(0);
        assertEquals(2, answer.trial());
        assertEquals("other", answer.by().id());
        assertEquals(at(5), answer.point());
        assertEquals(Quantity.of(5, 1, "mS/cm"), answer.expected().get("k"));
        assertEquals(Quantity.of(1, 1, "mS/cm"), answer.instead().get("k"), "what it expected at x = 1");
        assertEquals("", answer.trouble());
        List<Shadow.Answer> before = answers(id);
        restart();
        assertEquals(before, answers(id));
    }

    private List<Shadow.Answer> answers(String id) {
        return campaigns.standing(id).shadow().map(Shadow::answers).orElse(List.of());
    }

    @Test
    void a_shadow_that_fails_says_so_and_delays_nothing() throws Exception {
        Stepping broken = add("broken", "1.0.0");
        broker.hold = true;
        String id = campaigns.begin(campaign(3));
        await(() -> broker.held() == 1);
        campaigns.shadow(id, "broken", Values.none(), "anna");
        broken.trouble = "no idea";
        broker.hold = false;
        broker.release();
        assertEquals(3, end(id).trials().size());
        await(() -> answers(id).size() == 2);
        assertTrue(answers(id).get(0).trouble().contains("no idea"), answers(id)::toString);
        assertTrue(answers(id).get(0).point().isEmpty());
    }

    @Test
    void nobody_is_asked_any_more_once_the_shadow_is_gone() throws Exception {
        broker.hold = true;
        String id = campaigns.begin(campaign(3));
        await(() -> broker.held() == 1);
        campaigns.shadow(id, "other", FAST, "anna");
        broker.answerFirst();
        await(() -> broker.held() == 1 && answers(id).size() == 1);
        campaigns.shadow(id, "", Values.none(), "anna");
        broker.hold = false;
        broker.release();
        end(id);
        Shadow shadow = campaigns.standing(id).shadow().orElseThrow();
        assertEquals("", shadow.optimizer());
        assertEquals(1, shadow.answers().size());
    }

    @Test
    void suggestions_are_made_in_another_space_once_told_so_also_after_a_restart() throws Exception {
        broker.hold = true;
        String id = campaigns.begin(campaign(3));
        await(() -> broker.held() == 1);
        Space high = Space.of(Parameter.real("x", "1", 100, 1000));
        campaigns.respace(id, high, "anna");
        assertEquals(high, campaigns.standing(id).space());
        restart();
        assertEquals(high, campaigns.standing(id).space());
        broker.hold = false;
        broker.release();
        assertEquals(
                List.of(at(0), at(101), at(102)),
                end(id).trials().stream().map(Trial::point).toList());
    }

    @Test
    void the_best_and_the_target_keep_the_limits() throws Exception {
        Limit limit = new Limit("k", Limit.Bound.AT_MOST, Quantity.of(-0.1, "S/m")); // -1 mS/cm
        Standing end = end(campaigns.begin(campaign(problem(limit), 6, Values.none(), List.of())));
        assertEquals(at(2), end.best().orElseThrow().point(), "x = 3 gives 0 mS/cm, which is above the limit");
    }

    @Test
    void a_history_is_read_from_an_earlier_campaign() throws Exception {
        String first = campaigns.begin(campaign(2));
        end(first);
        String id = campaigns.begin(campaign(problem(), 1, Values.none(), List.of(new History("", first, List.of()))));
        History history = campaigns.standing(id).campaign().history().get(0);
        assertEquals(first, history.name());
        assertEquals(
                List.of(at(0), at(1)),
                history.observed().stream().map(Observation::point).toList());
        assertEquals(
                Quantity.of(-9, "mS/cm"), history.observed().get(0).outputs().get("k"));
        end(id);
        restart();
        assertEquals(history, campaigns.standing(id).campaign().history().get(0));
    }

    @Test
    void a_history_of_something_else_is_refused() {
        refuses("has no x", new Observation(Values.of("y", Quantity.of(1, "1")), at(1)));
        refuses("a number in 1", new Observation(Values.of("x", Quantity.of(1, "V")), at(1)));
        refuses("objectives [k]", new Observation(at(1), Values.of("z", Quantity.of(1, "1"))));
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> campaigns.begin(
                                campaign(problem(), 1, FAST, List.of(new History("", "none-1", List.of())))))
                .getMessage();
        assertTrue(said.contains("none-1"), said);
    }

    private void refuses(String part, Observation observation) {
        History history = new History("old", "", List.of(observation));
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> campaigns.begin(campaign(problem(), 1, Values.none(), List.of(history))))
                .getMessage();
        assertTrue(said.contains("history old, 1") && said.contains(part), said);
    }

    @Test
    void a_suggestion_asked_for_again_is_the_same_after_corrections_a_swap_and_a_restart() throws Exception {
        String id = campaigns.begin(campaign(problem(), 4, FAST, List.of(), new Campaign.Swap(3, "other")));
        end(id);
        broker.amend(id + "-1", 42);
        restart();
        for (int trial = 1; trial <= 4; trial++) {
            Replay replay = campaigns.replay(id, trial);
            assertTrue(replay.same() && replay.remark().isEmpty(), replay::toString);
            assertEquals(replay.then(), replay.now());
        }
        assertThrows(IllegalArgumentException.class, () -> campaigns.replay(id, 5));
        assertThrows(IllegalArgumentException.class, () -> campaigns.replay("none-1", 1));
    }

    @Test
    void a_suggestion_of_another_version_tells_what_differs() throws Exception {
        String id = campaigns.begin(campaign(2));
        end(id);
        campaigns.close();
        journal.removeListener(campaigns);
        campaigns = new JournaledCampaigns(journal, broker.broker);
        journal.addListener(campaigns);
        assertThrows(IllegalArgumentException.class, () -> campaigns.replay(id, 1));
        campaigns.parts().add(GP, Agent.named("gp"), GP);
        add("stepping", "2.0.0").offset = 1;
        Replay replay = campaigns.replay(id, 2);
        assertFalse(replay.same());
        assertEquals(at(1), replay.then());
        assertEquals(at(2), replay.now());
        assertEquals("stepping was 1.0.0 and is 2.0.0", replay.remark());
    }

    @Test
    void the_optimizer_tells_what_it_has_learnt_and_expects_of_an_ended_campaign_too() throws Exception {
        String id = campaigns.begin(campaign(2));
        end(id);
        assertEquals("2 observed", campaigns.explain(id).remark());
        assertEquals(
                List.of(Quantity.of(8, 1, "mS/cm")),
                campaigns.expect(id, List.of(at(8))).stream()
                        .map(v -> v.get("k"))
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> campaigns.expect(id, List.of(Values.none())));
        assertThrows(IllegalArgumentException.class, () -> campaigns.explain("none-1"));
    }
}
