package org.busbar.drivers.helao;

import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.testkit.DriverContract;

class StageContractTest implements DriverContract {

    @Override
    public Device driver(Links links, String link) {
        return Bench.driver(links, link, Bench.file("stage-quick.yaml"));
    }

    @Override
    public Simulator simulator() {
        return new StageSimulator();
    }

    @Override
    public Values example(String action) {
        return switch (action) {
            case "move" -> Bench.to(1, 2, 3);
            case "configure" -> Bench.labelled("mine");
            default -> Values.none();
        };
    }

    @Override
    public Values slow(String action) {
        return action.equals("move") ? Bench.to(60, 0, 0) : Values.none();
    }
}
