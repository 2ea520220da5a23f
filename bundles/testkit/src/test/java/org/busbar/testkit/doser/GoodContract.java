package org.busbar.testkit.doser;

import java.nio.file.Path;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.testkit.DriverContract;

/** The contract of the good driver; the bad ones change one thing. Run by a launcher, not found as a test. */
class GoodContract implements DriverContract {

    @Override
    public Device driver(Links links, String link) throws Exception {
        return new Doser(links, link);
    }

    @Override
    public Simulator simulator() {
        return new DoserSimulator();
    }

    @Override
    public Values example(String action) {
        switch (action) {
            case "dose":
                return Values.of("volume", Quantity.of(0.05, "mL"));
            case "turn":
                return Values.of("valve", new Text("open"));
            default:
                return Values.none();
        }
    }

    @Override
    public Values slow(String action) {
        return action.equals("dose") ? Values.of("volume", Quantity.of(3, "mL")) : Values.none();
    }

    @Override
    public String hardware(Device device) throws Exception {
        return ((Doser) device).ask("ID?", "DOSER \\d+");
    }

    @Override
    public Path readme() {
        return Path.of("src/test/resources/doser/README.md");
    }
}
