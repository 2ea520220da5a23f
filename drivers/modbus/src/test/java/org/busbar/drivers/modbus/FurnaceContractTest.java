package org.busbar.drivers.modbus;

import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.testkit.DriverContract;

class FurnaceContractTest implements DriverContract {

    @Override
    public Device driver(Links links, String link) {
        return Bench.driver(links, Map.of("link", link, "framing", "rtu"));
    }

    @Override
    public Simulator simulator() {
        return new FurnaceSimulator();
    }

    @Override
    public String options() {
        return "framing=rtu&speedup=100";
    }

    @Override
    public Values example(String action) {
        return action.equals("heat_to") ? Values.of("target", Quantity.of(25, "Cel")) : Values.none();
    }

    @Override
    public Values slow(String action) {
        return action.equals("heat_to") ? Values.of("target", Quantity.of(500, "Cel")) : Values.none();
    }
}
