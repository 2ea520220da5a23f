package org.busbar.drivers.methodscript;

import static org.busbar.drivers.methodscript.Script.seconds;

import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.DeviceException;

/** Current over time at one potential. */
final class Chronoamperometry implements Technique {

    private final Real potential;
    private final Real duration = Parameter.real("duration", "s", 0.01, 86_400);
    private final Real interval = Parameter.real("interval", "s", 0.002, 3600);
    private final Settings settings;

    Chronoamperometry(Settings settings) {
        this.settings = settings;
        potential = settings.potential("potential_applied");
    }

    @Override
    public Action action() {
        return Action.action("chronoamperometry")
                .takes(potential, duration, interval)
                .gives(Curves.TIME, Curves.POTENTIAL, Curves.CURRENT, Curves.QUALITY)
                .lasting(in -> seconds(in.get(duration)));
    }

    @Override
    public Measurement measurement(Values in) throws DeviceException {
        double applied = in.get(potential);
        double every = in.get(interval);
        Points.require(in.get(duration) / every);
        Script script = new Script()
                .variables("t", "p", "c")
                .instrument(settings, Script.Mode.LOW_SPEED, 5 / every)
                .cellOn(applied, applied, applied)
                .add("timer_start")
                .add("meas_loop_ca", "p", "c", applied, every, in.get(duration))
                .add("timer_get", "t");
        return new Measurement(script.sending("t", "p", "c"), Points.silence(every), Curves::ofCurrent);
    }
}
