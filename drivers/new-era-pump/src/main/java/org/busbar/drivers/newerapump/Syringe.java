package org.busbar.drivers.newerapump;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A syringe in a pump.
 *
 * @param diameter inside, mm
 * @param volume it holds, mL
 * @param highestRate mL/min
 */
record Syringe(double diameter, double volume, double highestRate) {

    /** Highest speed of the plunger of an NE-1000, cm/min. */
    private static final double FASTEST = 5.1005;

    /** Lowest speed of the plunger of an NE-1000, cm/min. */
    private static final double SLOWEST = 0.004205 / 60;

    /** Lowest rate that the pump can be told, mL/min: 0.001 uL/h. */
    private static final double LEAST = 1e-6 / 60;

    Syringe {
        require("syringe.diameter", diameter, 0.1, 50, "mm");
        require("syringe.volume", volume, 0.001, 9999, "mL");
        require("highest.rate", highestRate, slowest(diameter), 9999, "mL/min");
    }

    /** A syringe in a pump as quick as an NE-1000. */
    Syringe(double diameter, double volume) {
        this(diameter, volume, rounded(area(diameter) * FASTEST, RoundingMode.DOWN));
    }

    /** The lowest rate, mL/min. */
    double lowestRate() {
        return slowest(diameter);
    }

    private static double slowest(double diameter) {
        return Math.max(LEAST, rounded(area(diameter) * SLOWEST, RoundingMode.UP));
    }

    /** To a number that the pump can be told, so that a limit is not refused. */
    private static double rounded(double rate, RoundingMode mode) {
        return new BigDecimal(rate).round(new MathContext(3, mode)).doubleValue();
    }

    /** cm2 of a diameter in mm. */
    private static double area(double diameter) {
        return Math.PI / 4 * diameter * diameter / 100;
    }

    private static void require(String name, double value, double min, double max, String unit) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("The setting " + name + " = " + value + " " + unit
                    + " of the syringe pump must be from " + min + " to " + max + " " + unit);
        }
    }
}
