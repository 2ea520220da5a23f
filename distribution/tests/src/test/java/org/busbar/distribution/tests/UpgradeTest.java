package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Run;
import org.busbar.api.lab.Plugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule D12: an upgrade is a transaction that pauses the devices of one driver and nothing else. */
class UpgradeTest {

    private static final String DRIVER = "org.busbar.drivers.sim-formulator";
    private static final String SHIPPED = "1.0.0.SNAPSHOT";

    private TestLab lab;
    private Server server;

    private void start(double formulators, int trials) {
        lab = TestLab.create(formulators, 2000).campaign(trials, 2);
        server = Server.start(lab);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void d12_a_campaign_loses_nothing_by_an_upgrade_and_provenance_shows_both_versions() {
        start(300, 12);
        String campaign = server.beginCampaign();
        server.awaitTrials(campaign, 4);
        lab.drop(PluginJars.version(DRIVER, "1.1.0"), "formulator.jar");
        lab.requireEachTrialOnce(server.awaitCampaign(campaign), 12);
        assertEquals(List.of(SHIPPED, "1.1.0"), server.versions(DRIVER));
        LabEvent.Upgraded upgraded = server.events(LabEvent.Upgraded.class).get(0);
        assertEquals(List.of(DRIVER, SHIPPED, "1.1.0"), List.of(upgraded.plugin(), upgraded.from(), upgraded.to()));
        List<String> gone = server.events(LabEvent.Vanished.class).stream()
                .map(LabEvent.Vanished::plugin)
                .sorted()
                .toList();
        assertEquals(TestLab.FORMULATORS, gone);
        assertEquals("1.1.0", server.plugin(DRIVER).version());
        assertEquals("plugins/formulator.jar", server.plugin(DRIVER).file());
        assertEquals(List.of(), server.lab().faults());
    }

    @Test
    void d12_other_devices_work_on_while_an_upgrade_waits_for_its_own_to_rest() {
        start(60, 1); // a formulation takes 3 s
        server.orchestrator().submit(Runs.formulate("first", "formulator-2"));
        server.awaitEnd("first");
        server.orchestrator().submit(Runs.formulate("slow", "formulator-1"));
        lab.awaitBegin("formulator-1", 1);
        lab.drop(PluginJars.version(DRIVER, "1.1.0"), "formulator.jar");
        Await.until("the upgrade waits", () -> server.plugin(DRIVER).state() == Plugin.State.SWAPPING);
        server.orchestrator().submit(Runs.measure("measure", "cell-1", "formulator-2-1"));
        assertEquals(Run.State.COMPLETED, server.awaitEnd("measure").state());
        assertEquals(Plugin.State.SWAPPING, server.plugin(DRIVER).state());
        assertTrue(server.open("slow").isPresent());
        assertEquals(Run.State.COMPLETED, server.awaitEnd("slow").state());
        Await.until("the upgrade", () -> server.plugin(DRIVER).version().equals("1.1.0"));
        assertEquals(List.of(), lab.entries(TestLab.FORMULATORS, "interrupted"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"sick, the balance does not answer", "throwing, no licence for this version", "nodevice, does not bring"
    })
    void d12_the_old_version_is_put_back_by_itself_if_the_new_one(String fault, String reason) {
        start(300, 60);
        String campaign = server.beginCampaign();
        server.awaitTrials(campaign, 3);
        Path jar = PluginJars.build(DRIVER, "2.0.0", fault, Map.of());
        lab.drop(jar, "bad.jar");
        String named = server.awaitFault("plugins/bad.jar", reason);
        assertTrue(named.contains("2.0.0"), named);
        LabEvent.Restored restored =
                Await.value("the old version is back", () -> server.events(LabEvent.Restored.class).stream()
                        .findFirst());
        assertEquals(DRIVER, restored.plugin());
        assertEquals(List.of("2.0.0", SHIPPED), List.of(restored.from(), restored.to()));
        assertTrue(restored.reason().contains(reason), restored.reason());
        assertEquals(SHIPPED, server.plugin(DRIVER).version());
        assertEquals(Plugin.State.ACTIVE, server.plugin(DRIVER).state());
        int trials = server.standing(campaign).trials().size();
        server.awaitTrials(campaign, trials + 4);
        assertFalse(server.standing(campaign).state() == Campaign.State.WAITING);
        server.campaigns().stop(campaign, "test");
        int made = server.awaitCampaign(campaign).trials().size();
        assertEquals(made, lab.samples(TestLab.FORMULATORS, "end").size());
        assertEquals(lab.samples(TestLab.FORMULATORS, "begin"), lab.samples(TestLab.CELLS, "end"));
        assertEquals(
                made, lab.samples(TestLab.CELLS, "begin").stream().distinct().count());
        assertEquals(List.of(SHIPPED), server.versions(DRIVER));
        assertEquals(
                IntStream.rangeClosed(1, made).boxed().toList(),
                server.standing(campaign).trials().stream()
                        .map(trial -> trial.number())
                        .toList());
    }

    @Test
    void d12_when_the_new_jar_is_deleted_the_shipped_version_takes_over_again() {
        start(3000, 1);
        lab.drop(PluginJars.version(DRIVER, "1.1.0"), "formulator.jar");
        Await.until("the upgrade", () -> server.plugin(DRIVER).version().equals("1.1.0"));
        lab.delete("plugins/formulator.jar");
        Await.until("the way back", () -> server.station("formulator-1")
                .filter(station -> station.agent().version().equals(SHIPPED))
                .isPresent());
        lab.requireEachTrialOnce(server.awaitCampaign(server.beginCampaign()), 1);
    }

    @Test
    void d12_a_rebuilt_jar_of_the_same_version_takes_the_place_of_the_old_one() {
        start(3000, 1);
        String before = server.plugin(DRIVER).sha256();
        lab.drop(PluginJars.version(DRIVER, SHIPPED), "rebuilt.jar");
        Await.until(
                "the upgrade",
                () -> !server.plugin(DRIVER).sha256().equals(before)
                        && server.station("formulator-1").isPresent());
        lab.requireEachTrialOnce(server.awaitCampaign(server.beginCampaign()), 1);
    }
}
