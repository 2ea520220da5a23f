package org.busbar.drivers.galil;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;

/** Configured controllers and inputs for tests. */
final class Bench {

    private static final Map<String, Object> ONE = Map.of(
            "lab_id", "stage-1",
            "link", "sim:galil",
            "axes", new String[] {"X"},
            "counts_per_mm", new double[] {1000},
            "lowest", new double[] {0},
            "highest", new double[] {250},
            "speed", new double[] {20},
            "acceleration", new double[] {100},
            "home", new String[] {"HM"});

    private static final Map<String, Object> TWO = Map.of(
            "lab_id", "stage-2",
            "link", "sim:galil?axes=XY",
            "axes", new String[] {"X", "Y"},
            "counts_per_mm", new double[] {1000, -1000},
            "lowest", new double[] {0, -200},
            "highest", new double[] {200, 0},
            "speed", new double[] {20, 10},
            "acceleration", new double[] {100, 100},
            "home", new String[] {"HM", "none"});

    private Bench() {}

    static MotionController.Config config(Map<String, Object> usual, Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(usual);
        all.putAll(given);
        return (MotionController.Config) Proxy.newProxyInstance(
                Bench.class.getClassLoader(),
                new Class<?>[] {MotionController.Config.class},
                (proxy, method, arguments) -> all.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    /** One axis X of 250 mm, but for the given settings. */
    static MotionController one(Links links, Map<String, Object> given) {
        return new MotionController(config(ONE, given), links);
    }

    /** Two axes, X and Y, of which Y counts the other way and has no home. */
    static MotionController two(Links links, String link) {
        return new MotionController(config(TWO, Map.of("link", link)), links);
    }

    static Action action(Device device, String name) {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Values to(double mm) {
        return Values.of("position", Quantity.of(mm, "mm"));
    }

    static double move(Device device, String axis, double mm) throws Exception {
        return action(device, "move_" + axis)
                .perform(to(mm))
                .quantity("position")
                .in("mm");
    }

    static double home(Device device, String axis) throws Exception {
        return action(device, "home_" + axis)
                .perform(Values.none())
                .quantity("position")
                .in("mm");
    }

    static double position(Device device, String axis) throws Exception {
        return action(device, "position_" + axis)
                .perform(Values.none())
                .quantity("position")
                .in("mm");
    }

    static double moving(Device device) throws Exception {
        return action(device, "moving")
                .perform(Values.none())
                .quantity("moving")
                .value();
    }
}
