package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.PluginPreview;
import org.busbar.api.lab.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins are put in, upgraded and taken out, or refused. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PluginShelfTest {

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
    void a_jar_that_is_installed_is_at_work_and_a_file_of_the_lab() throws Exception {
        Path jar = rig.jar(new PumpJar("1.0.0").with("Busbar-Permissions", "serial:*, tcp://*:5025"));
        Plugin plugin = rig.shelf.install(jar, "ada");
        assertEquals(plugin, rig.lab.plugin(ShelfRig.PUMP));
        assertEquals(Plugin.State.ACTIVE, plugin.state());
        assertEquals("plugins/org.x.pump-1.0.0.jar", plugin.file());
        assertEquals(List.of("pump-1"), plugin.offers());
        assertEquals(List.of("serial:*", "tcp://*:5025"), plugin.permissions());
        assertEquals(Signature.NONE, plugin.signature());
        assertEquals(List.of("org.x.pump-1.0.0.jar"), rig.lab.files());
        assertEquals(List.of("installed 1.0.0 by ada"), rig.orders());
        assertEquals(List.of(), rig.lab.events(LabEvent.Upgraded.class));
        assertEquals(plugin.sha256(), rig.shelf.install(jar, "bea").sha256(), "again");
        assertEquals(1, rig.orders().size());
        rig.reopen();
        rig.lab.plugins.install(
                rig.lab.root.resolve("plugins/org.x.pump-1.0.0.jar").toFile());
        Workshop.await("after a restart", () -> rig.lab.atWork(ShelfRig.PUMP).equals(List.of("1.0.0")));
        assertEquals(List.of("1.0.0*"), rig.versions());
    }

    @Test
    void upgrades_and_steps_back_leave_one_file_and_one_bundle() throws Exception {
        for (String version : List.of("1.0.0", "1.1.0", "2.0.0")) {
            rig.install(version);
        }
        assertEquals(List.of("2.0.0*", "1.1.0", "1.0.0"), rig.versions());
        assertEquals(2, rig.lab.events(LabEvent.Upgraded.class).size());
        assertEquals("1.1.0", rig.shelf.rollback(ShelfRig.PUMP, "bea").version());
        assertEquals(
                "plugins/org.x.pump-1.1.0.jar",
                rig.shelf.rollback(ShelfRig.PUMP, "bea").file().replace("1.0.0", "1.1.0"));
        assertEquals(List.of("2.0.0", "1.1.0", "1.0.0*"), rig.versions());
        assertEquals(List.of("org.x.pump-1.0.0.jar"), rig.lab.files());
        assertEquals(List.of("1.0.0"), rig.lab.atWork(ShelfRig.PUMP));
        assertEquals(1, rig.lab.count(ShelfRig.PUMP));
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> rig.shelf.rollback(ShelfRig.PUMP, "bea")),
                "no version of org.x.pump before",
                "2.0.0, 1.1.0, 1.0.0");
        rig.install("2.0.0");
        assertEquals(
                "1.0.0", rig.shelf.rollback(ShelfRig.PUMP, "bea").version(), "before 2.0.0 there was 1.0.0, this time");
        assertEquals(List.of(), rig.lab.resting);
    }

    @Test
    void an_upgrade_that_fails_leaves_everything_as_it_was() throws Exception {
        rig.install("1.0.0");
        rig.refuses(
                rig.jar(new PumpJar("1.1.0").with("Test-Fault", "no answer")),
                "org.x.pump 1.1.0 is not used",
                "no answer",
                "1.0.0 is at work as before");
        rig.refuses(rig.jar(new PumpJar("1.1.0").with("Test-Start", "no licence")), "no licence", "1.0.0 is at work");
        rig.refuses(rig.jar(new PumpJar("1.1.0").with("Test-Devices", "pump-2")), "does not bring [pump-1]");
        assertEquals(List.of("1.0.0"), rig.lab.atWork(ShelfRig.PUMP));
        assertEquals(1, rig.lab.count(ShelfRig.PUMP));
        assertEquals(List.of("org.x.pump-1.0.0.jar"), rig.lab.files());
        assertEquals(List.of("1.0.0*"), rig.versions());
        assertEquals(3, rig.lab.events(LabEvent.Restored.class).size());
        assertEquals(Plugin.State.ACTIVE, rig.lab.plugin(ShelfRig.PUMP).state());
        assertEquals(
                "plugins/org.x.pump-1.0.0.jar", rig.lab.plugin(ShelfRig.PUMP).file());
        assertEquals(List.of("installed 1.0.0 by ada"), rig.orders());
        assertEquals("", rig.lab.faults());
        assertEquals(List.of(), rig.lab.resting);
        assertEquals(2, rig.kept().size(), rig.kept()::toString); // the jar and the list
    }

    @Test
    void a_file_that_cannot_be_put_into_place_ends_the_upgrade() throws Exception {
        rig.install("1.0.0");
        Files.createDirectories(rig.lab.root.resolve("plugins/org.x.pump-1.1.0.jar/in the way"));
        rig.refuses(
                rig.jar(new PumpJar("1.1.0")), "cannot be put into the folder plugins", "1.0.0 is at work as before");
        assertEquals(List.of("1.0.0"), rig.lab.atWork(ShelfRig.PUMP));
        assertEquals(List.of("1.0.0*"), rig.versions());
        assertEquals(List.of("org.x.pump-1.0.0.jar", "org.x.pump-1.1.0.jar"), rig.lab.files());
    }

    @Test
    void devices_that_do_not_come_to_rest_stop_nothing() throws Exception {
        rig.install("1.0.0");
        rig.lab.restless = true;
        rig.refuses(rig.jar(new PumpJar("1.1.0")), "pump-1 did not come to rest", "1.0.0 is at work");
        assertEquals(1, rig.lab.count(ShelfRig.PUMP));
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> rig.shelf.remove(ShelfRig.PUMP, "ada")),
                "org.x.pump is at work as before",
                "did not come to rest");
        assertEquals(List.of("org.x.pump-1.0.0.jar"), rig.lab.files());
        assertEquals(List.of("1.0.0"), rig.lab.atWork(ShelfRig.PUMP));
    }

    @Test
    void an_instrument_that_was_out_of_reach_before_does_not_stand_in_the_way() throws Exception {
        rig.install("1.0.0");
        rig.lab.state = Station.State.OFFLINE;
        assertEquals(
                "1.1.0",
                rig.shelf
                        .install(rig.jar(new PumpJar("1.1.0").with("Test-Fault", "switched off")), "ada")
                        .version());
    }

    @Test
    void what_is_removed_is_gone_and_can_be_put_back() throws Exception {
        rig.install("1.0.0");
        rig.shelf.remove(ShelfRig.PUMP, "ada");
        assertEquals(0, rig.lab.count(ShelfRig.PUMP));
        assertEquals(List.of(), rig.lab.files());
        assertEquals(List.of(), rig.lab.folder.plugins());
        assertEquals(List.of("1.0.0"), rig.versions());
        assertEquals(List.of("installed 1.0.0 by ada", "removed  by ada"), rig.orders());
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> rig.shelf.remove(ShelfRig.PUMP, "ada")),
                "no plug-in org.x.pump");
        assertEquals("1.0.0", rig.shelf.rollback(ShelfRig.PUMP, "ada").version());
    }

    @Test
    void calls_for_one_name_are_done_one_after_the_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Path jar = rig.jar(new PumpJar("1.0.0").with("Bundle-Comment", "build " + i));
            calls.add(() -> rig.shelf.install(jar, "ada").sha256());
        }
        for (var done : threads.invokeAll(calls)) {
            assertEquals(64, done.get().length());
        }
        threads.shutdown();
        assertEquals(1, rig.lab.count(ShelfRig.PUMP));
        assertEquals(List.of("org.x.pump-1.0.0.jar"), rig.lab.files());
        assertEquals(7, rig.lab.events(LabEvent.Upgraded.class).size());
    }

    @Test
    void what_cannot_be_used_is_refused_with_the_reason() throws Exception {
        rig.refuses(
                rig.jar(new PumpJar("1.0.0").with("Import-Package", "org.osgi.framework,org.y;version=\"[1,2)\"")),
                "org.x.pump 1.0.0",
                "org.y",
                "1.0.0",
                "no bundle brings it: drop the bundle that does");
        String newer = assertThrows(
                        IllegalArgumentException.class,
                        () -> rig.shelf.install(
                                rig.jar(new PumpJar("1.0.0")
                                        .with("Import-Package", "org.busbar.api.device;version=\"[9,10)\"")),
                                "ada"))
                .getMessage();
        assertTrue(newer.contains("org.busbar.api.device in version 9.0.0 and this Busbar has 1.2.0"), newer);
        rig.refuses(
                rig.jar(new PumpJar("1.0.0").with("Bundle-SymbolicName", "../../etc/x")), "../../etc/x", "not a name");
        rig.refuses(rig.jar(new PumpJar("1.0.0").with("Fragment-Host", "org.y")), "fragment of org.y");
        rig.refuses(
                rig.jar(new PumpJar("9.0.0").with("Bundle-SymbolicName", "org.apache.felix.framework")),
                "name of a part of the platform");
        rig.refuses(Files.write(rig.folder.resolve("small.jar"), new byte[1000]), "cannot be read as a jar");
        byte[] whole = Files.readAllBytes(rig.jar(new PumpJar("1.0.0")));
        rig.refuses(Files.write(rig.folder.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2)), "cut short");
        assertEquals(0, rig.lab.count(ShelfRig.PUMP));
        assertEquals(List.of(), rig.lab.files());
        assertEquals(List.of(), rig.shelf.versions(ShelfRig.PUMP));
        assertEquals("", rig.lab.faults());
        assertEquals(List.of(), rig.kept());
    }

    @Test
    void a_preview_says_what_would_happen_and_changes_nothing() throws Exception {
        rig.shelf.install(rig.jar(new PumpJar("1.0.0").with("Busbar-Permissions", "serial:*")), "ada");
        Step dose = new Step.Act("d", "dose", "pump-1", Map.of());
        Step stir = new Step.Act("s", "stir", "stirrer", Map.of());
        Step any = new Step.Parallel("p", List.of(List.of(new Step.Act("a", "dose", "", Map.of()))));
        rig.run("uses", dose);
        rig.run("does-not", stir);
        rig.run("may", any);
        PluginPreview preview =
                rig.shelf.preview(rig.jar(new PumpJar("1.1.0").with("Busbar-Permissions", "serial:*,file:*")));
        assertEquals(
                List.of(ShelfRig.PUMP, "1.1.0", "1.0.0"),
                List.of(preview.bundle(), preview.version(), preview.before()));
        assertEquals(List.of("serial:*", "file:*"), preview.permissions());
        assertEquals(List.of("file:*"), preview.added());
        assertEquals(List.of("pump-1"), preview.devices());
        assertEquals(List.of("uses", "may"), preview.runs());
        assertEquals(Optional.empty(), preview.refusal());
        assertEquals(Signature.NONE, preview.signature());
        String refusal = rig.shelf
                .preview(rig.jar(new PumpJar("1.1.0").with("Import-Package", "org.y")))
                .refusal()
                .orElseThrow();
        assertTrue(refusal.contains("org.y"), refusal);
        assertTrue(rig.shelf
                .preview(rig.jar(new PumpJar("0.1.0")))
                .refusal()
                .orElseThrow()
                .contains("newer"));
        assertThrows(
                IllegalArgumentException.class,
                () -> rig.shelf.preview(Files.writeString(rig.folder.resolve("text.jar"), "no jar")));
        assertEquals(1, rig.lab.count(ShelfRig.PUMP));
        assertEquals(List.of("1.0.0*"), rig.versions());
        assertEquals(1, rig.lab.events.size(), rig.lab.events::toString);
    }
}
