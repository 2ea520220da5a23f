package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.journal.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sequences that call others, as their files come, change and go. */
class SequenceLinksTest {

    @TempDir
    Path folder;

    private SqliteJournal journal;
    private LabFolder lab;
    private DocumentFiles files;
    private Documents documents;

    @BeforeEach
    void open() {
        journal = new SqliteJournal(folder.resolve("data/journal.sqlite"));
        lab = new LabFolder(folder, journal);
        files = new DocumentFiles(lab);
        documents = new Documents(folder);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void save(String name, String text) {
        files.install(documents.write("sequences/" + name, text).toFile());
    }

    private void delete(String name) {
        File file = folder.resolve("sequences/" + name).toFile();
        assertTrue(file.delete());
        files.uninstall(file);
    }

    /** A sequence of that name that calls others. */
    private static String calling(String name, String... others) {
        String text = "name: " + name + "\nsteps:\n  - {id: rest, wait: 1 s}\n";
        for (String other : others) {
            text += "  - {id: call-" + other + ", sequence: " + other + "}\n";
        }
        return text;
    }

    private String offered() {
        return lab.procedures().stream().map(p -> p.sequence().name()).sorted().collect(Collectors.joining(" "));
    }

    private Sequence sequence(String name) {
        return lab.procedures().stream()
                .map(p -> p.sequence())
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String fault(String file) {
        return lab.faults().stream()
                .filter(fault -> fault.file().equals("sequences/" + file))
                .map(fault -> fault.reason())
                .collect(Collectors.joining());
    }

    @Test
    void a_caller_waits_for_its_callee_and_comes_back_by_itself() {
        save("a.yaml", calling("a", "b"));
        assertEquals("", offered());
        assertEquals("line 4, column 28: steps[1].sequence: there is no sequence b, only [a]", fault("a.yaml"));
        save("b.json", "{\"name\": \"b\", \"steps\": [{\"id\": \"rest\", \"wait\": \"1 s\"}]}");
        assertEquals("a b", offered());
        assertEquals(List.of(), lab.faults());
        assertEquals(sequence("b"), ((Step.Nested) sequence("a").steps().get(1)).sequence());
        delete("b.json");
        assertEquals("", offered());
        assertTrue(fault("a.yaml").contains("there is no sequence b"));
    }

    @Test
    void a_callee_that_changes_changes_its_callers() {
        save("a.yaml", calling("a", "b"));
        save("b.yaml", calling("b", "c"));
        save("c.yaml", calling("c"));
        Sequence before = sequence("a");
        save("c.yaml", calling("c").replace("1 s", "2 s"));
        Step.Nested b = (Step.Nested) sequence("a").steps().get(1);
        Step.Nested c = (Step.Nested) b.sequence().steps().get(1);
        assertEquals(sequence("c"), c.sequence());
        assertTrue(!before.equals(sequence("a")));
    }

    @Test
    void a_callee_that_breaks_takes_its_callers_out_and_says_so() {
        save("a.yaml", calling("a", "b"));
        save("b.yaml", calling("b"));
        save("b.yaml", calling("b") + "  - {id: rest, wait: 1 s}\n");
        assertEquals("", offered());
        assertTrue(fault("b.yaml").contains("line 4: step rest, id: two steps are named rest"), fault("b.yaml"));
        assertTrue(fault("a.yaml").contains("the sequence b cannot be used; see sequences/b.yaml"), fault("a.yaml"));
        save("b.yaml", ":");
        assertTrue(fault("a.yaml").contains("there is no sequence b"), fault("a.yaml"));
        save("b.yaml", calling("b"));
        assertEquals("a b", offered());
    }

    @Test
    void a_ring_is_the_fault_of_every_file_in_it_and_named() {
        save("a.yaml", calling("a", "b"));
        save("b.yaml", calling("b", "c"));
        save("d.yaml", calling("d", "a"));
        save("c.yaml", calling("c", "a"));
        assertEquals("", offered());
        assertTrue(
                fault("a.yaml")
                        .contains(
                                "line 4, column 28: steps[1].sequence: sequences call each other in a ring: a -> b -> c -> a"),
                fault("a.yaml"));
        assertTrue(fault("b.yaml").contains("b -> c -> a -> b"), fault("b.yaml"));
        assertTrue(fault("c.yaml").contains("c -> a -> b -> c"), fault("c.yaml"));
        assertTrue(fault("d.yaml").contains("the sequence a cannot be used; see sequences/a.yaml"), fault("d.yaml"));
        save("c.yaml", calling("c"));
        assertEquals("a b c d", offered());
        assertEquals(List.of(), lab.faults());
    }

    @Test
    void a_sequence_that_calls_itself_is_a_ring() {
        save("a.yaml", calling("a", "a"));
        assertTrue(fault("a.yaml").contains("in a ring: a -> a"), fault("a.yaml"));
    }

    @Test
    void a_ring_through_blocks_is_found_too() {
        save(
                "a.yaml",
                "name: a\nsteps:\n  - id: p\n    parallel:\n      - - {id: l, repeat: 2, steps: [{id: c, sequence: b}]}\n");
        save(
                "b.yaml",
                "name: b\nsteps: [{id: w, wait: 1 s}]\ncleanup:\n  - {id: i, if: 1 < 2, then: [{id: c, sequence: a}]}\n");
        assertTrue(fault("a.yaml").contains("a -> b -> a"), fault("a.yaml"));
        assertTrue(fault("b.yaml").contains("b -> a -> b"), fault("b.yaml"));
    }

    @Test
    void of_two_files_with_one_name_the_first_keeps_it_until_it_goes() {
        save("a.yaml", calling("x"));
        save("b.yaml", calling("x").replace("1 s", "2 s"));
        assertEquals("x", offered());
        assertEquals("the sequence x is in sequences/a.yaml already", fault("b.yaml"));
        save("a.yaml", calling("y"));
        assertEquals("x y", offered());
        delete("b.yaml");
        save("c.yaml", calling("y"));
        delete("a.yaml");
        assertEquals("y", offered());
        assertEquals(List.of(), lab.faults());
    }

    @Test
    void findings_are_placed_in_the_file_they_are_about() {
        save(
                "a.yaml",
                "name: a\nsteps:\n  - id: s\n    action: b\n    with:\n      volume: 1 mL\n  - {id: n, sequence: inner}\n");
        save("in.yaml", "name: inner\nsteps:\n\n  - {id: t, action: b, with: {x: 1}}\n");
        assertEquals(
                "sequences/a.yaml line 6: step s, volume: too much", placed(new Finding("s", "volume", "too much")));
        assertEquals(
                "sequences/a.yaml line 4: step s, action: nobody can",
                placed(new Finding("s", "action", "nobody can")));
        assertEquals("sequences/a.yaml line 3: step s, x: missing", placed(new Finding("s", "x", "missing")));
        assertEquals("sequences/in.yaml line 4: step t, x: bad", placed(new Finding("n/t", "x", "bad")));
        assertEquals("sequences/a.yaml line 1: inputs.q: bad", placed(new Finding("", "inputs.q", "bad")));
        assertEquals("step s: bad", lab.placed("elsewhere", new Finding("s", "", "bad")));
    }

    private String placed(Finding finding) {
        return lab.placed("a", finding);
    }
}
