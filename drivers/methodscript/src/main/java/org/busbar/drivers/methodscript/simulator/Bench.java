package org.busbar.drivers.methodscript.simulator;

/**
 * The electronics of the instrument and the cell on it, which stay as they are between scripts.
 *
 * <p>Not safe for use by many threads.
 */
final class Bench {

    /** What an EmStat Pico can apply, V. */
    private static final double LOWEST = -1.7;

    private static final double HIGHEST = 2;

    private final Cell cell;
    private final Amplifier amplifier;
    private boolean isOn;
    private int mode;
    private double applied;

    Bench(Options options) {
        cell = new Cell(options.chemistry());
        amplifier = new Amplifier(options.noise(), options.seed());
    }

    Cell cell() {
        return cell;
    }

    Amplifier amplifier() {
        return amplifier;
    }

    boolean isOn() {
        return isOn;
    }

    int mode() {
        return mode;
    }

    void mode(int number) {
        mode = number;
    }

    void switchOn(boolean on) {
        isOn = on;
    }

    /** Sets the potential in V that is on the cell while it is on. */
    void apply(double potential, int line) throws ScriptError {
        if (!(potential >= LOWEST && potential <= HIGHEST)) {
            throw new ScriptError(ScriptError.POTENTIAL, line);
        }
        applied = potential;
    }

    /** Lets time pass in the cell, s. */
    void pass(double seconds) {
        if (seconds > 0 && isOn) {
            cell.hold(applied, seconds);
        } else if (seconds > 0) {
            cell.rest(seconds);
        }
    }
}
