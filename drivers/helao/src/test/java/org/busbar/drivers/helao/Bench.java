package org.busbar.drivers.helao;

import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;

/** Configured drivers and inputs for tests. */
final class Bench {

    private Bench() {}

    static Path file(String name) {
        try {
            return Path.of(Bench.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Helao driver(Links links, String link, Path description) {
        Map<String, Object> settings = Map.of("lab_id", "stage", "link", link, "description", description.toString());
        Helao.Config config = (Helao.Config) Proxy.newProxyInstance(
                Bench.class.getClassLoader(),
                new Class<?>[] {Helao.Config.class},
                (proxy, method, arguments) -> settings.get(method.getName()));
        return new Helao(config, links);
    }

    static Values perform(Device device, String action, Values inputs) throws Exception {
        return device.actions().stream()
                .filter(declared -> declared.name().equals(action))
                .findFirst()
                .orElseThrow()
                .perform(inputs);
    }

    static Values to(double x, double y, double z) {
        return Values.of("x", Quantity.of(x, "mm"))
                .with("y", Quantity.of(y, "mm"))
                .with("z", Quantity.of(z, "mm"));
    }

    static Values labelled(String label) {
        return Values.of("label", new Text(label)).with("limits", new Text("on"));
    }
}
