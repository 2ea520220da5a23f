package org.busbar.drivers.galil;

import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.testkit.DriverContract;

class MotionControllerContractTest implements DriverContract {

    @Override
    public Device driver(Links links, String link) {
        return Bench.one(links, Map.of("link", link, "serial", 4711L));
    }

    @Override
    public Simulator simulator() {
        return new GalilSimulator();
    }

    @Override
    public String options() {
        return "speed=5&homed=1&start=2000";
    }

    @Override
    public Values example(String action) {
        return action.equals("move_x") ? Bench.to(3) : Values.none();
    }

    @Override
    public Values slow(String action) {
        return action.equals("move_x") ? Bench.to(249) : Values.none(); // 12.5 s of the stage, 2.5 s on the wall
    }

    /** Somewhere else than where the examples end: a real stage still stands where the test before left it. */
    @Override
    public void prepare(Device device, String action) throws Exception {
        device.makeSafe();
        Bench.move(device, "x", 2);
    }

    /** On a stage as {@link Bench#one} configures it, with its home known. */
    @Override
    public Values realSlow(String action) {
        return action.equals("move_x") ? Bench.to(100) : Values.none();
    }

    @Override
    public String hardware(Device device) throws Exception {
        return ((MotionController) device).revision();
    }
}
