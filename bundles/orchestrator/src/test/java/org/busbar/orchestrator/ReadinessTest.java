package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkStatus;
import org.busbar.api.link.Traffic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a device's self-test, its link and the faults of its actions make of its state. */
class ReadinessTest {

    private static final String LINK = "serial:/dev/ttyUSB0";

    /** Fails when told to. */
    private interface Trouble {
        void arise() throws Exception;
    }

    /** A pump on a link. */
    private static final class Linked implements Device {
        final AtomicInteger tests = new AtomicInteger();
        final AtomicInteger doses = new AtomicInteger();
        final AtomicInteger safe = new AtomicInteger();
        volatile Trouble inTest = () -> {};
        volatile Trouble inAction = () -> {};
        volatile Trouble inStop = () -> {};

        @Override
        public List<Action> actions() {
            return List.of(Action.action("dose")
                    .takes(Gadget.AMOUNT)
                    .gives(Gadget.GIVEN)
                    .does(in -> {
                        doses.incrementAndGet();
                        inAction.arise();
                        return org.busbar.api.Values.of("given", in.get("amount"));
                    }));
        }

        /** The trouble is over once it has arisen. */
        void once(Trouble trouble) {
            inAction = () -> {
                inAction = () -> {};
                trouble.arise();
            };
        }

        @Override
        public void makeSafe() throws Exception {
            safe.incrementAndGet();
            inStop.arise();
        }

        @Override
        public void selfTest() throws Exception {
            tests.incrementAndGet();
            inTest.arise();
        }
    }

    @TempDir
    Path folder;

    private final Linked pump = new Linked();
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private void plugIn() {
        rig.orchestrator.add(pump, new Agent("pump", "org.x", "1", "", Map.of("link", LINK)), pump);
    }

    private Station station() {
        return rig.orchestrator.stations().get(0);
    }

    private void await(Station.State state, Detail... code) throws InterruptedException {
        Optional<Detail> wanted = code.length == 0 ? Optional.empty() : Optional.of(code[0]);
        Rig.await(() -> station().state() == state && station().code().equals(wanted), "it is " + station());
    }

    private static Run dose() {
        return Plans.run("r", Plans.dose("a", "pump", 1));
    }

    private List<Station.State> told() {
        return rig.journal.of("pump").stream()
                .map(recorded -> recorded.event())
                .filter(LabEvent.StateChanged.class::isInstance)
                .map(event -> ((LabEvent.StateChanged) event).state())
                .toList();
    }

    private static DeviceException no(Detail detail) {
        return new DeviceException(detail, "it is " + detail);
    }

    @Test
    void a_device_is_asked_before_it_is_given_work() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        pump.inTest = () -> assertTrue(answer.await(10, TimeUnit.SECONDS));
        plugIn();
        rig.orchestrator.submit(dose());
        await(Station.State.INITIALIZING);
        assertEquals(0, pump.doses.get());
        answer.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(1, pump.tests.get());
        assertEquals(List.of(Station.State.IDLE), told());
    }

    @Test
    void a_device_without_a_self_test_is_ready_at_once() {
        rig.gadget("pump");
        assertEquals(Station.State.IDLE, station().state());
    }

    @Test
    void what_cannot_be_reached_is_offline_and_tried_again_by_itself() throws Exception {
        pump.inTest = () -> {
            throw no(Detail.OFFLINE);
        };
        plugIn();
        await(Station.State.OFFLINE, Detail.OFFLINE);
        assertEquals("it is OFFLINE", station().detail());
        rig.orchestrator.submit(dose());
        pump.inTest = () -> {};
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of(Station.State.OFFLINE, Station.State.IDLE), told());
    }

    @Test
    void another_instrument_than_the_one_configured_is_given_no_work() throws Exception {
        pump.inTest = () -> {
            throw no(Detail.IDENTITY_MISMATCH);
        };
        plugIn();
        await(Station.State.ERROR, Detail.IDENTITY_MISMATCH);
        rig.orchestrator.submit(dose());
        Rig.await(() -> pump.tests.get() > 1, "it is not asked again");
        assertEquals(0, pump.doses.get());
        String doing = rig.orchestrator.open().get(0).doing().get(0).detail();
        assertTrue(doing.contains("ERROR: it is IDENTITY_MISMATCH"), doing);
    }

    @Test
    void an_action_that_was_never_sent_is_done_once_the_device_is_back() throws Exception {
        plugIn();
        pump.once(() -> {
            throw no(Detail.OFFLINE);
        });
        assertEquals(Run.State.COMPLETED, rig.done(dose()).state());
        assertEquals(2, pump.doses.get());
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Failed);
        assertEquals(List.of(Station.State.IDLE, Station.State.OFFLINE, Station.State.IDLE), told());
    }

    @Test
    void offline_after_something_was_sent_is_unknown() throws Exception {
        plugIn();
        pump.once(() -> {
            Traffic.sending();
            throw no(Detail.OFFLINE);
        });
        rig.orchestrator.submit(dose());
        rig.awaitState("r", Run.State.RECOVERING);
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Unknown);
        assertEquals(1, pump.doses.get());
    }

    @Test
    void a_lost_reply_is_unknown_and_the_device_offline() throws Exception {
        plugIn();
        pump.once(() -> {
            throw new LinkException(LinkException.Kind.LOST, "the plug was pulled");
        });
        pump.inTest = () -> {
            if (pump.doses.get() > 0) {
                throw no(Detail.OFFLINE);
            }
        };
        rig.orchestrator.submit(dose());
        rig.awaitState("r", Run.State.RECOVERING);
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Unknown);
        await(Station.State.OFFLINE, Detail.OFFLINE);
        assertEquals(0, pump.safe.get(), "there is no line on which to say so");
        rig.orchestrator.settle("r", "a", new Settlement.GiveUp("looked"), "me");
        rig.awaitEnd("r");
    }

    @Test
    void no_reply_is_a_stop_if_the_device_confirms_it() throws Exception {
        plugIn();
        pump.once(() -> {
            throw new LinkException(LinkException.Kind.NO_REPLY, "2 s of silence");
        });
        LabEvent.RunEnded end = rig.done(dose());
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Stopped);
        assertTrue(end.reason().contains("2 s of silence"), end.reason());
        assertEquals(1, pump.safe.get());
        await(Station.State.IDLE);
    }

    @Test
    void no_reply_to_the_stop_either_latches_the_device() throws Exception {
        plugIn();
        Trouble silence = () -> {
            throw new LinkException(LinkException.Kind.NO_REPLY, "2 s of silence");
        };
        pump.inStop = silence;
        pump.once(silence);
        rig.orchestrator.submit(dose());
        rig.awaitState("r", Run.State.RECOVERING);
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Unknown);
        await(Station.State.STOPPED);
        int before = pump.tests.get();
        rig.orchestrator.unbar("pump", Bar.Kind.STOPPED, "me", "switched off and on");
        Rig.await(() -> pump.tests.get() > before, "a cleared device is not asked");
        await(Station.State.IDLE);
    }

    @Test
    void what_cannot_be_understood_is_an_error_until_the_device_is_in_step_again() throws Exception {
        plugIn();
        pump.once(() -> {
            throw new LinkException(LinkException.Kind.GARBLED, "checksum");
        });
        rig.orchestrator.submit(dose());
        rig.awaitState("r", Run.State.RECOVERING);
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Unknown);
        await(Station.State.IDLE);
        Rig.await(
                () -> told().equals(List.of(Station.State.IDLE, Station.State.ERROR, Station.State.IDLE)),
                "it was told to be " + told());
    }

    @Test
    void a_fault_of_the_device_waits_for_a_person_who_resets_it() throws Exception {
        plugIn();
        pump.once(() -> {
            throw no(Detail.FAULT);
        });
        assertEquals(Run.State.FAILED, rig.done(dose()).state());
        await(Station.State.ERROR, Detail.FAULT);
        Thread.sleep(1000);
        assertEquals(Station.State.ERROR, station().state());
        rig.orchestrator.reset("pump");
        await(Station.State.IDLE);
    }

    @Test
    void a_refusal_says_nothing_about_the_device() throws Exception {
        plugIn();
        pump.once(() -> {
            throw new DeviceException("no liquid");
        });
        assertEquals(Run.State.FAILED, rig.done(dose()).state());
        assertEquals(Station.State.IDLE, station().state());
    }

    @Test
    void a_driver_that_breaks_down_is_an_error_until_it_passes_its_self_test() throws Exception {
        plugIn();
        pump.once(() -> {
            throw new IllegalStateException("null");
        });
        rig.orchestrator.submit(dose());
        rig.awaitState("r", Run.State.RECOVERING);
        await(Station.State.IDLE);
        Rig.await(
                () -> told().equals(List.of(Station.State.IDLE, Station.State.ERROR, Station.State.IDLE)),
                "it was told to be " + told());
    }

    @Test
    void a_line_that_is_lost_takes_its_devices_off_and_brings_them_back() throws Exception {
        plugIn();
        await(Station.State.IDLE);
        pump.inTest = () -> {
            throw no(Detail.OFFLINE);
        };
        rig.orchestrator.on(status(LINK, LinkStatus.State.LOST));
        await(Station.State.OFFLINE, Detail.OFFLINE);
        pump.inTest = () -> {};
        rig.orchestrator.on(status(LINK, LinkStatus.State.CONNECTED));
        await(Station.State.IDLE);
    }

    @Test
    void a_line_of_others_does_not_matter() throws Exception {
        plugIn();
        await(Station.State.IDLE);
        rig.orchestrator.on(status("tcp://other:1", LinkStatus.State.LOST));
        Thread.sleep(200);
        assertEquals(Station.State.IDLE, station().state());
        assertEquals(1, pump.tests.get());
    }

    private static LinkStatus status(String uri, LinkStatus.State state) {
        return new LinkStatus(
                uri,
                state,
                "the plug was pulled",
                Instant.now(),
                List.of(),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void a_device_that_hangs_in_its_self_test_delays_no_other() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        pump.inTest = () -> assertFalse(never.await(1, TimeUnit.MINUTES));
        plugIn();
        Linked other = new Linked();
        rig.orchestrator.add(other, Agent.named("other"), other);
        assertEquals(
                Run.State.COMPLETED,
                rig.done(Plans.run("o", Plans.dose("a", "other", 1))).state());
    }

    @Test
    void a_device_that_is_configured_and_not_there_is_shown_with_the_reason() {
        rig.orchestrator.awaited("pump", Optional.of(Detail.CONFIGURATION), "diameter = wide: a number is wanted");
        assertEquals(Station.State.ERROR, station().state());
        assertEquals(Optional.of(Detail.CONFIGURATION), station().code());
        rig.orchestrator.awaited("pump", Optional.empty(), "no plug-in brings it");
        assertEquals(Station.State.DRIVER_MISSING, station().state());
        plugIn();
        assertEquals(1, rig.orchestrator.stations().size());
        assertTrue(station().agent().bundle().equals("org.x"));
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
        plugIn();
        IllegalArgumentException no =
                assertThrows(IllegalArgumentException.class, () -> rig.orchestrator.reset("pmup"));
        assertEquals("There is no device pmup, only [pump]", no.getMessage());
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
        Rig.await(() -> station().detail().contains("overdue"), "the device does not show it: " + station());
        slow.hold.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }
}
