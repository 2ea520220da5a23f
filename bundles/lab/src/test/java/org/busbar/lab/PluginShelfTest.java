package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.PluginPreview;
import org.busbar.api.lab.PluginShelf;
import org.busbar.api.lab.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PluginShelfTest {

    private static final String PUMP = PumpJar.NAME;

    @TempDir
    Path folder;

    private Workshop lab;
    private PluginShelf shelf;

    @BeforeEach
    void open() throws Exception {
        lab = new Workshop(folder.resolve("lab"), folder.resolve("home"));
        shelf = lab.plugins;
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private void reopen() throws Exception {
        lab.close();
        open();
    }

    /** A server that has a version of the pump of its own. */
    private void ship(String version) throws Exception {
        new PumpJar(version).in(folder.resolve("home/plugins"));
        reopen();
    }

    private Path jar(PumpJar jar) {
        return jar.in(folder.resolve("jars"));
    }

    private Plugin install(String version) throws InterruptedException {
        return shelf.install(jar(new PumpJar(version)), "ada");
    }

    private void refuses(Path jar, String... parts) {
        Documents.requireParts(assertThrows(IllegalArgumentException.class, () -> shelf.install(jar, "ada")), parts);
    }

    private List<String> versions() {
        return shelf.versions(PUMP).stream()
                .map(version -> version.version() + (version.atWork() ? "*" : ""))
                .toList();
    }

    private List<String> orders() {
        return lab.events(LabEvent.PluginOrdered.class).stream()
                .map(order -> order.what() + " " + order.version() + " by " + order.by())
                .toList();
    }

    @Test
    void a_jar_that_is_installed_is_at_work_and_a_file_of_the_lab() throws Exception {
        Path jar = jar(new PumpJar("1.0.0").with("Busbar-Permissions", "serial:*, tcp://*:5025"));
        Plugin plugin = shelf.install(jar, "ada");
        assertEquals(plugin, lab.plugin(PUMP));
        assertEquals(Plugin.State.ACTIVE, plugin.state());
        assertEquals("plugins/org.x.pump-1.0.0.jar", plugin.file());
        assertEquals(List.of("pump-1"), plugin.offers());
        assertEquals(List.of("serial:*", "tcp://*:5025"), plugin.permissions());
        assertEquals(Signature.NONE, plugin.signature());
        assertEquals(List.of("org.x.pump-1.0.0.jar"), lab.files());
        assertEquals(List.of("installed 1.0.0 by ada"), orders());
        assertEquals(List.of(), lab.events(LabEvent.Upgraded.class));
        assertEquals(plugin.sha256(), shelf.install(jar, "bea").sha256(), "again");
        assertEquals(1, orders().size());
        reopen();
        lab.plugins.install(lab.root.resolve("plugins/org.x.pump-1.0.0.jar").toFile());
        Workshop.await("after a restart", () -> lab.atWork(PUMP).equals(List.of("1.0.0")));
        assertEquals(List.of("1.0.0*"), versions());
    }

    @Test
    void upgrades_and_steps_back_leave_one_file_and_one_bundle() throws Exception {
        for (String version : List.of("1.0.0", "1.1.0", "2.0.0")) {
            install(version);
        }
        assertEquals(List.of("2.0.0*", "1.1.0", "1.0.0"), versions());
        assertEquals(2, lab.events(LabEvent.Upgraded.class).size());
        assertEquals("1.1.0", shelf.rollback(PUMP, "bea").version());
        assertEquals(
                "plugins/org.x.pump-1.1.0.jar",
                shelf.rollback(PUMP, "bea").file().replace("1.0.0", "1.1.0"));
        assertEquals(List.of("2.0.0", "1.1.0", "1.0.0*"), versions());
        assertEquals(List.of("org.x.pump-1.0.0.jar"), lab.files());
        assertEquals(List.of("1.0.0"), lab.atWork(PUMP));
        assertEquals(1, lab.count(PUMP));
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> shelf.rollback(PUMP, "bea")),
                "no version of org.x.pump before",
                "2.0.0, 1.1.0, 1.0.0");
        install("2.0.0");
        assertEquals("1.0.0", shelf.rollback(PUMP, "bea").version(), "before 2.0.0 there was 1.0.0, this time");
        assertEquals(List.of(), lab.resting);
    }

    @Test
    void the_order_of_versions_outlives_a_restart_also_after_a_step_back() throws Exception {
        ship("0.9.0");
        install("1.0.0");
        install("1.1.0");
        shelf.rollback(PUMP, "ada");
        reopen();
        assertEquals(List.of("0.9.0"), lab.atWork(PUMP));
        lab.plugins.install(lab.root.resolve("plugins/org.x.pump-1.0.0.jar").toFile());
        Workshop.await("the dropped one", () -> lab.atWork(PUMP).equals(List.of("1.0.0")));
        assertEquals(List.of("1.1.0", "1.0.0*", "0.9.0"), versions());
        Plugin shipped = shelf.rollback(PUMP, "ada");
        assertEquals("0.9.0", shipped.version());
        assertEquals(Signature.Kind.SHIPPED, shipped.signature().kind());
        assertEquals(List.of(), lab.files());
        assertThrows(IllegalArgumentException.class, () -> shelf.rollback(PUMP, "ada"));
    }

    @Test
    void an_upgrade_that_fails_leaves_everything_as_it_was() throws Exception {
        install("1.0.0");
        refuses(
                jar(new PumpJar("1.1.0").with("Test-Fault", "no answer")),
                "org.x.pump 1.1.0 is not used",
                "no answer",
                "1.0.0 is at work as before");
        refuses(jar(new PumpJar("1.1.0").with("Test-Start", "no licence")), "no licence", "1.0.0 is at work");
        refuses(jar(new PumpJar("1.1.0").with("Test-Devices", "pump-2")), "does not bring [pump-1]");
        assertEquals(List.of("1.0.0"), lab.atWork(PUMP));
        assertEquals(1, lab.count(PUMP));
        assertEquals(List.of("org.x.pump-1.0.0.jar"), lab.files());
        assertEquals(List.of("1.0.0*"), versions());
        assertEquals(3, lab.events(LabEvent.Restored.class).size());
        assertEquals(Plugin.State.ACTIVE, lab.plugin(PUMP).state());
        assertEquals("plugins/org.x.pump-1.0.0.jar", lab.plugin(PUMP).file());
        assertEquals(List.of("installed 1.0.0 by ada"), orders());
        assertEquals("", lab.faults());
        assertEquals(List.of(), lab.resting);
        assertEquals(2, kept().size(), kept()::toString); // the jar and the list
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(lab.root.resolve("data/plugins"))) {
            return files.toList();
        }
    }

    @Test
    void a_file_that_cannot_be_put_into_place_ends_the_upgrade() throws Exception {
        install("1.0.0");
        Files.createDirectories(lab.root.resolve("plugins/org.x.pump-1.1.0.jar/in the way"));
        refuses(jar(new PumpJar("1.1.0")), "cannot be put into the folder plugins", "1.0.0 is at work as before");
        assertEquals(List.of("1.0.0"), lab.atWork(PUMP));
        assertEquals(List.of("1.0.0*"), versions());
        assertEquals(List.of("org.x.pump-1.0.0.jar", "org.x.pump-1.1.0.jar"), lab.files());
    }

    @Test
    void devices_that_do_not_come_to_rest_stop_nothing() throws Exception {
        install("1.0.0");
        lab.restless = true;
        refuses(jar(new PumpJar("1.1.0")), "pump-1 did not come to rest", "1.0.0 is at work");
        assertEquals(1, lab.count(PUMP));
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> shelf.remove(PUMP, "ada")),
                "org.x.pump is at work as before",
                "did not come to rest");
        assertEquals(List.of("org.x.pump-1.0.0.jar"), lab.files());
        assertEquals(List.of("1.0.0"), lab.atWork(PUMP));
    }

    @Test
    void an_instrument_that_was_out_of_reach_before_does_not_stand_in_the_way() throws Exception {
        install("1.0.0");
        lab.state = Station.State.OFFLINE;
        assertEquals(
                "1.1.0",
                shelf.install(jar(new PumpJar("1.1.0").with("Test-Fault", "switched off")), "ada")
                        .version());
    }

    @Test
    void a_step_back_may_lead_to_a_version_that_brings_less() throws Exception {
        install("1.0.0");
        shelf.install(jar(new PumpJar("1.1.0").with("Test-Devices", "pump-1,pump-2")), "ada");
        assertEquals(List.of("pump-1"), shelf.rollback(PUMP, "ada").offers());
    }

    @Test
    void what_is_removed_is_gone_and_can_be_put_back() throws Exception {
        install("1.0.0");
        shelf.remove(PUMP, "ada");
        assertEquals(0, lab.count(PUMP));
        assertEquals(List.of(), lab.files());
        assertEquals(List.of(), lab.folder.plugins());
        assertEquals(List.of("1.0.0"), versions());
        assertEquals(List.of("installed 1.0.0 by ada", "removed  by ada"), orders());
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> shelf.remove(PUMP, "ada")), "no plug-in org.x.pump");
        assertEquals("1.0.0", shelf.rollback(PUMP, "ada").version());
    }

    @Test
    void what_came_with_busbar_takes_over_when_what_was_put_in_is_removed() throws Exception {
        ship("1.0.0.SNAPSHOT");
        install("1.0.0");
        assertEquals(List.of("1.0.0"), lab.atWork(PUMP));
        shelf.remove(PUMP, "ada");
        assertEquals(List.of("1.0.0.SNAPSHOT"), lab.atWork(PUMP));
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> shelf.remove(PUMP, "ada")), "came with Busbar");
    }

    @Test
    void the_last_five_versions_are_kept() throws Exception {
        for (int i = 1; i <= 7; i++) {
            install("1." + i + ".0");
        }
        assertEquals(List.of("1.7.0*", "1.6.0", "1.5.0", "1.4.0", "1.3.0"), versions());
        assertEquals(6, kept().size());
    }

    @Test
    void an_older_version_is_not_installed_by_mistake() throws Exception {
        install("1.1.0");
        refuses(jar(new PumpJar("1.0.9")), "1.1.0", "newer", "busbar plugin rollback org.x.pump");
        refuses(jar(new PumpJar("1.1.0.SNAPSHOT")), "newer");
        assertEquals(List.of("1.1.0"), lab.atWork(PUMP));
    }

    @Test
    void another_jar_of_the_same_version_takes_its_place() throws Exception {
        String before = install("1.0.0").sha256();
        Plugin after = shelf.install(jar(new PumpJar("1.0.0").with("Bundle-Comment", "rebuilt")), "ada");
        assertFalse(after.sha256().equals(before));
        assertEquals(List.of("1.0.0"), lab.atWork(PUMP));
        assertEquals(List.of("1.0.0*", "1.0.0"), versions());
        assertEquals(before, shelf.rollback(PUMP, "ada").sha256());
    }

    @Test
    void dropped_files_and_installed_ones_are_one_list() throws Exception {
        lab.drop(jar(new PumpJar("1.0.0")), "mine.jar");
        Workshop.await("the dropped one", () -> lab.atWork(PUMP).equals(List.of("1.0.0")));
        Files.copy(jar(new PumpJar("1.5.0")), lab.root.resolve("plugins/not-told-yet.jar"));
        install("2.0.0");
        assertEquals(List.of("org.x.pump-2.0.0.jar"), lab.files());
        assertEquals(List.of("2.0.0*", "1.0.0"), versions());
        Path file = lab.drop(jar(new PumpJar("3.0.0")), "newer.jar");
        Workshop.await("the newer one", () -> lab.atWork(PUMP).equals(List.of("3.0.0")));
        Files.delete(file);
        lab.plugins.uninstall(file.toFile());
        Workshop.await("the older file", () -> lab.atWork(PUMP).equals(List.of("2.0.0")));
    }

    @Test
    void of_two_versions_that_are_dropped_the_higher_one_is_at_work() throws Exception {
        lab.drop(jar(new PumpJar("1.10.0")), "a.jar");
        lab.drop(jar(new PumpJar("1.9.0")), "b.jar");
        Workshop.await("the higher one", () -> lab.atWork(PUMP).equals(List.of("1.10.0")));
        assertEquals("", lab.faults());
    }

    @Test
    void calls_for_one_name_are_done_one_after_the_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Path jar = jar(new PumpJar("1.0.0").with("Bundle-Comment", "build " + i));
            calls.add(() -> shelf.install(jar, "ada").sha256());
        }
        for (var done : threads.invokeAll(calls)) {
            assertEquals(64, done.get().length());
        }
        threads.shutdown();
        assertEquals(1, lab.count(PUMP));
        assertEquals(List.of("org.x.pump-1.0.0.jar"), lab.files());
        assertEquals(7, lab.events(LabEvent.Upgraded.class).size());
    }

    @Test
    void what_cannot_be_used_is_refused_with_the_reason() throws Exception {
        refuses(
                jar(new PumpJar("1.0.0").with("Import-Package", "org.osgi.framework,org.y;version=\"[1,2)\"")),
                "org.x.pump 1.0.0",
                "org.y",
                "1.0.0",
                "no bundle brings it: drop the bundle that does");
        String newer = assertThrows(
                        IllegalArgumentException.class,
                        () -> shelf.install(
                                jar(new PumpJar("1.0.0")
                                        .with("Import-Package", "org.busbar.api.device;version=\"[9,10)\"")),
                                "ada"))
                .getMessage();
        assertTrue(newer.contains("org.busbar.api.device in version 9.0.0 and this Busbar has 1.2.0"), newer);
        refuses(jar(new PumpJar("1.0.0").with("Bundle-SymbolicName", "../../etc/x")), "../../etc/x", "not a name");
        refuses(jar(new PumpJar("1.0.0").with("Fragment-Host", "org.y")), "fragment of org.y");
        refuses(
                jar(new PumpJar("9.0.0").with("Bundle-SymbolicName", "org.apache.felix.framework")),
                "name of a part of the platform");
        refuses(Files.write(folder.resolve("small.jar"), new byte[1000]), "cannot be read as a jar");
        byte[] whole = Files.readAllBytes(jar(new PumpJar("1.0.0")));
        refuses(Files.write(folder.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2)), "cut short");
        assertEquals(0, lab.count(PUMP));
        assertEquals(List.of(), lab.files());
        assertEquals(List.of(), shelf.versions(PUMP));
        assertEquals("", lab.faults());
        assertEquals(List.of(), kept());
    }

    @Test
    void a_preview_says_what_would_happen_and_changes_nothing() throws Exception {
        shelf.install(jar(new PumpJar("1.0.0").with("Busbar-Permissions", "serial:*")), "ada");
        Step dose = new Step.Act("d", "dose", "pump-1", Map.of());
        Step stir = new Step.Act("s", "stir", "stirrer", Map.of());
        Step any = new Step.Parallel("p", List.of(List.of(new Step.Act("a", "dose", "", Map.of()))));
        run("uses", dose);
        run("does-not", stir);
        run("may", any);
        PluginPreview preview = shelf.preview(jar(new PumpJar("1.1.0").with("Busbar-Permissions", "serial:*,file:*")));
        assertEquals(List.of(PUMP, "1.1.0", "1.0.0"), List.of(preview.bundle(), preview.version(), preview.before()));
        assertEquals(List.of("serial:*", "file:*"), preview.permissions());
        assertEquals(List.of("file:*"), preview.added());
        assertEquals(List.of("pump-1"), preview.devices());
        assertEquals(List.of("uses", "may"), preview.runs());
        assertEquals(Optional.empty(), preview.refusal());
        assertEquals(Signature.NONE, preview.signature());
        String refusal = shelf.preview(jar(new PumpJar("1.1.0").with("Import-Package", "org.y")))
                .refusal()
                .orElseThrow();
        assertTrue(refusal.contains("org.y"), refusal);
        assertTrue(
                shelf.preview(jar(new PumpJar("0.1.0"))).refusal().orElseThrow().contains("newer"));
        assertThrows(
                IllegalArgumentException.class,
                () -> shelf.preview(Files.writeString(folder.resolve("text.jar"), "no jar")));
        assertEquals(1, lab.count(PUMP));
        assertEquals(List.of("1.0.0*"), versions());
        assertEquals(1, lab.events.size(), lab.events::toString);
    }

    private void run(String id, Step step) {
        Run run = new Run(id, new Sequence(id, "1", List.of(), List.of(step), Map.of()), Values.none(), "ada");
        lab.open.add(new Progress(run, Run.State.RUNNING, "", "", java.time.Instant.EPOCH));
    }

    @Test
    void a_list_of_versions_that_cannot_be_read_is_put_aside_and_said() throws Exception {
        install("1.0.0");
        lab.close();
        Files.writeString(lab.root.resolve("data/plugins/versions.json"), "{");
        open();
        assertTrue(lab.faults().contains("data/plugins/versions.json: the list of kept plug-ins cannot be read"));
        assertTrue(Files.exists(lab.root.resolve("data/plugins/versions.json.broken")));
        install("1.1.0");
        assertEquals(List.of("1.1.0*"), versions());
    }
}
