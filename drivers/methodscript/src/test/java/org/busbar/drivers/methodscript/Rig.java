package org.busbar.drivers.methodscript;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;

/** Configured potentiostats, and what to tell them, for tests. */
final class Rig {

    /** The serial number of a simulated instrument that is told no other one. */
    static final String SERIAL = "SIM0001";

    private Rig() {}

    /** A potentiostat with the given settings, and the defaults of the others. */
    static Potentiostat potentiostat(Links links, String link, Map<String, Object> given) {
        Map<String, Object> settings = new HashMap<>(Map.of("lab_id", "potentiostat", "link", link));
        settings.putAll(given);
        Potentiostat.Config config = (Potentiostat.Config) Proxy.newProxyInstance(
                Rig.class.getClassLoader(),
                new Class<?>[] {Potentiostat.Config.class},
                (proxy, method, arguments) -> settings.getOrDefault(method.getName(), method.getDefaultValue()));
        return new Potentiostat(config, links);
    }

    static Action action(Device device, String name) {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Values openCircuit(double duration, double interval) {
        return Values.of("duration", Quantity.of(duration, "s")).with("interval", Quantity.of(interval, "s"));
    }

    static Values chronoamperometry(double potential, double duration, double interval) {
        return openCircuit(duration, interval).with("potential_applied", Quantity.of(potential, "V"));
    }

    static Values voltammetry(double begin, double vertex1, double vertex2, double step, double rate, long scans) {
        return Values.of("begin", Quantity.of(begin, "V"))
                .with("vertex1", Quantity.of(vertex1, "V"))
                .with("vertex2", Quantity.of(vertex2, "V"))
                .with("step", Quantity.of(step, "V"))
                .with("scan_rate", Quantity.of(rate, "V/s"))
                .with("scans", Quantity.of(scans, "1"));
    }

    static Values impedance(double potential, double amplitude, double highest, double lowest, long perDecade) {
        return Values.of("potential_applied", Quantity.of(potential, "V"))
                .with("amplitude", Quantity.of(amplitude, "V"))
                .with("frequency_max", Quantity.of(highest, "Hz"))
                .with("frequency_min", Quantity.of(lowest, "Hz"))
                .with("points_per_decade", Quantity.of(perDecade, "1"));
    }
}
