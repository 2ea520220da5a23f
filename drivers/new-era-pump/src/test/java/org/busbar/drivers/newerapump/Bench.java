package org.busbar.drivers.newerapump;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;

/** Configured pumps and inputs for tests. */
final class Bench {

    private static final Map<String, Object> SETTINGS =
            Map.of("lab_id", "pump-1", "link", "sim:new-era-pump", "syringe_diameter", 26.59, "syringe_volume", 60.0);

    private Bench() {}

    /** The usual settings but for the given ones, and the defaults of the others. */
    static SyringePump.Config config(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(SETTINGS);
        all.putAll(given);
        return (SyringePump.Config) Proxy.newProxyInstance(
                Bench.class.getClassLoader(),
                new Class<?>[] {SyringePump.Config.class},
                (proxy, method, arguments) -> all.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    static SyringePump pump(Links links, Map<String, Object> given) {
        return new SyringePump(config(given), links);
    }

    static Values inputs(double mL, double mLPerMinute) {
        return Values.of("volume", Quantity.of(mL, "mL")).with("rate", Quantity.of(mLPerMinute, "mL/min"));
    }

    static Action action(Device device, String name) {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Values dispense(Device device, double mL, double mLPerMinute) throws Exception {
        return action(device, "dispense").perform(inputs(mL, mLPerMinute));
    }

    static double channel(Device device, String name) throws Exception {
        return action(device, name).perform(Values.none()).quantity(name).value();
    }
}
