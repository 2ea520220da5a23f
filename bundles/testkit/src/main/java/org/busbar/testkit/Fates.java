package org.busbar.testkit;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.device.Device;
import org.busbar.api.device.Fate;

/** Asks a driver what became of an action that another one has begun, as after a restart of the server. */
final class Fates {

    private Fates() {}

    static void stillAtWork(DriverContract contract) throws Exception {
        List<String> names = new ArrayList<>(Trials.slow(contract));
        names.retainAll(Trials.probed(contract));
        assumeFalse(names.isEmpty(), "no slow action has a probe");
        for (String name : names) {
            stillAtWork(contract, name);
        }
    }

    private static void stillAtWork(DriverContract contract, String name) throws Exception {
        Device device = Trials.prepared(contract, name);
        Attempt attempt = Trials.middle(contract, device, name);
        Device next = Stand.current().device(contract, Stand.current().uri(device));
        Fate fate = Trials.fate(next, name, contract.slowTrial(name), attempt.started());
        Require.that(
                fate instanceof Fate.Working || fate instanceof Fate.Unclear,
                name + " is still at work, and the probe says " + fate);
        attempt.interrupt();
        Require.that(attempt.endsWithin(Trials.bound(device)), name + " went on after it was interrupted");
        contract.done(next);
        contract.done(device);
    }
}
