package org.busbar.analyses.conductivity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Conductivity of a standard against temperature, by the cubic through the four nearest values of a table.
 *
 * @param celsius temperatures of the table, rising
 * @param conductivity mS/cm
 * @param relative standard uncertainty, relative
 */
record StandardSolution(String name, double[] celsius, double[] conductivity, double relative) {

    /** The word for a table of one's own. */
    static final String TABLE = "table";

    private static final int NEAREST = 4;
    private static final double STEP = 0.01;
    private static final double[] FIVES = {0, 5, 10, 15, 18, 20, 25, 30, 35, 40, 45, 50};
    private static final double[] WITHOUT_18 = {0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50};

    /** KCl in water, CO2 subtracted; facts of Pratt et al., Pure Appl. Chem. 73, 1783 (2001), and Wu et al. (NIST). */
    private static final StandardSolution[] KCL = {
        new StandardSolution(
                "KCl 0.01 mol/kg",
                FIVES,
                new double[] {
                    0.77292, 0.89096, 1.01395, 1.14145, 1.21993, 1.27303, 1.40823, 1.54663, 1.68779, 1.83127, 1.97662,
                    2.12343
                },
                0.0003),
        new StandardSolution(
                "KCl 0.1 mol/kg",
                FIVES,
                new double[] {
                    7.11685, 8.18370, 9.29172, 10.4371, 11.1406, 11.6159, 12.8246, 14.0592, 15.3160, 16.5910, 17.8806,
                    19.1809
                },
                0.0004),
        new StandardSolution(
                "KCl 1 mol/kg",
                WITHOUT_18,
                new double[] {
                    63.488, 72.030, 80.844, 89.900, 99.170, 108.620, 118.240, 127.970, 137.810, 147.720, 157.670
                },
                0.0004)
    };

    /** The words for the standards, and that for a table. */
    static String[] names() {
        return Stream.concat(Arrays.stream(KCL).map(StandardSolution::name), Stream.of(TABLE))
                .toArray(String[]::new);
    }

    /** The standard of that name, which is not {@link #TABLE}. */
    static StandardSolution named(String name) {
        return Arrays.stream(KCL).filter(s -> s.name.equals(name)).findFirst().orElseThrow();
    }

    /**
     * A table of one's own.
     *
     * @throws IllegalArgumentException if it is no table of four temperatures or more with conductivities above 0
     */
    static StandardSolution table(double[] celsius, double[] conductivity, double relative) {
        boolean rising = celsius.length == conductivity.length && celsius.length >= NEAREST;
        for (int i = 0; rising && i < celsius.length; i++) {
            rising = conductivity[i] > 0 && (i == 0 || celsius[i] > celsius[i - 1]);
        }
        if (!rising) {
            throw new IllegalArgumentException("cell-constant: table_temperature has " + celsius.length
                    + " and table_conductivity " + conductivity.length + " values; give " + NEAREST
                    + " or more of each, temperatures rising, conductivities above 0 mS/cm");
        }
        return new StandardSolution(TABLE, celsius, conductivity, relative);
    }

    /**
     * mS/cm.
     *
     * @throws IllegalArgumentException if the table does not reach there
     */
    double at(double temperature) {
        if (!(temperature >= celsius[0] && temperature <= celsius[celsius.length - 1])) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "cell-constant: temperature = %.2f Cel is outside of the standard '%s', %.2f to %.2f Cel;"
                            + " calibrate within or give a table that reaches there",
                    temperature,
                    name,
                    celsius[0],
                    celsius[celsius.length - 1]));
        }
        return cubic(temperature);
    }

    /** Relative change per kelvin. */
    double slope(double temperature) {
        return (cubic(temperature + STEP) - cubic(temperature - STEP)) / (2 * STEP * cubic(temperature));
    }

    private double cubic(double temperature) {
        int from = first(temperature);
        double sum = 0;
        for (int i = from; i < from + NEAREST; i++) {
            double product = conductivity[i];
            for (int k = from; k < from + NEAREST; k++) {
                product *= i == k ? 1 : (temperature - celsius[k]) / (celsius[i] - celsius[k]);
            }
            sum += product;
        }
        return sum;
    }

    private int first(double temperature) {
        return IntStream.rangeClosed(0, celsius.length - NEAREST)
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs((celsius[i + 1] + celsius[i + 2]) / 2 - temperature)))
                .orElseThrow();
    }
}
