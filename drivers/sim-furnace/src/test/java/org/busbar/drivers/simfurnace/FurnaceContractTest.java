package org.busbar.drivers.simfurnace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.testkit.DeviceContract;
import org.junit.jupiter.api.io.TempDir;

class FurnaceContractTest implements DeviceContract {

    private static final Map<String, List<String>> BEFORE = Map.of(
            "load", List.of("open_door"),
            "sinter", List.of("open_door", "load", "close_door"),
            "unload", List.of("open_door", "load"),
            "measure_density", List.of("open_door", "load", "unload"));

    @TempDir
    Path world;

    @Override
    public Device device() throws Exception {
        return Furnaces.furnace(Files.createTempDirectory(world, "world"), Map.of("speedup", 40_000.0));
    }

    @Override
    public void prepare(Device device, String action) throws Exception {
        for (String before : BEFORE.getOrDefault(action, List.of())) {
            Furnaces.act(device, before);
        }
    }

    @Override
    public Values example(String action) {
        return Furnaces.inputs(action, 5);
    }

    @Override
    public Values slow(String action) {
        return action.equals("sinter") ? Furnaces.inputs(action, 1440) : Values.none();
    }
}
