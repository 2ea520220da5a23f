package org.busbar.drivers.simconductivitycell;

import java.nio.file.Path;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.testkit.DeviceContract;
import org.junit.jupiter.api.io.TempDir;

class ConductivityCellContractTest implements DeviceContract {

    @TempDir
    Path world;

    @Override
    public Device device() {
        return Settled.cell("cell", world, 400);
    }

    @Override
    public void prepare(Device device, String action) throws Exception {
        Settled.placeGolden(world);
    }

    @Override
    public Values example(String action) {
        return Settled.request("formulator-1", 25); // needs no heating: about 190 s in the lab, 0.5 s on the wall
    }

    @Override
    public Values slow(String action) {
        return Settled.request("formulator-1", 60); // about 1200 s in the lab, 3 s on the wall
    }
}
