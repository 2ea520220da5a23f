package org.busbar.drivers.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTest {

    @TempDir
    Path root;

    private Folder folder;

    @BeforeEach
    void folder() {
        folder = new Folder(root);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_file_is_written_whole_and_leaves_nothing_beside_it() throws Exception {
        folder.write(folder.file("a.job"), bytes("measure"));
        assertEquals(List.of("a.job"), names(root));
        assertEquals("measure", Files.readString(root.resolve("a.job")));
    }

    @Test
    void a_job_that_was_not_taken_is_not_overwritten() throws Exception {
        folder.create(folder.file("a.job"), bytes("first"));
        DeviceException told =
                assertThrows(DeviceException.class, () -> folder.create(folder.file("a.job"), bytes("second")));
        assertEquals(Detail.REFUSED, told.detail());
        assertEquals("first", Files.readString(root.resolve("a.job")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.job", "x/../../a.job", "/etc/hosts", "", ".", "x/.."})
    void no_name_leads_out_of_the_folder(String name) {
        assertThrows(DeviceException.class, () -> folder.file(name));
    }

    @Test
    void a_folder_that_is_not_there_is_offline() {
        Folder gone = new Folder(root.resolve("gone"));
        for (var attempt : List.<org.junit.jupiter.api.function.Executable>of(
                gone::check, () -> gone.matching("*.csv"), () -> gone.write(gone.file("a"), bytes("x")))) {
            DeviceException told = assertThrows(DeviceException.class, attempt);
            assertEquals(Detail.OFFLINE, told.detail());
            assertTrue(told.getMessage().contains("gone"), told.getMessage());
        }
    }

    @Test
    void a_file_moves_beside_another_of_its_name() throws Exception {
        for (String content : List.of("first", "second")) {
            Files.writeString(root.resolve("a.csv"), content);
            folder.move(root.resolve("a.csv"), "done");
        }
        assertEquals("first", Files.readString(root.resolve("done/a.csv")));
        assertEquals("second", Files.readString(root.resolve("done/1-a.csv")));
        assertEquals(List.of("done"), names(root));
    }

    @Test
    void only_files_that_match_are_seen() throws Exception {
        Files.createDirectories(root.resolve("out/x.csv"));
        Files.writeString(root.resolve("out/a.csv"), "a");
        Files.writeString(root.resolve("out/a.txt"), "a");
        assertEquals(
                List.of(root.resolve("out/a.csv")),
                List.copyOf(folder.matching("out/*.csv").keySet()));
    }
}
