package org.busbar.drivers.methodscript;

import static org.busbar.drivers.methodscript.Script.seconds;

import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.DeviceException;

/** The potential of the cell while no current flows. */
final class OpenCircuitPotential implements Technique {

    private final Real duration = Parameter.real("duration", "s", 0.1, 86_400);
    private final Real interval = Parameter.real("interval", "s", 0.01, 3600);
    private final Settings settings;

    OpenCircuitPotential(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Action action() {
        return Action.action("open_circuit_potential")
                .takes(duration, interval)
                .gives(Curves.TIME, Curves.POTENTIAL, Curves.QUALITY)
                .lasting(in -> seconds(in.get(duration)));
    }

    @Override
    public Measurement measurement(Values in) throws DeviceException {
        double time = in.get(duration);
        double every = in.get(interval);
        Points.require(time / every);
        Script script = new Script()
                .variables("t", "p")
                .instrument(settings, Script.Mode.LOW_SPEED, 5 / every)
                .add("cell_off")
                .add("timer_start")
                .add("meas_loop_ocp", "p", every, time)
                .add("timer_get", "t");
        return new Measurement(script.sending("t", "p"), Points.silence(every), Curves::ofPotential);
    }
}
