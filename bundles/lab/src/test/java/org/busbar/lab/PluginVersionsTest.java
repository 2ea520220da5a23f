package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which of several versions of a plug-in is at work, and which are kept. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PluginVersionsTest {

    @TempDir
    Path folder;

    private ShelfRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new ShelfRig(folder);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void the_order_of_versions_outlives_a_restart_also_after_a_step_back() throws Exception {
        rig.ship("0.9.0");
        rig.install("1.0.0");
        rig.install("1.1.0");
        rig.shelf.rollback(ShelfRig.PUMP, "ada");
        rig.reopen();
        assertEquals(List.of("0.9.0"), rig.lab.atWork(ShelfRig.PUMP));
        rig.lab.plugins.install(
                rig.lab.root.resolve("plugins/org.x.pump-1.0.0.jar").toFile());
        Workshop.await("the dropped one", () -> rig.lab.atWork(ShelfRig.PUMP).equals(List.of("1.0.0")));
        assertEquals(List.of("1.1.0", "1.0.0*", "0.9.0"), rig.versions());
        Plugin shipped = rig.shelf.rollback(ShelfRig.PUMP, "ada");
        assertEquals("0.9.0", shipped.version());
        assertEquals(Signature.Kind.SHIPPED, shipped.signature().kind());
        assertEquals(List.of(), rig.lab.files());
        assertThrows(IllegalArgumentException.class, () -> rig.shelf.rollback(ShelfRig.PUMP, "ada"));
    }

    @Test
    void what_came_with_busbar_takes_over_when_what_was_put_in_is_removed() throws Exception {
        rig.ship("1.0.0.SNAPSHOT");
        rig.install("1.0.0");
        assertEquals(List.of("1.0.0"), rig.lab.atWork(ShelfRig.PUMP));
        rig.shelf.remove(ShelfRig.PUMP, "ada");
        assertEquals(List.of("1.0.0.SNAPSHOT"), rig.lab.atWork(ShelfRig.PUMP));
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> rig.shelf.remove(ShelfRig.PUMP, "ada")),
                "came with Busbar");
    }

    @Test
    void the_last_five_versions_are_kept() throws Exception {
        for (int i = 1; i <= 7; i++) {
            rig.install("1." + i + ".0");
        }
        assertEquals(List.of("1.7.0*", "1.6.0", "1.5.0", "1.4.0", "1.3.0"), rig.versions());
        assertEquals(6, rig.kept().size());
    }

    @Test
    void an_older_version_is_not_installed_by_mistake() throws Exception {
        rig.install("1.1.0");
        rig.refuses(rig.jar(new PumpJar("1.0.9")), "1.1.0", "newer", "busbar plugin rollback org.x.pump");
        rig.refuses(rig.jar(new PumpJar("1.1.0.SNAPSHOT")), "newer");
        assertEquals(List.of("1.1.0"), rig.lab.atWork(ShelfRig.PUMP));
    }

    @Test
    void another_jar_of_the_same_version_takes_its_place() throws Exception {
        String before = rig.install("1.0.0").sha256();
        Plugin after = rig.shelf.install(rig.jar(new PumpJar("1.0.0").with("Bundle-Comment", "rebuilt")), "ada");
        assertFalse(after.sha256().equals(before));
        assertEquals(List.of("1.0.0"), rig.lab.atWork(ShelfRig.PUMP));
        assertEquals(List.of("1.0.0*", "1.0.0"), rig.versions());
        assertEquals(before, rig.shelf.rollback(ShelfRig.PUMP, "ada").sha256());
    }

    @Test
    void dropped_files_and_installed_ones_are_one_list() throws Exception {
        rig.lab.drop(rig.jar(new PumpJar("1.0.0")), "mine.jar");
        Workshop.await("the dropped one", () -> rig.lab.atWork(ShelfRig.PUMP).equals(List.of("1.0.0")));
        Files.copy(rig.jar(new PumpJar("1.5.0")), rig.lab.root.resolve("plugins/not-told-yet.jar"));
        rig.install("2.0.0");
        assertEquals(List.of("org.x.pump-2.0.0.jar"), rig.lab.files());
        assertEquals(List.of("2.0.0*", "1.0.0"), rig.versions());
        Path file = rig.lab.drop(rig.jar(new PumpJar("3.0.0")), "newer.jar");
        Workshop.await("the newer one", () -> rig.lab.atWork(ShelfRig.PUMP).equals(List.of("3.0.0")));
        Files.delete(file);
        rig.lab.plugins.uninstall(file.toFile());
        Workshop.await("the older file", () -> rig.lab.atWork(ShelfRig.PUMP).equals(List.of("2.0.0")));
    }

    @Test
    void of_two_versions_that_are_dropped_the_higher_one_is_at_work() throws Exception {
        rig.lab.drop(rig.jar(new PumpJar("1.10.0")), "a.jar");
        rig.lab.drop(rig.jar(new PumpJar("1.9.0")), "b.jar");
        Workshop.await("the higher one", () -> rig.lab.atWork(ShelfRig.PUMP).equals(List.of("1.10.0")));
        assertEquals("", rig.lab.faults());
    }

    @Test
    void a_step_back_may_lead_to_a_version_that_brings_less() throws Exception {
        rig.install("1.0.0");
        rig.shelf.install(rig.jar(new PumpJar("1.1.0").with("Test-Devices", "pump-1,pump-2")), "ada");
        assertEquals(List.of("pump-1"), rig.shelf.rollback(ShelfRig.PUMP, "ada").offers());
    }

    @Test
    void a_list_of_versions_that_cannot_be_read_is_put_aside_and_said() throws Exception {
        rig.install("1.0.0");
        rig.lab.close();
        Files.writeString(rig.lab.root.resolve("data/plugins/versions.json"), "{");
        rig.open();
        assertTrue(rig.lab.faults().contains("data/plugins/versions.json: the list of kept plug-ins cannot be read"));
        assertTrue(Files.exists(rig.lab.root.resolve("data/plugins/versions.json.broken")));
        rig.install("1.1.0");
        assertEquals(List.of("1.1.0*"), rig.versions());
    }
}
