package org.busbar.drivers.methodscript;

import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.drivers.methodscript.simulator.PotentiostatSimulator;
import org.busbar.testkit.DriverContract;

class PotentiostatContractTest implements DriverContract {

    @Override
    public Device driver(Links links, String link) {
        return Rig.potentiostat(links, link, Map.of("serial_number", Rig.SERIAL));
    }

    @Override
    public Simulator simulator() {
        return new PotentiostatSimulator();
    }

    @Override
    public String options() {
        return "speed=1000";
    }

    @Override
    public Values example(String action) {
        return switch (action) {
            case "open_circuit_potential" -> Rig.openCircuit(5, 0.5);
            case "cyclic_voltammetry" -> Rig.voltammetry(0, 0.4, -0.1, 0.02, 0.2, 1);
            case "chronoamperometry" -> Rig.chronoamperometry(0.2, 2, 0.2);
            default -> Rig.impedance(0.2, 0.01, 10_000, 100, 3);
        };
    }

    @Override
    public Values slow(String action) {
        return action.equals("chronoamperometry") ? Rig.chronoamperometry(0.2, 20_000, 10) : Values.none();
    }
}
