package org.busbar.drivers.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.testkit.DeviceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class DensityContractTest implements DeviceContract {

    @TempDir
    Path folders;

    private final List<Vendor> vendors = new ArrayList<>();

    @Override
    public Device device() throws IOException {
        Path folder = Files.createDirectory(folders.resolve("dvm-" + vendors.size()));
        Vendor vendor = Vendor.at(folder, name -> Vendor.report("1,2"));
        vendors.add(vendor);
        return new Bench().driver(folder, Bench.file("density.yaml"));
    }

    @Override
    public Values example(String action) {
        return action.equals("measure") ? Bench.sample("vial-7") : Values.none();
    }

    @Override
    public Values slow(String action) {
        return action.equals("measure") ? Bench.sample("slow") : Values.none();
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Vendor vendor : vendors) {
            vendor.close();
        }
    }
}
