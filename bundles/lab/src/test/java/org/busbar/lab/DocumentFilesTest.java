package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.lab.Fault;
import org.busbar.journal.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {

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

    private File write(String name, String text) {
        return documents.write(name, text).toFile();
    }

    private List<String> sequences() {
        return lab.procedures().stream().map(p -> p.sequence().name()).toList();
    }

    private List<String> campaigns() {
        return lab.plans().stream().map(plan -> plan.campaign().name()).toList();
    }

    @Test
    void it_reads_sequences_and_campaigns_only() {
        assertTrue(files.canHandle(write("sequences/a.yaml", "")));
        assertTrue(files.canHandle(write("campaigns/a.yaml", "")));
        assertTrue(files.canHandle(write("sequences/a.json", "")));
        assertFalse(files.canHandle(write("campaigns/a.json", "")));
        assertFalse(files.canHandle(write("devices/a.json", "")));
        assertFalse(files.canHandle(write("devices/a.yaml", "")));
        assertFalse(files.canHandle(write("sequences/a.yaml~", "")));
        assertFalse(files.canHandle(write("sequences/old/a.yaml", "")));
    }

    @Test
    void a_sequence_comes_breaks_is_mended_and_goes() throws Exception {
        File file = write("sequences/a.yaml", Documents.SEQUENCE);
        files.install(file);
        assertEquals(List.of("a"), sequences());
        assertEquals(List.of(), lab.faults());

        write("sequences/a.yaml", "name: a\n");
        files.update(file);
        assertEquals(List.of(), sequences());
        Fault fault = lab.faults().get(0);
        assertEquals("sequences/a.yaml", fault.file());
        assertTrue(fault.reason().contains("at least one step"), fault.reason());
        assertEquals(1, journal.last());

        write("sequences/a.yaml", Documents.SEQUENCE.replace("name: a", "name: b"));
        files.update(file);
        assertEquals(List.of("b"), sequences());
        assertEquals(List.of(), lab.faults());

        Files.delete(file.toPath());
        files.uninstall(file);
        assertEquals(List.of(), sequences());
        assertEquals(1, journal.last());
    }

    @Test
    void a_broken_file_that_goes_takes_its_fault_along() {
        File file = write("campaigns/a.yaml", "name: a\n");
        files.install(file);
        assertEquals(1, lab.faults().size());
        files.uninstall(file);
        assertEquals(List.of(), lab.faults());
    }

    @Test
    void a_campaign_comes_with_its_table_breaks_and_is_mended() {
        String text = Documents.CAMPAIGN
                + "compare: {table: tables/t.csv, columns: {x: r}, objective: k, unit: mS/cm, optimizer: forest}\n";
        File file = write("campaigns/a.yaml", text);
        files.install(file);
        assertEquals(List.of(), campaigns());
        assertTrue(lab.faults().get(0).reason().contains("t.csv"));
        write("tables/t.csv", "r,k\n0.5,7\n");
        files.update(file);
        assertEquals(List.of("a"), campaigns());
        assertEquals(1, lab.plans().get(0).comparison().orElseThrow().table().size());
        assertEquals(List.of(), lab.faults());
        write("campaigns/a.yaml", text.replace("maximize: y\n", ""));
        files.update(file);
        assertEquals(List.of(), campaigns());
    }

    @Test
    void one_broken_file_disturbs_no_other() {
        files.install(write("sequences/a.yaml", Documents.SEQUENCE));
        files.install(write("sequences/b.yaml", ":"));
        files.install(write("campaigns/a.yaml", Documents.CAMPAIGN));
        assertEquals(List.of("a"), sequences());
        assertEquals(List.of("a"), campaigns());
        assertEquals(
                List.of("sequences/b.yaml"),
                lab.faults().stream().map(Fault::file).toList());
    }

    @Test
    void no_file_whatever_is_in_it_throws() throws Exception {
        List<String> texts = List.of(
                "",
                "~",
                "[]",
                "{}",
                "\u0000",
                "a: &x [*x]",
                "steps:\n  -\n",
                "name: a\nsteps:\n  - {id: s, action: b," + " with: {x: }}\n",
                "name: a\nsteps: [{id: s, action: b}]\ninputs: {x: }\n",
                "[".repeat(5000),
                "vary: {x: }",
                "fixed: {x: }");
        for (String text : texts) {
            for (String part : List.of("sequences/a.yaml", "campaigns/a.yaml")) {
                files.install(write(part, text));
                assertEquals(
                        List.of(part), lab.faults().stream().map(Fault::file).toList(), text);
                files.uninstall(folder.resolve(part).toFile());
            }
        }
        Path bytes = Files.write(folder.resolve("sequences/a.yaml"), new byte[] {(byte) 0xFF, (byte) 0xC3, 0x28});
        files.install(bytes.toFile());
        files.install(folder.resolve("sequences/gone.yaml").toFile());
        assertEquals(2, lab.faults().size());
    }

    @Test
    void the_same_fault_again_is_journaled_once() {
        File file = write("sequences/a.yaml", "name: a\n");
        files.install(file);
        files.update(file);
        assertEquals(1, journal.last());
        write("sequences/a.yaml", "name: [a]\n");
        files.update(file);
        assertEquals(2, journal.last());
    }
}
