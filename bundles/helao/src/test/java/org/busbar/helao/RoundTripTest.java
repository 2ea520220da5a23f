package org.busbar.helao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.inventory.JournaledInventory;
import org.busbar.journal.SqliteJournal;
import org.busbar.orchestrator.JournaledOrchestrator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

    /** An experiment that sees nothing but itself. */
    private static final Scope ALONE = new Scope() {
        @Override
        public int experiment() {
            return 0;
        }

        @Override
        public int thread() {
            return 0;
        }

        @Override
        public RunData own() {
            return new RunData();
        }

        @Override
        public Optional<RunData> of(int thread) {
            return Optional.empty();
        }

        @Override
        public boolean isAsked(String server) {
            return false;
        }
    };

    @TempDir
    Path folder;

    private SqliteJournal journal;
    private JournaledOrchestrator orchestrator;
    private Vocabulary vocabulary;
    private final Mapping mapping = MappingReader.read(
            TestLab.MAPPING.replace("\"stage:2\"", "\"cell:1\": {\"device\": \"cell-1\"}, \"stage:2\""), "lab");

    @BeforeEach
    void open() {
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        orchestrator = new JournaledOrchestrator(journal, new JournaledInventory(journal));
        orchestrator.add(new TestDevice(), Agent.named("cell-1"), "cell");
        vocabulary = new LabVocabulary(orchestrator, Map.of("peak", new PeakAnalysis().capability()));
    }

    @AfterEach
    void close() throws Exception {
        orchestrator.close();
        journal.close();
    }

    private List<Step> translated(Soe soe, int from) {
        return Translator.part(soe, from, Map.of(), new Targets(mapping, vocabulary, false), ALONE)
                .steps();
    }

    private Soe back(List<Step> steps) {
        return SoeWriter.write(new Sequence("s", "1", List.of(), steps, Map.of()), mapping, vocabulary, 0, 0);
    }

    @Test
    void the_example_of_the_format_becomes_steps_with_units() {
        List<Step> steps = translated(Soe.parse(LearningTest.FIRST), 1);
        Step.Act move = (Step.Act) steps.get(0);
        assertEquals("moveAbs_0", move.id());
        assertEquals("cell-1", move.device());
        assertEquals(new Input.Constant(Quantity.of(2.5, "mm")), move.inputs().get("dx"));
        Step.Analyse peak = (Step.Analyse) steps.get(2);
        assertEquals(new Input.Output("cv_0", "current"), peak.inputs().get("current"));
        assertEquals(new Input.Constant(Quantity.of(2.5, "mm")), peak.inputs().get("x"));
    }

    @Test
    void the_example_of_the_format_survives_both_ways() {
        Soe soe = Soe.parse(LearningTest.FIRST);
        List<Step> steps = translated(soe, 1);
        Soe written = back(steps);
        for (String name : List.of("moveAbs_0", "cv_0", "peak_0")) {
            assertEquals(soe.params(name), written.params(name));
        }
        assertEquals(steps, translated(Soe.parse(written.write()), 0));
    }

    @Test
    void a_reference_between_actions_becomes_a_placeholder() {
        List<Step> steps = List.of(
                new Step.Act("cv_0", "cv", "cell-1", Map.of("low", new Input.Constant(Quantity.of(-200, "mV")))),
                new Step.Act("moveAbs_0", "moveAbs", "cell-1", Map.of("dx", new Input.Output("cv_0", "current"))));
        Soe written = back(steps);
        assertEquals("orchestrator/modify_1", written.steps().get(1).toString());
        assertEquals("{\"low\":-0.2}", written.params("cv_0").toString());
        assertEquals("?", written.params("moveAbs_0").path("dx").asString());
        List<Step> again = translated(written, 0);
        assertEquals(steps.get(1), again.get(1));
    }

    @Test
    void what_helao_has_no_word_for_is_refused() {
        Step.Wait wait = new Step.Wait(
                "w",
                new Input.Constant(new Quantity(1, Unit.of("s"), Double.NaN)),
                Optional.empty(),
                Duration.ofSeconds(1));
        String message = assertThrows(IllegalArgumentException.class, () -> back(List.of(wait)))
                .getMessage();
        assertTrue(message.contains("Wait"), message);
    }

    @Test
    void a_value_that_is_needed_behind_a_wait_ends_the_part_before_its_modify() {
        Soe soe = Soe.parse(
                """
                {"soe": ["cell:1/cv_0", "orchestrator/modify", "orchestrator/wait", "stage:1/moveAbs_0"],
                 "params": {"cv_0": {"low": 0, "high": 1, "rate": 1}, "wait": {"addresses": []},
                            "modify": {"addresses": "experiment_0:0/cv_0/data/data/i", "pointers": "moveAbs_0/dx"},
                            "moveAbs_0": {"dx": "?"}}}
                """);
        Part part = Translator.part(soe, 0, Map.of(), new Targets(mapping, vocabulary, false), ALONE);
        assertEquals(1, part.to());
        assertEquals(1, part.steps().size());
    }
}
