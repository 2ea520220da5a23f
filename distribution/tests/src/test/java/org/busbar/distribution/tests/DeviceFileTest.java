package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files of devices come, change and go while the server runs. */
class DeviceFileTest {

    private static final String ONE = "formulator-1";
    private static final String FILE = "devices/formulator-1.json";

    private TestLab lab;
    private Server server;

    private void start(double formulators) {
        lab = TestLab.create(formulators, 3000);
        server = Server.start(lab);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String setting(String name) {
        return server.station(ONE)
                .map(station -> station.agent().configuration().getOrDefault(name, "none"))
                .orElse("no device");
    }

    private List<String> words() {
        return lab.log(ONE).stream().map(TestLab.Entry::word).toList();
    }

    @Test
    void a_changed_setting_takes_effect_between_two_actions_and_cuts_none_short() {
        start(80); // a formulation takes 2.3 s
        server.orchestrator().submit(Runs.formulate("before", ONE));
        lab.awaitBegin(ONE, 1);
        server.orchestrator().submit(Runs.formulate("after", ONE));
        lab.device(TestLab.FORMULATOR, ONE, Map.of("speedup", 4000));
        assertEquals(Run.State.COMPLETED, server.awaitEnd("before").state());
        assertEquals(Run.State.COMPLETED, server.awaitEnd("after").state());
        assertEquals(List.of("begin", "end", "begin", "end"), words());
        assertEquals(
                "80.0",
                server.awaitStepEnd("before", "formulate")
                        .outcome()
                        .provenance()
                        .agent()
                        .configuration()
                        .get("speedup"));
        assertEquals(
                "4000.0",
                server.awaitStepEnd("after", "formulate")
                        .outcome()
                        .provenance()
                        .agent()
                        .configuration()
                        .get("speedup"));
    }

    @Test
    void bad_settings_change_nothing_and_are_named() {
        start(2000);
        bad(Map.of("speeedup", 3), "speeedup", "there is no setting");
        bad(Map.of("speedup", "quick"), "speedup", "quick", "a number is wanted");
        bad(Map.of("speedup", -1), "speedup", "-1", "above 0");
        bad(Map.of("dosing.error", 0.5), "dosing.error", "0.5", "0.1");
        lab.write(FILE, "{\"" + TestLab.FORMULATOR + "~formulator-1\": {\"lab.id\": \"formulator-1\"}}");
        named("world", "missing");
        lab.write(FILE, "{\"" + TestLab.FORMULATOR + "~formulator-1\": {\"lab.id\": \"formulator-1\",,}}");
        named("line 1", "column");
        lab.device(TestLab.FORMULATOR, ONE, Map.of("speedup", 2500));
        Await.until(
                "it is mended",
                () -> server.lab().faults().isEmpty() && setting("speedup").equals("2500.0"));
    }

    private void bad(Map<String, Object> settings, String... words) {
        lab.device(TestLab.FORMULATOR, ONE, settings);
        named(words);
    }

    private void named(String... words) {
        server.awaitFault(FILE, words);
        // the component is there a moment before the orchestrator has heard of it
        Await.until("its settings are in force", () -> setting("speedup").equals("2000.0"));
        int runs = words().size();
        server.orchestrator().submit(Runs.formulate("run" + runs, ONE));
        assertEquals(Run.State.COMPLETED, server.awaitEnd("run" + runs).state(), server.fault(FILE));
    }

    @Test
    void the_faults_of_two_devices_in_one_file_are_both_named() {
        start(3000);
        lab.write(
                "devices/two.json",
                "{\"" + TestLab.FORMULATOR + "~three\": {\"lab.id\": \"three\"}, \"" + TestLab.CELL
                        + "~four\": {\"lab.id\": \"four\", \"world\": \"${lab}/data/world\", \"sped\": 2}}");
        server.awaitFault("devices/two.json", "~three", "world", "~four", "sped");
    }

    @Test
    void a_device_at_work_does_not_hold_up_the_files_of_others() {
        start(20); // 9 s
        server.orchestrator().submit(Runs.formulate("slow", ONE));
        lab.awaitBegin(ONE, 1);
        lab.device(TestLab.FORMULATOR, ONE, Map.of("speedup", 3000));
        Await.until("the change waits", () -> server.states().get(ONE).startsWith("QUIESCING"));
        lab.device(TestLab.CELL, "cell-3", Map.of("speedup", 3000));
        Await.until("the third cell is there", () -> server.station("cell-3").isPresent());
        assertTrue(lab.isAtWork(ONE));
        server.abort("slow", "seen enough");
        Await.until("the change is made", () -> setting("speedup").equals("3000.0"));
    }

    @Test
    void deleting_the_file_removes_the_device_when_its_action_is_over() {
        start(150);
        server.orchestrator().submit(Runs.formulate("last", ONE));
        lab.awaitBegin(ONE, 1);
        lab.delete(FILE);
        assertEquals(Run.State.COMPLETED, server.awaitEnd("last").state());
        Await.until("the device is gone", () -> server.station(ONE).isEmpty());
        assertEquals(
                List.of(ONE),
                server.events(LabEvent.Vanished.class).stream()
                        .map(LabEvent.Vanished::plugin)
                        .toList());
        assertEquals(List.of("begin", "end"), words());
    }

    @Test
    void a_device_whose_driver_comes_later_waits_for_it() {
        start(3000);
        lab.device("org.busbar.distribution.tests.stirrer.Stirrer", "stirrer", Map.of());
        server.awaitFault("devices/stirrer.json", "waits for its driver", "Stirrer");
        lab.drop(PluginJars.build("test.stirrer", "1", "stirrer", Map.of()), "stirrer.jar");
        Await.until("the device is there", () -> server.station("stirrer").isPresent());
        Await.until("nothing is wrong any more", () -> server.lab().faults().isEmpty());
        server.orchestrator().submit(Runs.of("stir", Runs.act("stir", "stir", "stirrer")));
        assertEquals(Run.State.COMPLETED, server.awaitEnd("stir").state());
    }
}
