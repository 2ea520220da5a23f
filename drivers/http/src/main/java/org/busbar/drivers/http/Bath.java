package org.busbar.drivers.http;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The physics of a bath: its heater changes it by 1 K/s at most; without, it comes back to 20 Cel with a time constant of
 * 10 min. Used by one thread at a time.
 */
final class Bath {

    static final double COLDEST = -20;
    static final double HOTTEST = 150;
    private static final double ROOM = 20;
    private static final double RATE = 1;
    private static final double TIME_CONSTANT = 600;
    private static final double STABLE = 0.05;
    private static final Set<String> KNOWN = Set.of("speed", "noise", "seed");

    private final double speed;
    private final double noise;
    private final Random random;
    private final LongSupplier nanos;
    private double temperature = ROOM;
    private double setpoint = ROOM;
    private boolean heats;
    private long last;

    Bath(double speed, double noise, long seed, LongSupplier nanos) {
        this.speed = speed;
        this.noise = noise;
        this.random = new Random(seed);
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** @throws IllegalArgumentException if an option is unknown or out of its range */
    static Bath of(Map<String, String> options, LongSupplier nanos) {
        for (String name : options.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("http-thermostat has no option " + name + ", only " + KNOWN);
            }
        }
        return new Bath(
                number(options, "speed", 1, 1, 1e6),
                number(options, "noise", 0.01, 0, 10),
                (long) number(options, "seed", 0, 0, 1e15),
                nanos);
    }

    private static double number(Map<String, String> options, String name, double otherwise, double min, double max) {
        String text = options.getOrDefault(name, Double.toString(otherwise));
        if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")
                || Double.parseDouble(text) < min
                || Double.parseDouble(text) > max) {
            throw new IllegalArgumentException(name + "=" + text + " is not a number from " + min + " to " + max);
        }
        return Double.parseDouble(text);
    }

    /** @param celsius from {@link #COLDEST} to {@link #HOTTEST} */
    void setpoint(double celsius) {
        follow();
        setpoint = celsius;
    }

    void heats(boolean on) {
        follow();
        heats = on;
    }

    double setpoint() {
        return setpoint;
    }

    boolean heats() {
        return heats;
    }

    /** What the thermometer shows, Cel, to 1 mK. */
    double temperature() {
        follow();
        return Math.round((temperature + noise * random.nextGaussian()) * 1000) / 1000.0;
    }

    boolean isStable() {
        follow();
        return heats && Math.abs(temperature - setpoint) <= STABLE;
    }

    private void follow() {
        long now = nanos.getAsLong();
        double seconds = (now - last) / 1e9 * speed;
        last = now;
        if (heats) {
            double way = setpoint - temperature;
            temperature += Math.signum(way) * Math.min(Math.abs(way), RATE * seconds);
        } else {
            temperature = ROOM + (temperature - ROOM) * Math.exp(-seconds / TIME_CONSTANT);
        }
    }
}
