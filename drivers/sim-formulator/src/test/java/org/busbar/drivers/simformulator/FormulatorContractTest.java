package org.busbar.drivers.simformulator;

import java.nio.file.Path;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.testkit.DeviceContract;
import org.junit.jupiter.api.io.TempDir;

class FormulatorContractTest implements DeviceContract {

    @TempDir
    Path world;

    @Override
    public Device device() {
        return Settled.formulator("formulator", world, 250);
    }

    @Override
    public Values example(String action) {
        return Settled.request(0.5, 0.5, 0.5); // 140 s in the lab, 0.6 s on the wall
    }

    @Override
    public Values slow(String action) {
        return Settled.request(0.5, 2.5, 20); // about 14 minutes in the lab, above 3 s on the wall
    }
}
