package org.busbar.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Terms;
import org.busbar.api.link.LinkListener;
import org.opentest4j.AssertionFailedError;

/** A lab for one test: devices and runs of its own, in premises that it shares with the other tests of its class. */
final class Lab implements AutoCloseable {

    /** How long anything may take that is to happen by itself. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long it may take until something is told that has happened already. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final String STEP = "step";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Premises premises;
    private final List<String> subjects = new CopyOnWriteArrayList<>();
    private final Set<Device> devices = ConcurrentHashMap.newKeySet();

    Lab(Premises premises) {
        this.premises = premises;
    }

    /** Has to be told when lines are connected and lost. */
    LinkListener listener() {
        return premises.orchestrator();
    }

    Orchestrator orchestrator() {
        return premises.orchestrator();
    }

    /** Puts a device to work; gives its name in the lab. */
    String add(Device device, String uri) {
        String id = name("device-");
        devices.add(device);
        premises.orchestrator().add(device, new Agent(id, "", "", "", Map.of("link", uri)), device);
        return id;
    }

    private String name(String kind) {
        String name = kind + COUNT.incrementAndGet();
        subjects.add(name);
        return name;
    }

    void remove(Device device) {
        devices.remove(device);
        premises.orchestrator().remove(device);
    }

    Station station(String device) {
        return orchestrator().stations().stream()
                .filter(station -> station.id().equals(device))
                .findFirst()
                .orElseThrow();
    }

    /** Begins a run of one action, which waits for a person if it fails; gives its id. */
    String begin(String device, String action, Values inputs, Recovery recovery) {
        String id = name("run-");
        orchestrator().submit(run(id, device, action, inputs, recovery));
        return id;
    }

    static Run run(String id, String device, String action, Values inputs, Recovery recovery) {
        Map<String, Input> constants = inputs.byName().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> new Input.Constant(one.getValue())));
        Step step = new Step.Act(STEP, action, device, constants, new Terms(recovery, Duration.ZERO, List.of()));
        return new Run(id, new Sequence("kit", "1", List.of(), List.of(step), Map.of()), Values.none(), "kit");
    }

    /** Waits for what came of the first attempt of a run; it takes longer if the action does. */
    Outcome outcome(String run, Duration patience) throws InterruptedException {
        return await(
                () -> ends(run).findFirst(),
                patience,
                () -> "nothing came of it: " + orchestrator().open());
    }

    private Stream<Outcome> ends(String run) {
        return premises.of(run).stream()
                .map(Recorded::event)
                .filter(LabEvent.StepEnded.class::isInstance)
                .map(event -> ((LabEvent.StepEnded) event).outcome());
    }

    /** Waits for the end of a run. */
    LabEvent.RunEnded end(String run, Duration patience) throws InterruptedException {
        return await(
                () -> ended(run),
                patience,
                () -> "the run did not end: " + orchestrator().open());
    }

    private Optional<LabEvent.RunEnded> ended(String run) {
        return premises.of(run).stream()
                .map(Recorded::event)
                .filter(LabEvent.RunEnded.class::isInstance)
                .map(LabEvent.RunEnded.class::cast)
                .findFirst();
    }

    /** The kinds of events of a run, in order. */
    List<String> kinds(String run) {
        return premises.of(run).stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .toList();
    }

    /** Everything that was written down of the devices and runs of this lab. */
    List<String> record() {
        return premises.written(subjects)
                .map(recorded -> recorded.event().toString())
                .toList();
    }

    boolean hasEnded(String run) {
        return ended(run).isPresent();
    }

    /** Whether any step of a run has begun. */
    boolean hasBegun(String run) {
        return premises.of(run).stream().anyMatch(recorded -> recorded.event() instanceof LabEvent.StepBegun);
    }

    /** Whether a person is asked what to do. */
    boolean asks(String run) {
        return orchestrator().inquiries().stream()
                .anyMatch(inquiry -> inquiry.run().equals(run));
    }

    /** Ends a run that asks a person. */
    void giveUp(String run) throws InterruptedException {
        await(() -> Optional.of(run).filter(this::asks), PATIENCE, () -> "nobody is asked what to do");
        orchestrator().settle(run, STEP, new Settlement.GiveUp("seen"), "kit");
        end(run, PATIENCE);
    }

    /** The events of a device since number {@code after} that say how it is. */
    List<LabEvent.StateChanged> changes(String device, long after) {
        return premises.of(device).stream()
                .filter(recorded -> recorded.number() > after)
                .map(Recorded::event)
                .filter(LabEvent.StateChanged.class::isInstance)
                .map(LabEvent.StateChanged.class::cast)
                .toList();
    }

    long last() {
        return premises.last();
    }

    /** Waits until a device is in a state, and not asked anything. */
    void awaitState(String device, Station.State state) throws InterruptedException {
        await(
                () -> Optional.of(station(device)).filter(station -> station.state() == state),
                PATIENCE,
                () -> "the device is not " + state + " but " + told(station(device)));
    }

    /** Waits for word that a device is in a state with a code. */
    void awaitChange(String device, long after, Station.State state, Detail code) throws InterruptedException {
        await(
                () -> changes(device, after).stream()
                        .filter(change ->
                                change.state() == state && change.code().equals(Optional.of(code)))
                        .findFirst(),
                SOON,
                () -> "the device was never " + state + " " + code + " but " + changes(device, after) + ", now "
                        + told(station(device)));
    }

    static String told(Station station) {
        return station.state() + station.code().map(code -> " " + code).orElse("") + " (" + station.detail() + ")";
    }

    /** A person looks at a stopped device and finds it well. */
    void clear(String device) {
        for (Bar bar : station(device).bars()) {
            orchestrator().unbar(device, bar.kind(), "kit", "looked at");
        }
    }

    /** Waits until something is there. */
    static <T> T await(Supplier<Optional<T>> wanted, Duration patience, Supplier<String> otherwise)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionFailedError(otherwise.get());
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        List.copyOf(devices).forEach(this::remove);
    }
}
