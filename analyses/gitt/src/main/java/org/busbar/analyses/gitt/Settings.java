package org.busbar.analyses.gitt;

import java.util.Arrays;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;

/**
 * What is adjustable.
 *
 * @param radius m, with its standard uncertainty
 * @param capacity A.s, 0 if the charge that flows in the recording counts as 1
 * @param wall whether the drift is per time of the clock, not of current
 * @param together whether one D, R_0 and dU/dQ are fitted to all pulses
 * @param initialVoltage V, at equilibrium before the recording, if it is known
 * @param neighbours how many pulses before and after tell the slope of the open-circuit voltage
 * @param shown the number of the pulse to draw, 0 for the middle one
 */
record Settings(
        Protocol protocol,
        Quantity radius,
        double capacity,
        double firstCharge,
        String method,
        double windowStart,
        double windowEnd,
        boolean wall,
        boolean fromFirstSample,
        boolean together,
        Optional<Double> initialVoltage,
        long neighbours,
        long shown) {

    /**
     * The settings among complete inputs.
     *
     * @throws IllegalArgumentException if the window is empty
     */
    static Settings of(Protocol protocol, Values inputs) {
        Settings settings = new Settings(
                protocol,
                inputs.quantity(Terms.RADIUS.name()).to(Unit.of("m")),
                3600 * inputs.get(Terms.CAPACITY),
                inputs.get(Terms.FIRST_CHARGE),
                inputs.get(Terms.method(protocol)),
                inputs.get(Terms.WINDOW_START),
                inputs.get(Terms.WINDOW_END),
                inputs.get(Terms.DRIFT).equals("wall"),
                inputs.get(Terms.CHANGE).equals("first-sample-after"),
                inputs.get(Terms.TOGETHER).equals("all-pulses"),
                initialVoltage(protocol, inputs),
                inputs.get(Terms.NEIGHBOURS),
                inputs.get(Terms.SHOWN));
        settings.requireWindow();
        return settings;
    }

    boolean is(String formula) {
        return method.equals(formula);
    }

    /** 2 u(R)/R, 0 where u(R) is not known: D goes with the square of the radius. */
    double fromRadius() {
        return Double.isNaN(radius.uncertainty()) ? 0 : 2 * radius.uncertainty() / radius.value();
    }

    private static Optional<Double> initialVoltage(Protocol protocol, Values inputs) {
        double[] given = inputs.get(Terms.INITIAL);
        if (given.length > 1 || (given.length == 1 && inputs.get(Terms.TOGETHER).equals("each-pulse"))) {
            throw new IllegalArgumentException(protocol.analysis() + ": initial_voltage has " + given.length
                    + " values in V; give none, or one with fitted_together = all-pulses, where it is used");
        }
        return Arrays.stream(given).boxed().findFirst();
    }

    private void requireWindow() {
        if (!(windowEnd > windowStart)) {
            throw new IllegalArgumentException(protocol.analysis() + ": window_end = " + windowEnd
                    + " s is not after window_start = " + windowStart + " s; give a window of at least two samples");
        }
    }
}
