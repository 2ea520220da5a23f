package org.busbar.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabFolderTest {

    @TempDir
    Path folder;

    @Test
    void makes_the_watched_folders_and_data() throws Refusal {
        LabFolder lab = LabFolder.open(folder.toString());
        for (String watched : LabFolder.WATCHED) {
            assertTrue(Files.isDirectory(folder.resolve(watched)), watched);
        }
        assertTrue(Files.isDirectory(lab.data()));
        assertEquals(4, lab.watched().split(",").length);
    }

    @Test
    void refuses_what_is_no_lab_folder_by_name() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path comma = Files.createDirectory(folder.resolve("a,b"));
        assertRefused(folder.resolve("nowhere"), "does not exist");
        assertRefused(file, "is a file, not a folder");
        assertRefused(comma, "has a comma in its path");
    }

    @Test
    void a_lab_has_one_server_at_a_time() throws Exception {
        LabFolder lab = LabFolder.open(folder.toString());
        Claim first = Claim.of(lab);
        ServerFile.write(lab, "http://127.0.0.1:1", 7);
        String sentence = assertThrows(Refusal.class, () -> Claim.of(lab)).sentence();
        assertTrue(sentence.contains("\"pid\":7") && sentence.contains(folder.toString()), sentence);
        first.close();
        Claim.of(lab).close();
    }

    @Test
    void scratch_is_emptied_and_links_are_not_followed() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), "x");
        Path tmp = Files.createDirectories(folder.resolve("tmp/deep"));
        Files.writeString(tmp.resolve("old"), "x");
        Files.createSymbolicLink(tmp.resolve("link"), folder);
        Scratch.empty(folder.resolve("tmp"));
        assertTrue(Files.exists(kept));
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertEquals(0, left.count());
        }
    }

    private static void assertRefused(Path path, String because) {
        Refusal refusal = assertThrows(Refusal.class, () -> LabFolder.open(path.toString()));
        assertEquals(2, refusal.exitCode());
        assertTrue(refusal.sentence().contains(path + " " + because), refusal.sentence());
    }
}
