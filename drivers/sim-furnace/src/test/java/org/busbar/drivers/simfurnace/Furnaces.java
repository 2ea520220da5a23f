package org.busbar.drivers.simfurnace;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;

/** Configured furnaces, and what to tell them, for tests. */
final class Furnaces {

    private static final Values SAMPLE = Values.of("sample", new Sample("pellet-1"));

    private Furnaces() {}

    /** A furnace with the given settings, and the defaults of the others. */
    static Furnace furnace(Path world, Map<String, Object> given) {
        Map<String, Object> settings = new HashMap<>(Map.of("lab_id", "furnace", "world", world.toString()));
        settings.putAll(given);
        return new Furnace((Furnace.Config) Proxy.newProxyInstance(
                Furnaces.class.getClassLoader(),
                new Class<?>[] {Furnace.Config.class},
                (proxy, method, arguments) -> settings.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    static Action action(Device device, String name) {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Values act(Device device, String name) throws Exception {
        return action(device, name).perform(inputs(name, 5));
    }

    static Values sinter(Device device, double temperature, double ramp, double minutes) throws Exception {
        return action(device, "sinter").perform(firing(temperature, ramp, minutes));
    }

    static double number(Device device, String channel, String unit) throws Exception {
        return act(device, channel).quantity(channel).in(unit);
    }

    /** Inputs with which an action works once what comes before it was done. */
    static Values inputs(String action, double minutes) {
        return switch (action) {
            case "load" -> SAMPLE.with("acid", Quantity.of(0, "%"));
            case "unload", "measure_density" -> SAMPLE;
            case "sinter" -> firing(900, 20, minutes);
            default -> Values.none();
        };
    }

    static Values firing(double temperature, double ramp, double minutes) {
        return SAMPLE.with("temperature", Quantity.of(temperature, "Cel"))
                .with("ramp", Quantity.of(ramp, "K/min"))
                .with("hold", Quantity.of(minutes, "min"))
                .with("atmosphere", new Text("air"));
    }

    /** Puts a pellet in and closes the door. */
    static void load(Device device) throws Exception {
        act(device, "open_door");
        act(device, "load");
        act(device, "close_door");
    }
}
