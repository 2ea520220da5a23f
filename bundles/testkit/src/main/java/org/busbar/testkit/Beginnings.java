package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.SequenceException;
import org.busbar.api.experiment.Station;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkStatus;
import org.busbar.api.link.Simulator;

/** How a driver begins: what it does before it has work, and when it is given none. */
final class Beginnings {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** Hears everything and says nothing. */
    private static final Instrument SILENT = (bytes, voice) -> {};

    private final DriverContract contract;
    private final Stand stand = Stand.current();

    Beginnings(DriverContract contract) {
        this.contract = contract;
    }

    void activates() throws Exception {
        activates(stand.absent(contract, "kit-nothing-there"));
        activates(stand.simulated(contract, Stand.making(SILENT)));
        activates(stand.uri(contract));
    }

    private void activates(String uri) throws Exception {
        long start = System.nanoTime();
        Device device = stand.device(contract, uri);
        device.actions();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Require.that(took.compareTo(AT_ONCE) <= 0, "Activation took " + took + " on " + uri + "; at most 1 s");
        assertEquals(0, exchanges(uri), "Activation talks to the instrument; the first exchange is that of selfTest");
        stand.done(device);
    }

    private long exchanges(String uri) {
        return stand.switchboard().links().stream()
                .filter(line -> line.uri().equals(uri))
                .mapToLong(LinkStatus::exchanges)
                .sum();
    }

    void waitsForAnAnswer() throws Exception {
        Device device = stand.device(contract, stand.simulated(contract, Stand.making(SILENT)));
        Station station = begun(device);
        Require.that(
                station.state() == Station.State.ERROR || station.state() == Station.State.OFFLINE,
                "Nothing answers, and the device is " + Lab.told(station) + "; selfTest has to ask the instrument");
        stand.lab().remove(device);
        stand.done(device);
    }

    void refusesAnotherInstrument() throws Exception {
        Device device = stand.device(contract, stand.simulated(contract, impostors()));
        Station station = begun(device);
        Require.that(
                station.state() == Station.State.ERROR && station.code().equals(Optional.of(Detail.IDENTITY_MISMATCH)),
                "Another instrument answers, and the device is " + Lab.told(station)
                        + ", not ERROR IDENTITY_MISMATCH; selfTest has to tell them apart");
        stand.lab().remove(device);
        stand.done(device);
    }

    private Simulator impostors() {
        Simulator simulator = contract.simulator();
        return options -> {
            try {
                return simulator.impostor(options);
            } catch (UnsupportedOperationException e) {
                return SILENT;
            }
        };
    }

    /** Skips a test if there is no other instrument. */
    void requireImpostor() {
        try {
            contract.simulator().impostor(options());
        } catch (UnsupportedOperationException e) {
            abort(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        for (String option : contract.options().split("&")) {
            String[] parts = option.split("=", 2);
            if (parts.length == 2 && !List.of("timeout", "gap", "limit").contains(parts[0])) {
                options.put(parts[0], parts[1]);
            }
        }
        return options;
    }

    /** The device after it was asked whether it is ready. */
    private Station begun(Device device) throws Exception {
        Lab lab = stand.lab();
        String id = lab.add(device, stand.uri(device));
        return Lab.await(
                () -> Optional.of(lab.station(id)).filter(now -> now.state() != Station.State.INITIALIZING),
                Lab.PATIENCE,
                () -> "the device does not come back from its self-test");
    }

    void sendsNothingThatIsRefused() throws Exception {
        List<String> taken = new ArrayList<>();
        for (String name : Trials.names(contract)) {
            try (Scenario scenario = Scenario.of(contract, name)) {
                long before = scenario.line().exchanges();
                describe(scenario);
                taken.addAll(taken(scenario));
                assertEquals(
                        before,
                        scenario.line().exchanges(),
                        name + ": something is sent to the instrument before the action is performed");
            }
        }
        assertEquals(List.of(), taken, "Inputs were taken that are wrong");
    }

    private void describe(Scenario scenario) throws Exception {
        scenario.device().actions();
        scenario.device().stopBound();
        Values inputs = contract.trial(scenario.action().name());
        scenario.action().expected(inputs);
        scenario.action().effects(inputs, Values.none());
    }

    private List<String> taken(Scenario scenario) throws Exception {
        List<String> taken = new ArrayList<>();
        Action action = scenario.action();
        Map<String, Values> bad = BadInputs.of(action.capability(), contract.trial(action.name()));
        for (Map.Entry<String, Values> one : bad.entrySet()) {
            if (action.capability().refusals(one.getValue()).isEmpty() || !isRefused(scenario, one.getValue())) {
                taken.add(action.name() + ": " + one.getKey());
            }
        }
        return taken;
    }

    private boolean isRefused(Scenario scenario, Values inputs) throws InterruptedException {
        try {
            String run =
                    scenario.lab().begin(scenario.station(), scenario.action().name(), inputs, Recovery.FAIL);
            return scenario.lab().outcome(run, Lab.PATIENCE) instanceof Outcome.Failed;
        } catch (SequenceException e) {
            return true;
        }
    }

    /** The instrument does not answer one question and then hears again: it can be made safe at once. */
    void isSafeWhileTheLineHangs() throws Exception {
        for (String name : Trials.failing(contract)) {
            Device device = stand.device(contract, patient());
            contract.prepare(device, name);
            device.selfTest();
            stand.inject(stand.uri(device), LinkFault.once(LinkFault.Kind.HANG));
            Attempt attempt = Attempt.at(device, name, contract.trial(name));
            attempt.endsWithin(Trials.MIDDLE);
            Trials.requireSafe(device);
            attempt.interrupt();
            Require.that(attempt.endsWithin(Trials.bound(device)), name + " went on after it was interrupted");
            stand.done(device);
        }
    }

    /** A link that waits longer than the device may take to stop. */
    private String patient() throws Exception {
        Device device = contract.device();
        long millis = device.stopBound().plusSeconds(2).toMillis();
        stand.done(device);
        String uri = stand.uri(contract);
        String rest = uri.replaceFirst("timeout=[^&]*&?", "").replaceFirst("[?&]$", "");
        return rest + (rest.contains("?") ? "&" : "?") + "timeout=" + millis + "ms";
    }

    void isSafeWhileItBegins() throws Exception {
        Device device = stand.device(contract, stand.simulated(contract, Stand.making(SILENT)));
        Action test = Action.action("selfTest").does(inputs -> {
            device.selfTest();
            return Values.none();
        });
        Attempt attempt = Attempt.at(() -> List.of(test), "selfTest", Values.none());
        Trials.requireAnswer(device);
        attempt.interrupt();
        Require.that(attempt.endsWithin(Trials.bound(device)), "selfTest went on after it was interrupted");
        assertNull(attempt.outputs(), "selfTest passed though nothing answers");
        stand.done(device);
    }
}
