package org.busbar.drivers.modbus;

import java.util.function.LongSupplier;

/**
 * The physics of a small furnace with its controller: a block that is heated and loses heat to the room, and a sensor that
 * lags behind it.
 */
final class Furnace {

    /** Temperature of the room, Cel. */
    static final double ROOM = 23;

    /** How much hotter than the room full power makes it, K. */
    private static final double FULL = 600;

    private static final double BLOCK_SECONDS = 120;
    private static final double SENSOR_SECONDS = 4;
    private static final double STEP_SECONDS = 0.1;
    private static final double LONGEST_SECONDS = 36_000;

    /** Power for each kelvin below the set point, of 1. */
    private static final double GAIN = 0.05;

    private final LongSupplier nanos;
    private final double speedup;
    private long last;
    private double open;
    private double block = ROOM;
    private double sensor = ROOM;
    private double setpoint = ROOM;
    private boolean on;

    /**
     * @param nanos tells time, such as {@code System::nanoTime}
     * @param speedup how many times faster its time runs
     */
    Furnace(LongSupplier nanos, double speedup) {
        this.nanos = nanos;
        this.speedup = speedup;
        this.last = nanos.getAsLong();
    }

    /** What the sensor shows, Cel. */
    double temperature() {
        pass();
        return sensor;
    }

    double setpoint() {
        return setpoint;
    }

    void setpoint(double celsius) {
        pass();
        setpoint = celsius;
    }

    boolean isOn() {
        return on;
    }

    void switchTo(boolean state) {
        pass();
        on = state;
    }

    /** How hard it heats, 0 to 1. */
    double power() {
        double wanted = (setpoint - ROOM) / FULL + GAIN * (setpoint - sensor);
        return on ? Math.max(0, Math.min(1, wanted)) : 0;
    }

    private void pass() {
        long now = nanos.getAsLong();
        open = Math.min(open + (now - last) * 1e-9 * speedup, LONGEST_SECONDS);
        last = now;
        for (; open >= STEP_SECONDS; open -= STEP_SECONDS) {
            block += STEP_SECONDS * (ROOM + FULL * power() - block) / BLOCK_SECONDS;
            sensor += STEP_SECONDS * (block - sensor) / SENSOR_SECONDS;
        }
    }
}
