package org.busbar.drivers.methodscript;

import static org.busbar.drivers.methodscript.Script.seconds;

import java.util.stream.LongStream;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.DeviceException;

/** Impedance at frequencies spaced evenly on a logarithmic scale, from the highest to the lowest. */
final class ImpedanceSpectroscopy implements Technique {

    /** What a point takes beside its periods, s; a guess. */
    private static final double SETTLING = 0.3;

    /** How many periods a point takes; a guess. */
    private static final double PERIODS = 3;

    private final Real potential;
    private final Real amplitude = Parameter.real("amplitude", "V", 0.001, 0.25);
    private final Real highest;
    private final Real lowest;
    private final Whole perDecade = Parameter.whole("points_per_decade", 1, 50);
    private final Settings settings;

    ImpedanceSpectroscopy(Settings settings) {
        this.settings = settings;
        potential = settings.potential("potential_applied");
        highest = Parameter.real("frequency_max", "Hz", 0.016, settings.frequencyMax());
        lowest = Parameter.real("frequency_min", "Hz", 0.016, settings.frequencyMax());
    }

    @Override
    public Action action() {
        return Action.action("impedance_spectroscopy")
                .takes(potential, amplitude, highest, lowest, perDecade)
                .gives(Curves.FREQUENCY, Curves.IMPEDANCE_REAL, Curves.IMPEDANCE_IMAGINARY, Curves.QUALITY)
                .lasting(in -> seconds(LongStream.range(0, count(in))
                        .mapToDouble(i -> SETTLING + PERIODS / frequency(in, i))
                        .sum()));
    }

    @Override
    public Measurement measurement(Values in) throws DeviceException {
        if (in.get(lowest) >= in.get(highest)) {
            throw new DeviceException("frequency_min = " + in.quantity("frequency_min")
                    + " is not below frequency_max = " + in.quantity("frequency_max"));
        }
        double dc = in.get(potential);
        Script script = new Script()
                .variables("f", "r", "j")
                .instrument(settings, Script.Mode.HIGH_SPEED, in.get(highest))
                .cellOn(dc, dc, dc)
                .add("meas_loop_eis", loop(in));
        return new Measurement(
                script.sending("f", "r", "j"), Points.silence(3 * PERIODS / in.get(lowest)), Curves::ofImpedance);
    }

    private Object[] loop(Values in) {
        return new Object[] {
            "f", "r", "j", in.get(amplitude), in.get(highest), in.get(lowest), count(in) + "i", in.get(potential)
        };
    }

    private long count(Values in) {
        return 1 + Math.max(1, Math.round(decades(in) * in.get(perDecade)));
    }

    private double frequency(Values in, long index) {
        return in.get(highest) * Math.pow(10, -decades(in) * index / (count(in) - 1));
    }

    private double decades(Values in) {
        return Math.max(0, Math.log10(in.get(highest) / in.get(lowest)));
    }
}
