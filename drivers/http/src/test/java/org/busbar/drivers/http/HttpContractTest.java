package org.busbar.drivers.http;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.testkit.DriverContract;

class HttpContractTest implements DriverContract {

    private static final String TOKEN = "secret-7-token";

    @Override
    public Device driver(Links links, String link) {
        return new HttpInstrument(new Given(link, Given.THERMOSTAT, "", "", TOKEN), links);
    }

    @Override
    public Simulator simulator() {
        return new Thermostat();
    }

    @Override
    public String options() {
        return "speed=1000&noise=0";
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public Values example(String action) {
        return switch (action) {
            case "set_temperature", "heat_to" -> Values.of("temperature", Quantity.of(30, "Cel"));
            case "temper" -> Values.of("time", Quantity.of(50, "ms"));
            default -> Values.none();
        };
    }

    @Override
    public Values slow(String action) {
        return action.equals("temper") ? Values.of("time", Quantity.of(2.2, "s")) : Values.none();
    }
}
