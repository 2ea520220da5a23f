package org.busbar.drivers.galil;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;
import org.osgi.service.component.annotations.Component;

/**
 * Galil controllers in software: {@code sim:galil?speed=10&axes=XY}.
 *
 * <p>Options: {@code speed} of time (1), {@code axes} (X), {@code model} (DMC4113), {@code serial} (4711), {@code homed} (0:
 * as after power-up, where the encoder calls 0 where the carriage stands), and on each rail, in counts, the switches
 * {@code reverse} (-10000), {@code forward} (250000) and {@code home} (0) and the place of the carriage, {@code start}
 * (20000).
 */
@Component(property = Simulator.NAME + "=galil")
public final class GalilSimulator implements Simulator {

    private static final Map<String, String> DEFAULTS = Map.of(
            "speed", "1",
            "axes", "X",
            "model", "DMC4113",
            "serial", "4711",
            "homed", "0",
            "reverse", "-10000",
            "forward", "250000",
            "home", "0",
            "start", "20000");

    @Override
    public Instrument instrument(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(DEFAULTS);
        options.forEach((name, value) -> {
            if (all.put(name, value) == null) {
                throw new IllegalArgumentException("The simulated controller has no option " + name + ", only "
                        + new TreeMap<>(DEFAULTS).keySet());
            }
        });
        return powered(all);
    }

    private static Instrument powered(Map<String, String> options) {
        double speed = number(options, "speed", 1e-3, 1e6);
        Map<String, SimulatedAxis> axes = new HashMap<>();
        for (String letter : options.getOrDefault("axes", "").split("")) {
            if (!letter.matches("[A-HX-ZW]")) {
                throw new IllegalArgumentException("The option axes = " + options.get("axes")
                        + " of the simulated controller must be letters from A to H, or X, Y, Z, W");
            }
            axes.put(letter, axis(options, () -> System.nanoTime() * 1e-9 * speed));
        }
        long serial = (long) number(options, "serial", 1, 999_999_999);
        SimulatedController controller = new SimulatedController(options.getOrDefault("model", ""), serial, axes);
        return Instrument.answering("\r", "", "", controller::answer);
    }

    private static SimulatedAxis axis(Map<String, String> options, DoubleSupplier clock) {
        double reverse = number(options, "reverse", -2e9, 2e9);
        double forward = number(options, "forward", reverse, 2e9);
        double start = number(options, "start", reverse, forward);
        double homed = number(options, "homed", 0, 1);
        Carriage.Rail rail = new Carriage.Rail(reverse, forward, number(options, "home", reverse, forward));
        return new SimulatedAxis(new Carriage(rail, start, homed == 1 ? rail.home() : start), homed, clock);
    }

    private static double number(Map<String, String> options, String name, double min, double max) {
        String given = options.getOrDefault(name, "");
        double number = given.matches("-?[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(given) : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw new IllegalArgumentException("The option " + name + " = " + given
                    + " of the simulated controller must be a number from " + min + " to " + max);
        }
        return number;
    }

    @Override
    public byte[] refusal() {
        return "?".getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A controller with another serial number. */
    @Override
    public Instrument impostor(Map<String, String> options) {
        Map<String, String> other = new HashMap<>(options);
        other.put("serial", "815");
        return instrument(other);
    }
}
