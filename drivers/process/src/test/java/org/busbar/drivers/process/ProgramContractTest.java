package org.busbar.drivers.process;

import java.nio.file.Path;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.testkit.DeviceContract;
import org.junit.jupiter.api.io.TempDir;

class ProgramContractTest implements DeviceContract {

    @TempDir
    Path folder;

    @Override
    public Device device() {
        return Given.program(Path.of(Given.MODEL), folder);
    }

    @Override
    public Values example(String action) {
        return switch (action) {
            case "scale" -> Values.of("x", Quantity.of(2.5, "cm")).with("factor", Quantity.of(3, "1"));
            case "echo_json" -> json();
            case "sleep" -> sleep(0.1);
            default -> Values.none();
        };
    }

    static Values json() {
        return Values.of("x", Quantity.of(1500, "mV"))
                .with("mode", new Text("slow"))
                .with("note", new Text("a \"b\" \\ µ; $(reboot)"))
                .with("points", Series.of("ms", 1, 2.5));
    }

    @Override
    public Values slow(String action) {
        return action.equals("sleep") ? sleep(20) : Values.none();
    }

    private static Values sleep(double seconds) {
        return Values.of("time", Quantity.of(seconds, "s"));
    }
}
