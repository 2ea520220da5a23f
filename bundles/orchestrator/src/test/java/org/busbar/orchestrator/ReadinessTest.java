package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.busbar.api.device.Detail;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Station;
import org.busbar.api.link.LinkStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the self-test of a device, its link and its configuration make of its state. */
class ReadinessTest {

    @TempDir
    Path folder;

    private LinkedRig linked;
    private Linked pump;
    private Rig rig;

    @BeforeEach
    void open() {
        linked = new LinkedRig(folder);
        pump = linked.pump;
        rig = linked.rig;
    }

    @AfterEach
    void close() throws Exception {
        linked.close();
    }

    @Test
    void a_device_is_asked_before_it_is_given_work() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        pump.inTest = () -> assertTrue(answer.await(10, TimeUnit.SECONDS));
        linked.plugIn();
        rig.orchestrator.submit(LinkedRig.dose());
        linked.await(Station.State.INITIALIZING);
        assertEquals(0, pump.doses.get());
        answer.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(1, pump.tests.get());
        assertEquals(List.of(Station.State.IDLE), linked.told());
    }

    @Test
    void a_device_without_a_self_test_is_ready_at_once() {
        rig.gadget("pump");
        assertEquals(Station.State.IDLE, linked.station().state());
    }

    @Test
    void what_cannot_be_reached_is_offline_and_tried_again_by_itself() throws Exception {
        pump.inTest = () -> {
            throw LinkedRig.no(Detail.OFFLINE);
        };
        linked.plugIn();
        linked.await(Station.State.OFFLINE, Detail.OFFLINE);
        assertEquals("it is OFFLINE", linked.station().detail());
        rig.orchestrator.submit(LinkedRig.dose());
        pump.inTest = () -> {};
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of(Station.State.OFFLINE, Station.State.IDLE), linked.told());
    }

    @Test
    void another_instrument_than_the_one_configured_is_given_no_work() throws Exception {
        pump.inTest = () -> {
            throw LinkedRig.no(Detail.IDENTITY_MISMATCH);
        };
        linked.plugIn();
        linked.await(Station.State.ERROR, Detail.IDENTITY_MISMATCH);
        rig.orchestrator.submit(LinkedRig.dose());
        Rig.await(() -> pump.tests.get() > 1, "it is not asked again");
        assertEquals(0, pump.doses.get());
        String doing = rig.orchestrator.open().get(0).doing().get(0).detail();
        assertTrue(doing.contains("ERROR: it is IDENTITY_MISMATCH"), doing);
    }

    @Test
    void a_line_that_is_lost_takes_its_devices_off_and_brings_them_back() throws Exception {
        linked.plugIn();
        linked.await(Station.State.IDLE);
        pump.inTest = () -> {
            throw LinkedRig.no(Detail.OFFLINE);
        };
        rig.orchestrator.on(LinkedRig.status(LinkedRig.LINK, LinkStatus.State.LOST));
        linked.await(Station.State.OFFLINE, Detail.OFFLINE);
        pump.inTest = () -> {};
        rig.orchestrator.on(LinkedRig.status(LinkedRig.LINK, LinkStatus.State.CONNECTED));
        linked.await(Station.State.IDLE);
    }

    @Test
    void a_line_of_others_does_not_matter() throws Exception {
        linked.plugIn();
        linked.await(Station.State.IDLE);
        rig.orchestrator.on(LinkedRig.status("tcp://other:1", LinkStatus.State.LOST));
        Thread.sleep(200);
        assertEquals(Station.State.IDLE, linked.station().state());
        assertEquals(1, pump.tests.get());
    }

    @Test
    void a_device_that_hangs_in_its_self_test_delays_no_other() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        pump.inTest = () -> assertFalse(never.await(1, TimeUnit.MINUTES));
        linked.plugIn();
        Linked other = new Linked();
        rig.orchestrator.add(other, Agent.named("other"), other);
        assertEquals(
                Run.State.COMPLETED,
                rig.done(Plans.run("o", Plans.dose("a", "other", 1))).state());
    }

    @Test
    void a_device_that_is_configured_and_not_there_is_shown_with_the_reason() {
        rig.orchestrator.awaited("pump", Optional.of(Detail.CONFIGURATION), "diameter = wide: a number is wanted");
        assertEquals(Station.State.ERROR, linked.station().state());
        assertEquals(Optional.of(Detail.CONFIGURATION), linked.station().code());
        rig.orchestrator.awaited("pump", Optional.empty(), "no plug-in brings it");
        assertEquals(Station.State.DRIVER_MISSING, linked.station().state());
        linked.plugIn();
        assertEquals(1, rig.orchestrator.stations().size());
        assertTrue(linked.station().agent().bundle().equals("org.x"));
    }

    @Test
    void a_device_that_is_configured_no_more_is_not_shown() {
        rig.orchestrator.awaited("pump", Optional.empty(), "no plug-in brings it");
        rig.orchestrator.awaited("pump", Optional.empty(), "");
        assertEquals(List.of(), rig.orchestrator.stations());
    }

    @Test
    void a_run_is_not_judged_by_what_a_driver_on_trial_can_do() throws Exception {
        rig.gadget("pump");
        Run impossible = Plans.run("r", Plans.dose("a", "pump", 99));
        assertEquals(1, rig.orchestrator.check(impossible).size());
        assertTrue(rig.orchestrator.quiesce("pump", java.time.Duration.ofSeconds(1)));
        assertEquals(List.of(), rig.orchestrator.check(impossible));
        rig.orchestrator.resume("pump");
        assertEquals(1, rig.orchestrator.check(impossible).size());
    }

    @Test
    void there_is_nothing_to_reset_where_there_is_no_device() {
        linked.plugIn();
        IllegalArgumentException no =
                assertThrows(IllegalArgumentException.class, () -> rig.orchestrator.reset("pmup"));
        assertEquals("There is no device pmup, only [pump]", no.getMessage());
    }
}
