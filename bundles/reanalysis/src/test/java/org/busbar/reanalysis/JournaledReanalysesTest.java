package org.busbar.reanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Reanalysis;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledReanalysesTest {

    private static final Values RAW = Values.of("raw", Series.of("mA", 1, 2, 3));

    @TempDir
    private Path folder;

    @Test
    void takes_what_one_analysis_takes_from_another_from_its_new_version() throws Exception {
        try (Bench first = new Bench(folder, "1.0.0", 1)) {
            first.run(Sequences.nested("run-r"), RAW);
        }
        try (Bench second = new Bench(folder, "2.0.0", 10)) {
            Reanalysis found = second.again("run-r");
            assertEquals(Run.State.COMPLETED, found.state());
            assertEquals(
                    List.of("area", "inner/density"),
                    found.steps().stream().map(Reanalysis.Redone::step).toList());
            assertEquals(
                    List.of("1.0.0", "2.0.0"),
                    List.of(
                            found.steps().get(0).then().version(),
                            found.steps().get(0).now().version()));
            assertEquals(Quantity.of(3, "mA/g"), found.before().get("density"));
            assertEquals(Quantity.of(30, "mA/g"), found.after().get("density"));
            assertEquals(Quantity.of(1, "s"), found.after().get("time"), "what was not analysed stays as it was");
        }
    }

    @Test
    void finds_the_same_byte_for_byte_with_the_version_of_then() throws Exception {
        try (Bench first = new Bench(folder, "1.0.0", 1)) {
            first.run(Sequences.nested("run-r"), RAW);
        }
        try (Bench second = new Bench(folder, "2.0.0", 10)) {
            assertFalse(second.again("run-r").steps().get(0).isSame());
        }
        try (Bench third = new Bench(folder, "1.0.0", 1)) {
            Reanalysis found = third.again("run-r");
            assertEquals("again-2-run-r", found.again());
            assertTrue(found.steps().stream().allMatch(Reanalysis.Redone::isSame), found.steps()::toString);
            assertEquals(List.of("again-1-run-r", "again-2-run-r"), third.reanalyses.of("run-r"));
        }
    }

    @Test
    void takes_from_the_same_pass_of_a_loop() throws Exception {
        try (Bench first = new Bench(folder, "1.0.0", 1)) {
            first.run(Sequences.looped("run-l"), RAW);
        }
        try (Bench second = new Bench(folder, "2.0.0", 10)) {
            Reanalysis found = second.again("run-l");
            assertEquals(
                    List.of("loop[1]/area", "loop[1]/density", "loop[2]/area", "loop[2]/density"),
                    found.steps().stream().map(Reanalysis.Redone::step).toList());
            assertEquals(Quantity.of(30, "mA/g"), found.steps().get(3).after().get("density"));
            assertEquals(Quantity.of(30, "mA/g"), found.after().get("density"));
        }
    }

    @Test
    void makes_new_numbers_count_when_told_and_keeps_the_old() throws Exception {
        try (Bench first = new Bench(folder, "1.0.0", 1)) {
            first.answer("r", Sequences.nested("run-r"), RAW);
            assertEquals(Results.Status.ORIGINAL, first.results.history("r").status());
        }
        try (Bench second = new Bench(folder, "2.0.0", 10)) {
            Reanalysis found = second.again("run-r");
            Result adopted = second.reanalyses.adopt(found.again(), "me");
            assertEquals(Quantity.of(30, "mA/g"), adopted.outputs().get("density"));
            Results.History history = second.results.history("r");
            assertEquals(Results.Status.AMENDED, history.status());
            assertEquals(
                    Quantity.of(3, "mA/g"), history.versions().get(1).outputs().get("density"));
            assertEquals(adopted, second.reanalyses.adopt(found.again(), "me"), "once more changes nothing");
            assertEquals(2, second.results.history("r").versions().size());
        }
    }

    @Test
    void says_why_there_is_nothing_to_do_again() throws Exception {
        try (Bench bench = new Bench(folder, "1.0.0", 1)) {
            refused(bench, "run-none", "There is no run 'run-none'");
            Sequence idle = new Sequence("idle", "1", List.of(), List.of(wait("w")), Map.of());
            bench.run(new Run("run-idle", idle, Values.none(), "me"), Values.none());
            refused(bench, "run-idle", "has no analysis that was done");
            bench.run(Sequences.nested("run-r"), RAW);
            String again = bench.again("run-r").again();
            refused(bench, again, "name the run with the raw data, which is run-r");
            String unasked = assertThrows(
                            IllegalArgumentException.class, () -> bench.reanalyses.adopt("again-1-run-r", "me"))
                    .getMessage();
            assertTrue(unasked.contains("not by a request"), unasked);
        }
    }

    private static Step wait(String id) {
        return new Step.Wait(
                id, new Input.Constant(Quantity.of(1, "ms")), Optional.empty(), java.time.Duration.ofMillis(1));
    }

    private static void refused(Bench bench, String run, String why) {
        String said = assertThrows(IllegalArgumentException.class, () -> bench.reanalyses.begin(run, "me"))
                .getMessage();
        assertTrue(said.contains(why), said);
    }
}
