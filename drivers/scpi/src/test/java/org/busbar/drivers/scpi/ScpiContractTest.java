package org.busbar.drivers.scpi;

import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.testkit.DriverContract;

class ScpiContractTest implements DriverContract {

    @Override
    public Device driver(Links links, String link) {
        return Given.supply(links, link);
    }

    @Override
    public Simulator simulator() {
        return new BenchSupply();
    }

    @Override
    public String options() {
        return "noise=0";
    }

    @Override
    public Values example(String action) {
        return switch (action) {
            case "set_voltage" -> Values.of("voltage", Quantity.of(5, "V"));
            case "set_current_limit" -> Values.of("current", Quantity.of(100, "mA"));
            case "switch_output" -> Values.of("output", new Text("on"));
            case "hold" -> hold(0.2);
            default -> Values.none();
        };
    }

    @Override
    public Values slow(String action) {
        return action.equals("hold") ? hold(3) : Values.none();
    }

    private static Values hold(double seconds) {
        return Values.of("voltage", Quantity.of(2, "V"))
                .with("current", Quantity.of(1, "A"))
                .with("time", Quantity.of(seconds, "s"));
    }
}
