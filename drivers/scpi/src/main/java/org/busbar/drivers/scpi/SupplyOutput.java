package org.busbar.drivers.scpi;

import java.util.Random;
import java.util.function.LongSupplier;

/**
 * The physics of a bench supply: constant voltage up to the current limit, then constant current; its output capacitor
 * makes the voltage follow with a time constant of 20 ms. Used by one thread at a time.
 */
final class SupplyOutput {

    static final double MOST_VOLTS = 30;
    static final double MOST_AMPERES = 3;
    private static final double TIME_CONSTANT = 0.02;
    private static final int DIGITS = 10_000;

    private final SupplyOptions options;
    private final LongSupplier nanos;
    private final Random random;
    private double voltage;
    private double current = MOST_AMPERES;
    private boolean on;
    private double terminal;
    private long last;

    SupplyOutput(SupplyOptions options, LongSupplier nanos) {
        this.options = options;
        this.nanos = nanos;
        random = new Random(options.seed());
        last = nanos.getAsLong();
    }

    void voltage(double volts) {
        follow();
        voltage = volts;
    }

    void current(double amperes) {
        follow();
        current = amperes;
    }

    void on(boolean now) {
        follow();
        on = now;
    }

    double voltage() {
        return voltage;
    }

    double current() {
        return current;
    }

    boolean on() {
        return on;
    }

    /** What the voltmeter shows, V. */
    double volts() {
        follow();
        return shown(terminal);
    }

    /** What the ammeter shows, A. */
    double amperes() {
        follow();
        return shown(terminal / options.load());
    }

    /** To four digits after the point. */
    private double shown(double truth) {
        double noisy = truth + options.noise() * random.nextGaussian();
        return (double) Math.round(noisy * DIGITS) / DIGITS;
    }

    private void follow() {
        long now = nanos.getAsLong();
        double target = on ? Math.min(voltage, current * options.load()) : 0;
        terminal = target + (terminal - target) * Math.exp(-(now - last) / 1e9 / TIME_CONSTANT);
        last = now;
    }
}
