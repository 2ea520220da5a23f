package org.busbar.analyses.impedancefiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names the points of a spectrum that are nearest to whole powers of ten of the frequency. */
final class Decades {

    /** A point further off, in decades, is not called by the power of ten. */
    private static final double NEAR = 0.1;

    private Decades() {}

    /** One name per point, empty for most; {@code frequency} in Hz, above 0. */
    static List<String> labels(double[] frequency) {
        Map<Double, Integer> nearest = new HashMap<>();
        for (int i = 0; i < frequency.length; i++) {
            if (distance(frequency[i]) < NEAR) {
                nearest.merge(decade(frequency[i]), i, (one, other) -> nearer(frequency, one, other));
            }
        }
        return IntStream.range(0, frequency.length)
                .mapToObj(i -> nearest.containsValue(i) ? label(frequency[i]) : "")
                .toList();
    }

    private static int nearer(double[] frequency, int one, int other) {
        return distance(frequency[other]) < distance(frequency[one]) ? other : one;
    }

    private static double decade(double hertz) {
        return Math.rint(Math.log10(hertz)) + 0.0; // 0 and -0 are one decade
    }

    private static double distance(double hertz) {
        return Math.abs(Math.log10(hertz) - decade(hertz));
    }

    private static String label(double hertz) {
        double power = Math.pow(10, decade(hertz));
        return Stream.of(1e6, 1e3, 1.0)
                .filter(size -> power >= size * 0.99)
                .findFirst()
                .map(size -> Math.round(power / size) + word(size))
                .orElse(Math.round(power * 1e6) / 1e3 + " mHz");
    }

    private static String word(double size) {
        return size == 1e6 ? " MHz" : size == 1e3 ? " kHz" : " Hz";
    }
}
