package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Traffic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in an action, and what that makes of the state of the device. */
class TroubleAtWorkTest {

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
    void an_action_that_was_never_sent_is_done_once_the_device_is_back() throws Exception {
        linked.plugIn();
        pump.once(() -> {
            throw LinkedRig.no(Detail.OFFLINE);
        });
        assertEquals(Run.State.COMPLETED, rig.done(LinkedRig.dose()).state());
        assertEquals(2, pump.doses.get());
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Failed);
        assertEquals(List.of(Station.State.IDLE, Station.State.OFFLINE, Station.State.IDLE), linked.told());
    }

    @Test
    void offline_after_something_was_sent_is_unknown() throws Exception {
        linked.plugIn();
        pump.once(() -> {
            Traffic.sending();
            throw LinkedRig.no(Detail.OFFLINE);
        });
        rig.orchestrator.submit(LinkedRig.dose());
        rig.awaitState("r", Run.State.RECOVERING);
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Unknown);
        assertEquals(1, pump.doses.get());
    }

    @Test
    void a_lost_reply_is_unknown_and_the_device_offline() throws Exception {
        linked.plugIn();
        pump.once(() -> {
            throw new LinkException(LinkException.Kind.LOST, "the plug was pulled");
        });
        pump.inTest = () -> {
            if (pump.doses.get() > 0) {
                throw LinkedRig.no(Detail.OFFLINE);
            }
        };
        rig.orchestrator.submit(LinkedRig.dose());
        rig.awaitState("r", Run.State.RECOVERING);
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Unknown);
        linked.await(Station.State.OFFLINE, Detail.OFFLINE);
        assertEquals(0, pump.safe.get(), "there is no line on which to say so");
        rig.orchestrator.settle("r", "a", new Settlement.GiveUp("looked"), "me");
        rig.awaitEnd("r");
    }

    @Test
    void no_reply_is_a_stop_if_the_device_confirms_it() throws Exception {
        linked.plugIn();
        pump.once(() -> {
            throw new LinkException(LinkException.Kind.NO_REPLY, "2 s of silence");
        });
        LabEvent.RunEnded end = rig.done(LinkedRig.dose());
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Stopped);
        assertTrue(end.reason().contains("2 s of silence"), end.reason());
        assertEquals(1, pump.safe.get());
        linked.await(Station.State.IDLE);
    }

    @Test
    void no_reply_to_the_stop_either_latches_the_device() throws Exception {
        linked.plugIn();
        Linked.Trouble silence = () -> {
            throw new LinkException(LinkException.Kind.NO_REPLY, "2 s of silence");
        };
        pump.inStop = silence;
        pump.once(silence);
        rig.orchestrator.submit(LinkedRig.dose());
        rig.awaitState("r", Run.State.RECOVERING);
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Unknown);
        linked.await(Station.State.STOPPED);
        int before = pump.tests.get();
        rig.orchestrator.unbar("pump", Bar.Kind.STOPPED, "me", "switched off and on");
        Rig.await(() -> pump.tests.get() > before, "a cleared device is not asked");
        linked.await(Station.State.IDLE);
    }

    @Test
    void what_cannot_be_understood_is_an_error_until_the_device_is_in_step_again() throws Exception {
        linked.plugIn();
        pump.once(() -> {
            throw new LinkException(LinkException.Kind.GARBLED, "checksum");
        });
        rig.orchestrator.submit(LinkedRig.dose());
        rig.awaitState("r", Run.State.RECOVERING);
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Unknown);
        linked.await(Station.State.IDLE);
        Rig.await(
                () -> linked.told().equals(List.of(Station.State.IDLE, Station.State.ERROR, Station.State.IDLE)),
                "it was told to be " + linked.told());
    }

    @Test
    void a_fault_of_the_device_waits_for_a_person_who_resets_it() throws Exception {
        linked.plugIn();
        pump.once(() -> {
            throw LinkedRig.no(Detail.FAULT);
        });
        assertEquals(Run.State.FAILED, rig.done(LinkedRig.dose()).state());
        linked.await(Station.State.ERROR, Detail.FAULT);
        Thread.sleep(1000);
        assertEquals(Station.State.ERROR, linked.station().state());
        rig.orchestrator.reset("pump");
        linked.await(Station.State.IDLE);
    }

    @Test
    void a_refusal_says_nothing_about_the_device() throws Exception {
        linked.plugIn();
        pump.once(() -> {
            throw new DeviceException("no liquid");
        });
        assertEquals(Run.State.FAILED, rig.done(LinkedRig.dose()).state());
        assertEquals(Station.State.IDLE, linked.station().state());
    }

    @Test
    void a_driver_that_breaks_down_is_an_error_until_it_passes_its_self_test() throws Exception {
        linked.plugIn();
        pump.once(() -> {
            throw new IllegalStateException("null");
        });
        rig.orchestrator.submit(LinkedRig.dose());
        rig.awaitState("r", Run.State.RECOVERING);
        linked.await(Station.State.IDLE);
        Rig.await(
                () -> linked.told().equals(List.of(Station.State.IDLE, Station.State.ERROR, Station.State.IDLE)),
                "it was told to be " + linked.told());
    }

    @Test
    void what_takes_longer_than_it_should_is_remarked_and_goes_on() throws Exception {
        Gadget slow = rig.gadget("slow");
        slow.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run("r", Plans.dose("a", "slow", 1)));
        Rig.await(
                () -> rig.orchestrator.open().get(0).doing().stream()
                        .anyMatch(doing -> doing.detail().contains("overdue: it was to last 1 s")),
                "nothing was remarked: " + rig.orchestrator.open());
        Rig.await(
                () -> linked.station().detail().contains("overdue"),
                "the device does not show it: " + linked.station());
        slow.hold.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }
}
