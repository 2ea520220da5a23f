package org.busbar.drivers.newerapump;

import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.testkit.DriverContract;

class SyringePumpContractTest implements DriverContract {

    @Override
    public Device driver(Links links, String link) {
        return Bench.pump(links, Map.of("link", link));
    }

    @Override
    public Simulator simulator() {
        return new PumpSimulator();
    }

    @Override
    public String options() {
        return "speed=20";
    }

    @Override
    public Values example(String action) {
        return isPumping(action) ? Bench.inputs(1, 20) : Values.none(); // 3 s of the pump, 0.15 s on the wall
    }

    @Override
    public Values slow(String action) {
        return isPumping(action) ? Bench.inputs(20, 20) : Values.none(); // a minute of the pump, 3 s on the wall
    }

    /** With a syringe of 60 mL, half full of water. */
    @Override
    public Values realSlow(String action) {
        return isPumping(action) ? Bench.inputs(1, 20) : Values.none();
    }

    @Override
    public String hardware(Device device) throws Exception {
        return ((SyringePump) device).version();
    }

    private static boolean isPumping(String action) {
        return action.equals("dispense") || action.equals("withdraw");
    }
}
