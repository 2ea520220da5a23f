package org.busbar.helao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    Path folder;

    /** Moves to a place no other experiment goes to, and learns it from an address. */
    private static String visit(int number, int thread) {
        return ("{'soe': ['stage:@d/moveAbs_0', 'orchestrator/modify', 'orchestrator/wait', 'stage:@d/moveAbs_1'],"
                        + " 'params': {'moveAbs_0': {'dx': @n, 'dy': 1, 'dz': 0}, 'wait': {'addresses':"
                        + " 'experiment_@n:@t/moveAbs_0'}, 'modify': {'addresses':"
                        + " 'experiment_@n:@t/moveAbs_0/parameters/dx', 'pointers': 'moveAbs_1/dx'},"
                        + " 'moveAbs_1': {'dx': '?', 'dy': 2, 'dz': 0}}}")
                .replace("@n", String.valueOf(number))
                .replace("@t", String.valueOf(thread))
                .replace("@d", String.valueOf(thread + 1));
    }

    @Test
    void nothing_accepted_is_lost_and_nothing_is_done_twice() throws Exception {
        Random random = new Random(7);
        TestLab lab = new TestLab(folder);
        List<String> expected = new ArrayList<>();
        lab.add(0, LaneTest.start("", ""));
        for (int i = 1; i <= 12; i++) {
            lab.add(0, visit(i, 0));
            lab.add(1, visit(i - 1, 1));
            Thread.sleep(random.nextInt(30));
            if (i % 2 == 0) {
                lab = lab.restarted();
            }
        }
        lab.await(0, "clear");
        lab.await(1, "clear");
        IntStream.rangeClosed(1, 12).forEach(i -> expected.addAll(places(i)));
        assertEquals(expected, lab.one.performed);
        expected.clear();
        IntStream.rangeClosed(0, 11).forEach(i -> expected.addAll(places(i)));
        assertEquals(expected, lab.two.performed);
        assertEquals(12, lab.at(0, "experiment_12:0/moveAbs_1/parameters/dx").asInt());
        lab.close();
    }

    private static List<String> places(int i) {
        return List.of("moveAbs{dx=" + i + " mm, dy=1 mm, dz=0 mm}", "moveAbs{dx=" + i + " mm, dy=2 mm, dz=0 mm}");
    }

    @Test
    void verbs_status_and_data_survive() throws Exception {
        TestLab lab = new TestLab(folder);
        lab.add(0, LaneTest.start(", 'stage:1/moveAbs_0'", ", 'moveAbs_0': " + LaneTest.MOVE));
        lab.await(0, "clear");
        lab.desk.tell(Note.Command.PAUSE, 0);
        lab.add(0, LaneTest.move(1, "3"));
        String status = lab.desk.status();
        lab = lab.restarted();
        assertEquals(status, lab.desk.status());
        assertEquals(2.5, lab.at(0, "experiment_0:0/moveAbs_0/parameters/dx").asDouble());
        lab.desk.tell(Note.Command.RESUME, -1);
        lab.await(0, "clear");
        assertEquals(2, lab.one.performed.size());
        lab.add(0, LaneTest.FINISH);
        lab.await(0, "uninitialized");
        status = lab.desk.status();
        lab = lab.restarted();
        assertEquals(status, lab.desk.status());
        assertEquals(3, lab.at(0, "experiment_1:0/moveAbs_1/parameters/dx").asInt());
        lab.close();
    }

    @Test
    void a_stopped_experiment_goes_on_where_it_was() throws Exception {
        TestLab lab = new TestLab(folder);
        lab.add(
                0,
                LaneTest.start(
                        ", 'stage:1/moveAbs_0', 'orchestrator/stop', 'stage:1/moveAbs_1'",
                        ", 'moveAbs_0': " + LaneTest.MOVE + ", 'stop': null, 'moveAbs_1': " + LaneTest.MOVE));
        lab.await(0, "paused");
        lab = lab.restarted();
        lab.desk.tell(Note.Command.RESUME, 0);
        lab.await(0, "clear");
        assertEquals(2, lab.one.performed.size());
        lab.close();
    }
}
