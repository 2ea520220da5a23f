package org.busbar.drivers.newerapump;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;
import org.osgi.service.component.annotations.Component;

/**
 * New Era pumps in software, on one line: {@code sim:new-era-pump?speed=100&addresses=0,1}.
 *
 * <p>Options: {@code speed} of time (1), {@code addresses} (0), {@code model} (1000), {@code capacity} of each syringe
 * (60 mL) and its {@code contents} at first (30 mL), {@code restarted} (1: the pump tells that it was switched on).
 */
@Component(property = Simulator.NAME + "=new-era-pump")
public final class PumpSimulator implements Simulator {

    private static final Map<String, String> DEFAULTS = Map.of(
            "speed", "1", "addresses", "0", "model", "1000", "capacity", "60", "contents", "30", "restarted", "1");
    private static final Pattern LINE = Pattern.compile("(?<address>[0-9]{0,2})(?<command>.*)", Pattern.DOTALL);
    private static final String BEGIN = "\u0002";
    private static final String END = "\u0003";

    @Override
    public Instrument instrument(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(DEFAULTS);
        options.forEach((name, value) -> {
            if (all.put(name, value) == null) {
                throw new IllegalArgumentException(
                        "The simulated pump has no option " + name + ", only " + new TreeMap<>(DEFAULTS).keySet());
            }
        });
        return instrument(all, System::nanoTime);
    }

    private static Instrument instrument(Map<String, String> options, DoubleSupplier nanoseconds) {
        double speed = number(options, "speed", 1e-3, 1e6);
        DoubleSupplier clock = () -> nanoseconds.getAsDouble() * 1e-9 * speed;
        double capacity = number(options, "capacity", 1e-3, 9999);
        double contents = number(options, "contents", 0, capacity);
        String alarm = number(options, "restarted", 0, 1) == 0 ? "" : "R";
        Map<Integer, SimulatedPump> pumps = new HashMap<>();
        for (String address : options.getOrDefault("addresses", "").split(",")) {
            Plunger plunger = new Plunger(capacity, contents, clock.getAsDouble());
            pumps.put(
                    (int) number(Map.of("addresses", address), "addresses", 0, 99),
                    new SimulatedPump("NE" + options.get("model") + "V3.928", plunger, alarm, clock));
        }
        return Instrument.answering("\r", BEGIN, END, line -> answer(pumps, line));
    }

    private static String answer(Map<Integer, SimulatedPump> pumps, String line) {
        Matcher form = LINE.matcher(line);
        form.matches();
        String digits = form.group("address");
        int address = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        SimulatedPump pump = pumps.get(address);
        return pump == null ? "" : String.format("%02d%s", address, pump.answer(form.group("command")));
    }

    private static double number(Map<String, String> options, String name, double min, double max) {
        String given = options.getOrDefault(name, "");
        double number = given.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(given) : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw new IllegalArgumentException("The option " + name + " = " + given
                    + " of the simulated pump must be a number from " + min + " to " + max);
        }
        return number;
    }

    /** Of the pump at address 0: not applicable now. */
    @Override
    public byte[] refusal() {
        return (BEGIN + "00S?NA" + END).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A pump of another model. */
    @Override
    public Instrument impostor(Map<String, String> options) {
        Map<String, String> other = new HashMap<>(options);
        other.put("model", "500");
        return instrument(other);
    }
}
