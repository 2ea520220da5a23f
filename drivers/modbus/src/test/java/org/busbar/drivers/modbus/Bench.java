package org.busbar.drivers.modbus;

import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;

/** Configured drivers for tests. */
final class Bench {

    private Bench() {}

    static Path furnace() {
        try {
            return Path.of(Bench.class.getResource("furnace.yaml").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Modbus driver(Links links, String link) {
        return driver(links, Map.of("link", link));
    }

    static Modbus driver(Links links, Map<String, Object> given) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("lab_id", "furnace", "description", furnace().toString()));
        settings.putAll(given);
        Modbus.Config config = (Modbus.Config) Proxy.newProxyInstance(
                Bench.class.getClassLoader(),
                new Class<?>[] {Modbus.Config.class},
                (proxy, method, arguments) -> settings.getOrDefault(method.getName(), method.getDefaultValue()));
        return new Modbus(config, links);
    }

    static Values perform(Device device, String action, Values inputs) throws Exception {
        return device.actions().stream()
                .filter(declared -> declared.name().equals(action))
                .findFirst()
                .orElseThrow()
                .perform(inputs);
    }
}
