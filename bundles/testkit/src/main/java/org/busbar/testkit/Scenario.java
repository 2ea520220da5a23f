package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Station;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkStatus;

/** One device at work in a lab, on a line that can be made to fail, and one of its actions. */
final class Scenario implements AutoCloseable {

    /** A failed step is done again once, then a person is asked. */
    static final Recovery AGAIN = Recovery.retry(1, Duration.ofMillis(10));

    private final Stand stand;
    private final DriverContract contract;
    private final Lab lab;
    private final Device device;
    private final Device worker;
    private final String uri;
    private final String station;
    private final Action action;
    private final Values inputs;
    private final Duration patience;

    private Scenario(Stand stand, DriverContract contract, Device device, Device worker, String action, Values inputs)
            throws Exception {
        this.stand = stand;
        this.lab = stand.lab();
        this.contract = contract;
        this.device = device;
        this.worker = worker;
        this.uri = stand.uri(device);
        this.action = Attempt.find(worker, action);
        this.inputs = inputs;
        this.patience = Lab.PATIENCE.plus(this.action.expected(inputs).multipliedBy(3));
        this.station = lab.add(worker, uri);
    }

    /** A fresh device that is ready for an action. */
    static Scenario of(DriverContract contract, String action) throws Exception {
        return of(contract, action, contract.trial(action));
    }

    static Scenario of(DriverContract contract, String action, Values inputs) throws Exception {
        Device device = Trials.prepared(contract, action);
        return ready(new Scenario(Stand.current(), contract, device, device, action, inputs));
    }

    /** The same with something between the lab and the driver. */
    static Scenario behind(Wrapping wrapping, DriverContract contract, String action) throws Exception {
        Device device = Trials.prepared(contract, action);
        Device worker = wrapping.around(device);
        return ready(new Scenario(Stand.current(), contract, device, worker, action, contract.trial(action)));
    }

    /** A device that is there already, and ready for an action. */
    static Scenario at(DriverContract contract, Device device, String action) throws Exception {
        return ready(new Scenario(Stand.current(), contract, device, device, action, contract.trial(action)));
    }

    /** Puts something around a driver. */
    interface Wrapping {
        Device around(Device driver);
    }

    private static Scenario ready(Scenario scenario) throws InterruptedException {
        scenario.lab.awaitState(scenario.station, Station.State.IDLE);
        return scenario;
    }

    Lab lab() {
        return lab;
    }

    String station() {
        return station;
    }

    Action action() {
        return action;
    }

    Capability capability() {
        return action.capability();
    }

    Device device() {
        return device;
    }

    LinkStatus line() {
        return stand.line(uri);
    }

    void inject(LinkFault fault) {
        stand.inject(uri, fault);
    }

    void mend() {
        stand.switchboard().mend(uri);
    }

    String begin(Recovery recovery) {
        return lab.begin(station, action.name(), inputs, recovery);
    }

    Outcome outcome(String run) throws InterruptedException {
        return lab.outcome(run, patience);
    }

    LabEvent.RunEnded end(String run) throws InterruptedException {
        return lab.end(run, patience);
    }

    /** Does the action undisturbed and gives what it gives; fails unless it works. */
    Values works() throws InterruptedException {
        lab.awaitState(station, Station.State.IDLE);
        String run = begin(Recovery.WAIT);
        Outcome outcome = outcome(run);
        if (!(outcome instanceof Outcome.Done done)) {
            throw new AssertionError(action.name() + " does not work on an undisturbed line: " + told(outcome));
        }
        end(run);
        return done.outputs();
    }

    /** The kinds of events of the action, in order. */
    List<String> events() throws InterruptedException {
        lab.awaitState(station, Station.State.IDLE);
        String run = begin(Recovery.WAIT);
        end(run);
        return lab.kinds(run);
    }

    /** A person has the device asked whether it is ready. */
    void reset() {
        lab.orchestrator().reset(station);
    }

    /** Tries a lost line again at once. */
    void reconnect() {
        stand.switchboard().reconnect(uri);
    }

    /** Fails unless the action gives the same as it did before. */
    void worksAs(Values before) throws InterruptedException {
        List<String> differences = contract.differences(capability(), before, works());
        assertEquals(List.of(), differences, "After the failure another answer was taken for that of " + action.name());
    }

    /** Waits for the outcome of a run and fails unless it is of that kind. */
    Outcome requireOutcome(String run, Class<? extends Outcome> kind, String when) throws InterruptedException {
        Outcome outcome = outcome(run);
        Require.that(
                kind.isInstance(outcome),
                action.name() + " should be " + kind.getSimpleName() + " when " + when + ", but was " + told(outcome));
        return outcome;
    }

    void awaitState(Station.State state) throws InterruptedException {
        lab.awaitState(station, state);
    }

    void awaitChange(long after, Station.State state, Detail code) throws InterruptedException {
        lab.awaitChange(station, after, state, code);
    }

    /** Ends a run, however it stands. */
    void endOrGiveUp(String run) throws InterruptedException {
        Lab.await(
                () -> Optional.of(run).filter(id -> lab.asks(id) || lab.hasEnded(id)),
                patience,
                () -> "the run neither ends nor asks a person: "
                        + lab.orchestrator().open());
        if (lab.asks(run)) {
            lab.giveUp(run);
        }
    }

    static String told(Outcome outcome) {
        String kind = outcome.getClass().getSimpleName();
        if (outcome instanceof Outcome.Failed failed) {
            return kind + ": " + failed.reason();
        }
        if (outcome instanceof Outcome.Stopped stopped) {
            return kind + ": " + stopped.reason();
        }
        return outcome instanceof Outcome.Unknown unknown ? kind + ": " + unknown.reason() : kind;
    }

    @Override
    public void close() {
        lab.remove(worker);
        Closing.now(() -> stand.done(device));
    }
}
