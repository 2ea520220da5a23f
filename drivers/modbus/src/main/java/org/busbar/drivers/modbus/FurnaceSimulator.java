package org.busbar.drivers.modbus;

import java.util.HashMap;
import java.util.Map;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;
import org.osgi.service.component.annotations.Component;

/**
 * A furnace with a Modbus controller, for links {@code sim:modbus-furnace}. Options: {@code framing} (tcp or rtu; tcp),
 * {@code unit} (1) and {@code speedup} (1).
 */
@Component(property = Simulator.NAME + "=modbus-furnace")
public final class FurnaceSimulator implements Simulator {

    private static final int MODEL = 4215;
    private static final int OTHER_MODEL = 4300;

    @Override
    public Instrument instrument(Map<String, String> options) {
        return instrument(options, MODEL);
    }

    @Override
    public Instrument impostor(Map<String, String> options) {
        return instrument(options, OTHER_MODEL);
    }

    @Override
    public byte[] refusal() {
        return Busy.EXAMPLE.clone();
    }

    @Override
    public byte[] refusal(byte[] heard) {
        return Busy.answer(heard);
    }

    private static Instrument instrument(Map<String, String> options, int model) {
        Map<String, String> rest = new HashMap<>(options);
        String framing = option(rest, "framing", "tcp");
        if (!framing.equals("tcp") && !framing.equals("rtu")) {
            throw new IllegalArgumentException("framing=" + framing + " must be tcp or rtu");
        }
        int unit = (int) number(rest, "unit", 1, 255);
        Furnace furnace = new Furnace(System::nanoTime, number(rest, "speedup", 1, 10_000));
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException(
                    "sim:modbus-furnace knows the options framing, unit and speedup, not " + rest.keySet());
        }
        return new SimulatedStation(framing.equals("rtu"), unit, new FurnaceMemory(furnace, model));
    }

    private static String option(Map<String, String> options, String name, String missing) {
        String given = options.remove(name);
        return given == null ? missing : given;
    }

    private static double number(Map<String, String> options, String name, double least, double most) {
        String given = option(options, name, "1");
        try {
            double number = Double.parseDouble(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + given + " is not a number", e);
        }
        throw new IllegalArgumentException(name + "=" + given + " is not within " + least + " to " + most);
    }
}
