package org.busbar.drivers.simformulator;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;

/** Configured formulators and inputs for tests. */
final class Settled {

    private Settled() {}

    /** A configuration of the given settings, and the defaults of the others. */
    static Formulator.Config config(Map<String, Object> given) {
        return (Formulator.Config) Proxy.newProxyInstance(
                Settled.class.getClassLoader(),
                new Class<?>[] {Formulator.Config.class},
                (proxy, method, arguments) -> given.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    static Formulator formulator(String labId, Path world, double speedup) {
        return new Formulator(
                config(Map.of("lab_id", labId, "world", world.toString(), "speedup", speedup, "seed", 7L)));
    }

    static Formulator.Config with(String setting, Object value) {
        Map<String, Object> settings = new HashMap<>(Map.of("lab_id", "formulator", "world", "world"));
        settings.put(setting, value);
        return config(settings);
    }

    static Values request(double pcShare, double molality, double grams) {
        return Values.of("pc_share", Quantity.of(pcShare, "1"))
                .with("salt_molality", Quantity.of(molality, "mol/kg"))
                .with("mass", Quantity.of(grams, "g"));
    }
}
