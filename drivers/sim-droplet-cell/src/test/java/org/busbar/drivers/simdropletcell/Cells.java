package org.busbar.drivers.simdropletcell;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;

/** Configured cells, and what to tell them, for tests. */
final class Cells {

    private Cells() {}

    /** A configuration of the given settings, and the defaults of the others. */
    static DropletCell.Config config(Map<String, Object> given) {
        return (DropletCell.Config) Proxy.newProxyInstance(
                Cells.class.getClassLoader(),
                new Class<?>[] {DropletCell.Config.class},
                (proxy, method, arguments) -> given.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    static DropletCell cell(Path world, double speedup) {
        return cell(world, Map.of("speedup", speedup));
    }

    static DropletCell cell(Path world, Map<String, Object> settings) {
        return new DropletCell(config(with("world", world.toString(), settings)));
    }

    static Map<String, Object> with(String setting, Object value, Map<String, Object> others) {
        Map<String, Object> settings = new HashMap<>(Map.of("lab_id", "cell", "world", "world"));
        settings.putAll(others);
        settings.put(setting, value);
        return settings;
    }

    static Action action(DropletCell cell, String name) {
        return cell.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Values inputs(String action, double x, double y) {
        return action.equals("moveToSample")
                ? Values.of("x", Quantity.of(x, "mm")).with("y", Quantity.of(y, "mm"))
                : Values.none();
    }

    static Values act(DropletCell cell, String name) throws Exception {
        return action(cell, name).perform(Values.none());
    }

    static Values moveToSample(DropletCell cell, double x, double y) throws Exception {
        return action(cell, "moveToSample").perform(inputs("moveToSample", x, y));
    }

    static double number(DropletCell cell, String channel, String unit) throws Exception {
        return act(cell, channel).quantity(channel).in(unit);
    }

    static String word(DropletCell cell, String channel) throws Exception {
        return act(cell, channel).get(channel).toString();
    }

    static List<String> log(Path world) throws IOException {
        return Files.readAllLines(world.resolve("cell.log"));
    }

    /** A line without its time. */
    static String words(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
