package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.lab.Fault;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.Procedure;
import org.busbar.api.lab.Signature;
import org.busbar.journal.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabFolderTest {

    @TempDir
    Path folder;

    private SqliteJournal journal;
    private LabFolder lab;

    @BeforeEach
    void open() {
        journal = new SqliteJournal(folder.resolve("data/journal.sqlite"));
        lab = new LabFolder(folder.resolve("."), journal);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    private static Procedure procedure(String name, String quantity, String method, Parameter... inputs) {
        List<Step> steps = List.of(new Step.Act("s", "b", "", Map.of()));
        return new Procedure(
                new Sequence(name, "1", List.of(inputs), steps, Map.of()),
                quantity,
                method,
                org.busbar.api.broker.Price.UNKNOWN,
                0);
    }

    private Lines lines() {
        return new Documents(folder.resolve("elsewhere")).lines();
    }

    private List<String> reasons() {
        return lab.faults().stream().map(Fault::reason).toList();
    }

    private List<LabEvent.Faulted> journaled() {
        return journal.read(0, 100).stream()
                .map(recorded -> (LabEvent.Faulted) recorded.event())
                .toList();
    }

    @Test
    void it_is_named_as_its_folder() {
        assertEquals(folder.getFileName().toString(), lab.name());
        assertEquals(folder.toAbsolutePath(), lab.root());
        assertEquals("sequences/a.yaml", lab.name(file("sequences/../sequences/a.yaml")));
    }

    @Test
    void a_file_belongs_to_the_part_it_lies_in_directly() {
        assertTrue(lab.holds("sequences", ".yaml", file("sequences/a.yaml")));
        assertTrue(lab.holds("sequences", ".yaml", file("campaigns/../sequences/a.yaml")));
        assertFalse(lab.holds("sequences", ".yaml", file("sequences/a.json")));
        assertFalse(lab.holds("sequences", ".yaml", file("sequences/deep/a.yaml")));
        assertFalse(lab.holds("sequences", ".yaml", file("campaigns/a.yaml")));
        assertFalse(lab.holds("sequences", ".yaml", file("a.yaml")));
        assertFalse(lab.holds("sequences", ".yaml", new File("/elsewhere/sequences/a.yaml")));
    }

    @Test
    void a_fault_is_journaled_once_for_each_reason() {
        lab.fault("devices/a.json", "no such pump");
        lab.fault("devices/a.json", "no such pump");
        lab.fault("devices/b.json", "no such pump");
        lab.fault("devices/a.json", "too fast");
        assertEquals(List.of("too fast", "no such pump"), reasons());
        assertEquals(
                List.of("devices/a.json", "devices/b.json", "devices/a.json"),
                journaled().stream().map(LabEvent.Faulted::plugin).toList());
        assertEquals("too fast", journaled().get(2).reason());
        assertEquals(lab.faults().get(0).since(), journaled().get(2).time());
    }

    @Test
    void what_is_mended_and_breaks_again_is_journaled_again() {
        lab.fault("devices/a.json", "no such pump");
        lab.mended("devices/a.json");
        assertEquals(List.of(), lab.faults());
        lab.mended("devices/never.json");
        lab.fault("devices/a.json", "no such pump");
        assertEquals(2, journaled().size());
    }

    @Test
    void a_file_that_is_gone_is_forgotten_with_all_it_brought() {
        File file = file("sequences/a.yaml");
        lab.put(file, procedure("a", "q", "m"), lines());
        lab.fault("sequences/a.yaml", "bad");
        lab.fault("sequences/b.yaml", "worse");
        lab.forget(file);
        assertEquals(List.of(), lab.procedures());
        assertEquals(List.of("worse"), reasons());
    }

    @Test
    void answers_are_snapshots() {
        List<Procedure> before = lab.procedures();
        lab.put(file("sequences/a.yaml"), procedure("a", "q", "m"), lines());
        assertEquals(List.of(), before);
        assertEquals(
                List.of("a"),
                lab.procedures().stream().map(p -> p.sequence().name()).toList());
    }

    @Test
    void a_file_that_changes_replaces_what_it_brought() {
        lab.put(file("sequences/a.yaml"), procedure("a", "q", "m"), lines());
        lab.put(file("sequences/a.yaml"), procedure("b", "q", "m"), lines());
        assertEquals(
                List.of("b"),
                lab.procedures().stream().map(p -> p.sequence().name()).toList());
    }

    @Test
    void plugins_are_kept_by_their_bundle() {
        for (String version : List.of("1.0.0", "1.1.0")) {
            lab.put(new Plugin(
                    "org.x",
                    version,
                    "",
                    "",
                    Plugin.State.ACTIVE,
                    "",
                    Instant.EPOCH,
                    List.of(),
                    List.of(),
                    Signature.NONE));
        }
        assertEquals(
                List.of("1.1.0"), lab.plugins().stream().map(Plugin::version).toList());
        lab.removePlugin("org.x");
        assertEquals(List.of(), lab.plugins());
    }

    @Test
    void who_is_interested_is_called_back_for_each_sequence_until_he_leaves() {
        AtomicInteger calls = new AtomicInteger();
        Runnable callback = calls::incrementAndGet;
        lab.onProcedure(callback);
        lab.put(file("sequences/a.yaml"), procedure("a", "q", "m"), lines());
        lab.put(file("sequences/a.yaml"), procedure("a", "q", "n"), lines());
        lab.put(file("sequences/a.yaml"), procedure("a", "q", "n"), lines()); // nothing has changed
        assertEquals(2, calls.get());
        lab.offProcedure(callback);
        lab.put(file("sequences/b.yaml"), procedure("b", "q", "m"), lines());
        assertEquals(2, calls.get());
    }

    @Test
    void a_request_is_answered_by_quantity_and_method() {
        lab.put(file("sequences/a.yaml"), procedure("a", "density", "pycnometer"), lines());
        lab.put(file("sequences/b.yaml"), procedure("b", "conductivity", "probe"), lines());
        lab.put(file("sequences/c.yaml"), procedure("c", "conductivity", "eis"), lines());
        assertEquals(Optional.of("b"), answering("conductivity", List.of()));
        assertEquals(Optional.of("c"), answering("conductivity", List.of("guess", "eis")));
        assertEquals(Optional.empty(), answering("conductivity", List.of("guess")));
        assertEquals(Optional.empty(), answering("colour", List.of()));
        lab.put(file("sequences/d.yaml"), procedure("d", "", ""), lines());
        assertEquals(Optional.of("d"), answering("", List.of()));
    }

    private Optional<String> answering(String quantity, List<String> methods) {
        return answering(quantity, methods, Values.none());
    }

    private Optional<String> answering(String quantity, List<String> methods, Values inputs) {
        return lab.answering(new org.busbar.api.broker.Request("r", quantity, methods, inputs, "me"))
                .map(procedure -> procedure.sequence().name());
    }

    @Test
    void of_several_sequences_the_one_that_accepts_the_inputs_answers() {
        lab.put(file("sequences/cold.yaml"), procedure("cold", "q", "m", Parameter.real("t", "Cel", -40, 0)), lines());
        lab.put(file("sequences/warm.yaml"), procedure("warm", "q", "m", Parameter.real("t", "Cel", 0, 60)), lines());
        assertEquals(Optional.of("warm"), answering("q", List.of(), Values.of("t", Quantity.of(20, "Cel"))));
        assertEquals(Optional.of("cold"), answering("q", List.of(), Values.of("t", Quantity.of(-20, "Cel"))));
    }
}
