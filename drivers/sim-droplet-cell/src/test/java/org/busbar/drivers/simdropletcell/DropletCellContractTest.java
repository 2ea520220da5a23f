package org.busbar.drivers.simdropletcell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.testkit.DeviceContract;
import org.junit.jupiter.api.io.TempDir;

class DropletCellContractTest implements DeviceContract {

    private static final List<String> ORDER =
            List.of("moveToWaste", "removeDroplet", "moveToSample", "touchDown", "measure", "liftUp");

    /** Slow axes, so that the way across the plate takes three seconds on the wall. */
    private static final Map<String, Object> SETTINGS = Map.of("speedup", 20.0, "velocity", 1.0, "measuring", 10.0);

    @TempDir
    Path world;

    @Override
    public Device device() throws Exception {
        Path own = Files.createTempDirectory(world, "world");
        return Cells.cell(own, SETTINGS);
    }

    /** Does everything that comes before the action. */
    @Override
    public void prepare(Device device, String action) throws Exception {
        for (String before : ORDER.subList(0, Math.max(0, ORDER.indexOf(action)))) {
            Cells.action((DropletCell) device, before).perform(example(before));
        }
    }

    @Override
    public Values example(String action) {
        return Cells.inputs(action, 0, 25);
    }

    @Override
    public Values slow(String action) {
        return Cells.inputs(action, 50, 50);
    }
}
