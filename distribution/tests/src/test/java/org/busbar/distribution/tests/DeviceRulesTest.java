package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Rules D2 to D6, D8 and D9: what may be done to a driver, and what the instrument really did meanwhile. */
class DeviceRulesTest {

    private static final String DRIVER = "org.busbar.drivers.sim-formulator";
    private static final String ONE = "formulator-1";
    private static final double SLOW = 20; // a formulation takes about 9 s
    private static final double MEDIUM = 200; // 0.9 s
    private static final double FAST = 3000;

    private TestLab lab;
    private Server server;

    private void start(double formulators) {
        lab = TestLab.create(formulators, FAST);
        server = Server.start(lab);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> words() {
        return lab.log(ONE).stream().map(TestLab.Entry::word).toList();
    }

    @Test
    void d2_one_caller_at_a_time() {
        start(MEDIUM);
        for (String id : List.of("a", "b", "c")) {
            server.orchestrator().submit(Runs.formulate(id, ONE));
        }
        for (String id : List.of("a", "b", "c")) {
            assertEquals(Run.State.COMPLETED, server.awaitEnd(id).state());
        }
        assertEquals(List.of("begin", "end", "begin", "end", "begin", "end"), words());
    }

    @Test
    void d2_inputs_are_checked_before_the_device_is_touched() {
        start(FAST);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> server.orchestrator()
                .submit(Runs.of("at once", Runs.formulating("formulate", ONE, Runs.constant("1.5")))));
        assertTrue(refused.getMessage().contains("pc_share"), refused.getMessage());
        server.orchestrator().submit(Runs.formulateWithShare("at the step", ONE));
        Values said = Values.of("share", Quantity.of(1.5, "1"));
        Await.until(
                "the person is asked", () -> !server.orchestrator().inquiries().isEmpty());
        server.orchestrator().settle("at the step", "share", new Settlement.Happened(said), "Ada");
        LabEvent.RunEnded ended = server.awaitEnd("at the step");
        assertEquals(Run.State.FAILED, ended.state());
        assertTrue(ended.reason().contains("pc_share") && ended.reason().contains("1.5"), ended.reason());
        assertEquals(List.of(), words());
        assertFalse(server.events(LabEvent.StepBegun.class).stream()
                .anyMatch(begun -> begun.step().equals("formulate")));
    }

    @Test
    void d3_removed_in_mid_action_is_unknown_at_once_and_a_person_decides() throws Exception {
        start(SLOW);
        server.orchestrator().submit(Runs.formulate("run", ONE));
        lab.awaitBegin(ONE, 1);
        Bundle driver = server.bundle(DRIVER);
        driver.stop();
        Outcome outcome = server.awaitStepEnd("run", "formulate").outcome();
        assertInstanceOf(Outcome.Unknown.class, outcome);
        assertEquals("1.0.0.SNAPSHOT", outcome.provenance().agent().version());
        server.awaitState("run", Run.State.RECOVERING);

        driver.start();
        Await.until("the device is back", () -> server.station(ONE).isPresent());
        Await.pause(Await.AT_ONCE); // in which nothing may be repeated
        assertEquals(List.of("begin", "interrupted"), words());
        assertEquals(Station.State.IDLE, server.station(ONE).orElseThrow().state());

        server.orchestrator().settle("run", "formulate", new Settlement.GiveUp("the vial is half full"), "Ada");
        LabEvent.RunEnded ended = server.awaitEnd("run");
        assertEquals(Run.State.FAILED, ended.state());
        assertTrue(ended.reason().contains("the vial is half full"), ended.reason());
        assertEquals(List.of("begin", "interrupted"), words());
    }

    @Test
    void d3_a_person_may_have_it_repeated_or_say_that_it_happened() throws Exception {
        start(MEDIUM);
        server.orchestrator().submit(Runs.formulate("again", ONE));
        lab.awaitBegin(ONE, 1);
        server.bundle(DRIVER).stop();
        server.awaitState("again", Run.State.RECOVERING);
        server.orchestrator().settle("again", "formulate", new Settlement.Repeat(), "Ada");
        server.bundle(DRIVER).start();
        assertEquals(Run.State.COMPLETED, server.awaitEnd("again").state());
        assertEquals(List.of("begin", "interrupted", "begin", "end"), words());

        server.orchestrator().submit(Runs.formulate("happened", ONE));
        lab.awaitBegin(ONE, 3);
        server.bundle(DRIVER).stop();
        server.awaitState("happened", Run.State.RECOVERING);
        Values seen = Values.of("sample", new Sample("formulator-1-3"))
                .with("pc_share_dosed", Quantity.of(0.5, "1"))
                .with("salt_molality_dosed", Quantity.of(1, "mol/kg"))
                .with("duration", Quantity.of(200, "s"));
        server.orchestrator().settle("happened", "formulate", new Settlement.Happened(seen), "Ada");
        assertEquals(Run.State.COMPLETED, server.awaitEnd("happened").state());
        assertEquals(List.of("begin", "interrupted", "begin", "end", "begin", "interrupted"), words());
    }

    @Test
    void d4_a_driver_is_deactivated_only_when_its_action_has_come_back() throws Exception {
        start(FAST);
        lab.drop(PluginJars.build("test.stirrer", "1", "stirrer", Map.of()), "stirrer.jar");
        lab.device(
                "org.busbar.distribution.tests.stirrer.Stirrer", "stirrer", Map.of("lasts", 60_000, "stopping", 700));
        Await.until("the stirrer is there", () -> server.station("stirrer").isPresent());
        server.orchestrator().submit(Runs.of("run", Runs.act("hold", "hold", "stirrer")));
        lab.awaitBegin("stirrer", 1);
        server.bundle("test.stirrer").stop();
        assertEquals(
                List.of("begin", "interrupted", "deactivated"),
                lab.log("stirrer").stream().map(TestLab.Entry::word).toList());
    }

    @Test
    void d4_stopping_a_shipped_driver_returns_when_the_instrument_has_stopped() throws Exception {
        start(SLOW);
        server.orchestrator().submit(Runs.formulate("run", ONE));
        lab.awaitBegin(ONE, 1);
        server.bundle(DRIVER).stop();
        assertEquals(List.of("begin", "interrupted"), words());
    }

    @Test
    void d5_a_missing_device_is_waited_for_and_its_replacement_is_used() throws Exception {
        start(FAST);
        server.bundle(DRIVER).stop();
        server.orchestrator().submit(Runs.formulate("run", ONE));
        Await.until("the run waits", () -> server.open("run")
                .filter(progress -> progress.detail().contains("waits for " + ONE))
                .isPresent());
        assertTrue(server.orchestrator().stations().stream()
                .anyMatch(station -> station.id().equals(ONE) && station.state() == Station.State.DRIVER_MISSING));
        lab.drop(PluginJars.version(DRIVER, "1.1.0"), "formulator-1.1.0.jar");
        assertEquals(Run.State.COMPLETED, server.awaitEnd("run").state());
        Outcome outcome = server.awaitStepEnd("run", "formulate").outcome();
        assertEquals("1.1.0", outcome.provenance().agent().version());
        assertEquals(List.of("begin", "end"), words());
    }

    @Test
    void d6_abort_interrupts_the_driver_and_frees_the_device() {
        start(MEDIUM);
        server.orchestrator().submit(Runs.formulate("bad", ONE));
        lab.awaitBegin(ONE, 1);
        server.orchestrator().submit(Runs.formulate("good", ONE));
        server.abort("bad", "wrong salt");
        LabEvent.RunEnded ended = server.awaitEnd("bad");
        assertEquals(Run.State.ABORTED, ended.state());
        assertEquals("aborted by test: wrong salt", ended.reason());
        assertEquals(Run.State.COMPLETED, server.awaitEnd("good").state());
        assertEquals(List.of("begin", "interrupted", "begin", "end"), words());
    }

    @Test
    void d8_activation_touches_nothing() {
        start(FAST);
        assertEquals(4, server.orchestrator().stations().size());
        assertFalse(Files.exists(lab.world()));
    }

    @Test
    void d8_a_driver_leaves_no_thread_behind() throws Exception {
        start(MEDIUM);
        server.orchestrator().submit(Runs.formulate("before", ONE));
        server.awaitEnd("before");
        Set<String> before = threads();
        server.bundle(DRIVER).stop();
        server.bundle(DRIVER).start();
        Await.until("the device is back", () -> server.station(ONE).isPresent());
        server.orchestrator().submit(Runs.formulate("ends", ONE));
        server.awaitEnd("ends");
        server.orchestrator().submit(Runs.formulate("is cut short", ONE));
        lab.awaitBegin(ONE, 3);
        server.bundle(DRIVER).stop();
        Set<String> more = threads();
        more.removeAll(before);
        assertEquals(Set.of(), more);
    }

    /** The core's own threads of runs go by themselves after a while. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> !name.matches("run-\\d+"))
                .collect(Collectors.toSet());
    }

    @Test
    void d9_of_two_devices_of_one_name_the_first_keeps_it_and_the_second_takes_over() {
        start(FAST);
        lab.write(
                "devices/twin.json",
                "{\"" + TestLab.FORMULATOR + "~twin\": "
                        + TestLab.json(Map.of("lab.id", ONE, "world", "${lab}/data/elsewhere", "speedup", 100)) + "}");
        LabEvent.Faulted fault =
                Await.value("the second is refused", () -> server.events(LabEvent.Faulted.class).stream()
                        .findFirst());
        assertEquals(ONE, fault.plugin());
        assertTrue(fault.reason().contains("first keeps the name"), fault.reason());
        assertEquals(4, server.orchestrator().stations().size());
        server.orchestrator().submit(Runs.formulate("first", ONE));
        assertEquals(Run.State.COMPLETED, server.awaitEnd("first").state());
        assertEquals(List.of("begin", "end"), words());

        lab.delete("devices/formulator-1.json");
        Await.until("the second takes over", () -> server.station(ONE)
                .filter(station ->
                        "100.0".equals(station.agent().configuration().get("speedup")))
                .isPresent());
        server.orchestrator().submit(Runs.formulate("second", ONE));
        assertEquals(Run.State.COMPLETED, server.awaitEnd("second").state());
        assertEquals(List.of("begin", "end"), words());
        assertTrue(Files.exists(lab.root().resolve("data/elsewhere/formulator-1.log")));
    }
}
