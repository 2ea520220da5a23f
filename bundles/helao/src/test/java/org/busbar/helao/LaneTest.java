package org.busbar.helao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Settlement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneTest {

    static final String MOVE = "{'dx': 2.5, 'dy': 7.5, 'dz': 0.0}";

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new TestLab(folder);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    static String start(String rest, String params) {
        return "{'soe': ['orchestrator/start'" + rest + "], 'params': {'start': {'collectionkey': 'wafer'}" + params
                + "}, 'meta': {'wafer': 12}}";
    }

    static String move(int number, String x) {
        return "{'soe': ['stage:1/moveAbs_" + number + "'], 'params': {'moveAbs_" + number + "': {'dx': " + x
                + ", 'dy': 0, 'dz': 0}}}";
    }

    static final String FINISH = "{'soe': ['orchestrator/finish'], 'params': {'finish': null}}";

    @Test
    void an_experiment_runs_and_its_data_can_be_read() throws Exception {
        lab.add(0, start(", 'stage:1/moveAbs_0'", ", 'moveAbs_0': " + MOVE));
        lab.await(0, "clear");
        assertEquals(List.of("moveAbs{dx=2.5 mm, dy=7.5 mm, dz=0 mm}"), lab.one.performed);
        assertEquals(2.5, lab.at(0, "experiment_0:0/moveAbs_0/parameters/dx").asDouble());
        assertEquals(
                7.5, lab.at(0, "experiment_0:0/moveAbs_0/data/parameters/dy").asDouble());
        assertEquals(
                "wafer_12/lab_wafer_12_session_0.h5", lab.status(0).path("path").asString());
        assertEquals(
                "{\"wafer\":12,\"thread\":0}", lab.at(0, "experiment_0:0/meta").toString());
    }

    @Test
    void numbers_are_those_of_helao_and_doing_nothing_uses_none() throws Exception {
        lab.add(0, start("", ""));
        lab.add(0, move(0, "1"));
        lab.add(0, "{'soe': [], 'params': {}}");
        lab.add(0, move(1, "2"));
        lab.await(0, "clear");
        assertEquals(1, lab.at(0, "experiment_1:0/moveAbs_0/parameters/dx").asInt());
        assertEquals(2, lab.at(0, "experiment_2:0/moveAbs_1/parameters/dx").asInt(), lab.desk.status());
    }

    @Test
    void a_thread_without_a_file_joins_the_one_before_or_is_refused() throws Exception {
        assertEquals(
                409, assertThrows(Refused.class, () -> lab.add(0, move(0, "1"))).status());
        assertEquals(
                409, assertThrows(Refused.class, () -> lab.add(1, move(0, "1"))).status());
        lab.add(0, start(", 'stage:1/moveAbs_0'", ", 'moveAbs_0': " + MOVE));
        lab.add(1, move(0, "1"));
        lab.await(1, "clear");
        assertEquals(1, lab.at(0, "experiment_0:1/moveAbs_0/parameters/dx").asInt());
        lab.add(0, FINISH);
        lab.await(0, "uninitialized");
        lab.add(1, FINISH);
        lab.await(1, "uninitialized");
        lab.add(0, start("", ""));
        lab.await(0, "clear");
        assertEquals(
                "wafer_12/lab_wafer_12_session_1.h5", lab.status(0).path("path").asString());
        assertEquals(1, lab.status(0).path("history").size());
    }

    @Test
    void a_second_start_makes_a_new_run_in_the_same_file() throws Exception {
        lab.add(0, start("", ""));
        lab.add(0, start(", 'stage:1/moveAbs_0'", ", 'moveAbs_0': " + MOVE));
        lab.await(0, "clear");
        assertEquals(1, lab.status(0).path("run").asInt());
        assertEquals(
                "wafer_12/lab_wafer_12_session_0.h5", lab.status(0).path("path").asString());
    }

    @Test
    void the_lower_number_has_priority_and_ties_go_by_arrival() throws Exception {
        lab.one.held.set("moveAbs");
        lab.add(0, start(", 'stage:1/moveAbs_0'", ", 'moveAbs_0': " + MOVE));
        lab.await(() -> lab.one.performed.size() == 1, () -> "not begun");
        lab.add(0, move(1, "1"));
        lab.add(0, move(2, "2"));
        lab.desk.accept(move(3, "3").replace('\'', '"'), 0, 5);
        lab.one.permits.release(10);
        lab.await(0, "clear");
        assertEquals(
                List.of("3", "1", "2"),
                lab.one.performed.stream().skip(1).map(p -> p.substring(11, 12)).toList());
    }

    @Test
    void a_failing_action_pauses_its_own_thread_only() throws Exception {
        lab.one.refused.set("moveAbs");
        lab.add(0, start(", 'stage:1/moveAbs_0'", ", 'moveAbs_0': " + MOVE));
        lab.add(0, move(1, "1"));
        lab.add(1, start(", 'stage:2/moveAbs_0'", ", 'moveAbs_0': " + MOVE));
        lab.await(0, "paused");
        lab.await(1, "clear");
        assertTrue(lab.status(0).path("reason").asString().contains("the door is open"), lab.desk.status());
        assertEquals(1, lab.two.performed.size());
        lab.one.refused.set("");
        lab.desk.tell(Note.Command.RESUME, 0);
        lab.await(0, "clear");
        assertEquals(2, lab.one.performed.size());
    }

    @Test
    void an_unknown_server_is_an_error_of_that_experiment_only() throws Exception {
        lab.add(0, start(", 'stage:1/turn_0'", ", 'turn_0': null"));
        lab.await(0, "paused");
        assertTrue(
                lab.status(0)
                        .path("reason")
                        .asString()
                        .contains("step 1: stage:1/turn_0: device 'cell-1' has no" + " action 'turn'"),
                lab.desk.status());
    }

    @Test
    void an_input_out_of_range_is_reported_with_the_index_of_its_step() throws Exception {
        lab.add(0, start(", 'stage:1/moveAbs_0'", ", 'moveAbs_0': {'dx': 500, 'dy': 0, 'dz': 0}"));
        lab.await(0, "paused");
        String reason = lab.status(0).path("reason").asString();
        assertTrue(reason.contains("step 1: step moveAbs_0, dx: dx = 500 mm is above the limit"), reason);
        assertEquals(0, lab.one.performed.size());
    }

    @Test
    void clear_empties_the_queue_and_kill_ends_what_runs_too() throws Exception {
        lab.one.held.set("moveAbs");
        lab.add(
                0,
                start(
                        ", 'stage:1/moveAbs_0', 'stage:1/moveAbs_1'",
                        ", 'moveAbs_0': " + MOVE + ", 'moveAbs_1': " + MOVE));
        lab.await(() -> lab.one.performed.size() == 1, () -> "not begun");
        lab.add(0, move(2, "1"));
        lab.desk.tell(Note.Command.CLEAR, 0);
        lab.desk.tell(Note.Command.KILL, -1);
        lab.await(0, "clear");
        assertEquals(1, lab.one.performed.size());
        assertEquals(
                404,
                assertThrows(Refused.class, () -> lab.desk.tell(Note.Command.KILL, 7))
                        .status());
    }

    @Test
    void pause_waits_before_the_next_step_and_resume_goes_on() throws Exception {
        lab.one.held.set("moveAbs");
        lab.add(
                0,
                start(
                        ", 'stage:1/moveAbs_0', 'stage:1/moveAbs_1'",
                        ", 'moveAbs_0': " + MOVE + ", 'moveAbs_1': " + MOVE));
        lab.await(() -> lab.one.performed.size() == 1, () -> "not begun");
        lab.desk.tell(Note.Command.PAUSE, 0);
        lab.one.permits.release(10);
        lab.await(() -> lab.at(0, "experiment_0:0").has("moveAbs_0"), () -> "not ended");
        assertEquals("paused", lab.status(0).path("status").asString());
        assertEquals(1, lab.one.performed.size());
        lab.desk.tell(Note.Command.RESUME, 0);
        lab.await(0, "clear");
        assertEquals(2, lab.one.performed.size());
    }

    @Test
    void stop_pauses_the_thread_in_the_middle_of_an_experiment() throws Exception {
        lab.add(
                0,
                start(
                        ", 'stage:1/moveAbs_0', 'orchestrator/stop', 'stage:1/moveAbs_1'",
                        ", 'moveAbs_0': " + MOVE + ", 'stop': null, 'moveAbs_1': " + MOVE));
        lab.await(0, "paused");
        assertEquals(1, lab.one.performed.size());
        lab.desk.tell(Note.Command.RESUME, 0);
        lab.await(0, "clear");
        assertEquals(2, lab.one.performed.size());
    }

    @Test
    void repeat_does_the_same_n_times_more() throws Exception {
        lab.add(0, start("", ""));
        lab.add(
                0,
                "{'soe': ['stage:1/moveAbs', 'orchestrator/repeat', 'orchestrator/finish'], 'params': {'moveAbs': "
                        + MOVE + ", 'repeat': {'n': 3}, 'finish': null}}");
        lab.await(() -> lab.one.performed.size() == 4, () -> "not performed 4 times");
        lab.await(0, "uninitialized");
        assertEquals(4, lab.one.performed.size());
        assertEquals(
                "[\"experiment_0:0\",\"experiment_1:0\",\"experiment_2:0\",\"experiment_3:0\",\"experiment_4:0\"]",
                lab.desk.read(r -> Readings.headers(r.of(0, java.util.OptionalInt.empty()), "")
                        .toString()));
    }

    @Test
    void a_condition_that_does_not_hold_drops_the_rest() throws Exception {
        String soe = "['stage:1/moveAbs_0', 'orchestrator/conditional', 'stage:1/moveAbs_1']";
        for (String criterion : List.of(">2", "> 3", "=2.5", "<= 2.5", "2.*", "3*")) {
            int before = lab.one.performed.size();
            int next = lab.status(0).path("experiment").isNumber()
                    ? lab.status(0).path("experiment").asInt() + 1
                    : 1;
            if (next == 1) {
                lab.add(0, start("", ""));
            }
            lab.add(
                    0,
                    "{'soe': " + soe + ", 'params': {'moveAbs_0': " + MOVE + ", 'conditional': {'address': 'experiment_"
                            + next + ":0/moveAbs_0/parameters/dx', 'criterion': '" + criterion + "'}, 'moveAbs_1': "
                            + MOVE + "}}");
            boolean holds = !criterion.contains("3");
            lab.await(() -> lab.one.performed.size() == before + (holds ? 2 : 1), () -> "not done");
            lab.await(0, "clear");
            assertEquals(before + (holds ? 2 : 1), lab.one.performed.size(), criterion);
        }
    }

    @Test
    void wait_and_modify_couple_two_threads() throws Exception {
        lab.one.held.set("moveAbs");
        lab.add(0, start(", 'stage:1/moveAbs_0'", ", 'moveAbs_0': " + MOVE));
        lab.add(
                1,
                "{'soe': ['orchestrator/wait', 'orchestrator/modify', 'stage:2/moveAbs_0'], 'params': {"
                        + "'wait': {'addresses': 'experiment_0:0/moveAbs_0'},"
                        + "'modify': {'addresses': ['experiment_0:0/moveAbs_0/parameters/dy'], 'pointers': ['moveAbs_0/dx']},"
                        + "'moveAbs_0': {'dx': '?', 'dy': 1, 'dz': 2}}}");
        lab.await(() -> lab.status(1).path("current_action").asString("").equals("wait"), () -> "does not wait");
        assertEquals(0, lab.two.performed.size());
        lab.one.permits.release();
        lab.await(1, "clear");
        assertEquals(List.of("moveAbs{dx=7.5 mm, dy=1 mm, dz=2 mm}"), lab.two.performed);
        assertEquals(7.5, lab.at(1, "experiment_0:1/moveAbs_0/parameters/dx").asDouble());
    }

    @Test
    void modify_from_nowhere_is_an_error_of_that_experiment() throws Exception {
        lab.add(
                0,
                start(
                        ", 'orchestrator/modify', 'stage:1/moveAbs_0'",
                        ", 'moveAbs_0': {'dx': '?', 'dy': 0, 'dz': 0},"
                                + "'modify': {'addresses': 'experiment_5:0/moveAbs_0/parameters/dx', 'pointers': 'moveAbs_0/dx'}"));
        lab.await(0, "paused");
        String reason = lab.status(0).path("reason").asString();
        assertTrue(reason.contains("step 1: orchestrator/modify: there is nothing at experiment_5:0"), reason);
    }

    @Test
    void the_mapping_is_read_anew_for_the_next_experiment_and_a_broken_one_pauses() throws Exception {
        lab.add(0, start("", ""));
        lab.await(0, "clear");
        Files.writeString(folder.resolve("helao.json"), "{\"servers\": {\"stage:1\": {\"devise\": \"x\"}}}");
        lab.add(0, move(0, "1"));
        lab.await(0, "paused");
        assertTrue(lab.status(0).path("reason").asString().contains("/servers/stage:1/devise"), lab.desk.status());
        Files.writeString(folder.resolve("helao.json"), TestLab.MAPPING);
        lab.desk.tell(Note.Command.RESUME, 0);
        lab.await(0, "clear");
        assertEquals(1, lab.one.performed.size());
    }

    @Test
    void what_a_person_says_has_happened_is_data_too() throws Exception {
        lab.one.held.set("moveAbs");
        lab.add(0, start(", 'stage:1/moveAbs_0'", ", 'moveAbs_0': " + MOVE));
        lab.await(() -> lab.one.performed.size() == 1, () -> "not begun");
        Settlement happened = new Settlement.Happened(Values.none());
        lab.journal.append(new LabEvent.StepSettled(Instant.now(), "helao-0-0-0", "moveAbs_0", happened, "ann"));
        lab.await(() -> lab.at(0, "experiment_0:0").has("moveAbs_0"), () -> "not there");
        assertEquals(7.5, lab.at(0, "experiment_0:0/moveAbs_0/parameters/dy").asDouble());
    }
}
