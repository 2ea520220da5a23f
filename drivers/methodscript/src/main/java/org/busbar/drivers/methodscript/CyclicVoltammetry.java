package org.busbar.drivers.methodscript;

import static org.busbar.drivers.methodscript.Script.seconds;

import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.DeviceException;

/** Current over potential, from {@code begin} to one vertex, to the other one, and back, in small steps. */
final class CyclicVoltammetry implements Technique {

    /** Points a second that the slowest of these instruments can send over its line. */
    private static final double FASTEST = 500;

    private final Real begin;
    private final Real vertex1;
    private final Real vertex2;
    private final Real step = Parameter.real("step", "V", 1e-4, 0.1);
    private final Real scanRate = Parameter.real("scan_rate", "V/s", 1e-4, 5);
    private final Whole scans = Parameter.whole("scans", 1, 1000);
    private final Settings settings;

    CyclicVoltammetry(Settings settings) {
        this.settings = settings;
        begin = settings.potential("begin");
        vertex1 = settings.potential("vertex1");
        vertex2 = settings.potential("vertex2");
    }

    @Override
    public Action action() {
        return Action.action("cyclic_voltammetry")
                .takes(begin, vertex1, vertex2, step, scanRate, scans)
                .gives(Curves.TIME, Curves.POTENTIAL, Curves.CURRENT, Curves.QUALITY)
                .lasting(in -> seconds(way(in) / in.get(scanRate)));
    }

    @Override
    public Measurement measurement(Values in) throws DeviceException {
        double rate = in.get(scanRate) / in.get(step);
        if (rate > FASTEST) {
            throw new DeviceException("scan_rate / step = " + rate + " points a second, above the limit of " + FASTEST
                    + ": take a larger step or a slower scan");
        }
        Points.require(way(in) / in.get(step));
        Script script = new Script()
                .variables("t", "p", "c")
                .instrument(settings, Script.Mode.LOW_SPEED, 5 * rate)
                .cellOn(in.get(begin), lowest(in), highest(in))
                .add("timer_start")
                .add("meas_loop_cv", loop(in))
                .add("timer_get", "t");
        return new Measurement(script.sending("t", "p", "c"), Points.silence(1 / rate), Curves::ofCurrent);
    }

    private Object[] loop(Values in) {
        return new Object[] {
            "p",
            "c",
            in.get(begin),
            in.get(vertex1),
            in.get(vertex2),
            in.get(step),
            in.get(scanRate),
            "nscans(" + in.get(scans) + ")"
        };
    }

    /** All scans together, V. */
    private double way(Values in) {
        double one = Math.abs(in.get(vertex1) - in.get(begin))
                + Math.abs(in.get(vertex2) - in.get(vertex1))
                + Math.abs(in.get(begin) - in.get(vertex2));
        return one * in.get(scans);
    }

    private double lowest(Values in) {
        return Math.min(in.get(begin), Math.min(in.get(vertex1), in.get(vertex2)));
    }

    private double highest(Values in) {
        return Math.max(in.get(begin), Math.max(in.get(vertex1), in.get(vertex2)));
    }
}
