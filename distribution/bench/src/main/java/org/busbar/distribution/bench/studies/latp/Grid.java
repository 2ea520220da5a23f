package org.busbar.distribution.bench.studies.latp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Conditions on a grid: every level with every other one. Immutable. */
public final class Grid {

    private static final double[] FINE_TIMES = steps(150, 540, 30);

    private final double[] acids;
    private final double[] temperatures;
    private final double[] times;

    private Grid(double[] acids, double[] temperatures, double[] times) {
        this.acids = acids;
        this.temperatures = temperatures;
        this.times = times;
    }

    /** The 80 conditions that were tried first. */
    public static Grid initial() {
        return new Grid(steps(-22.5, 7.5, 7.5), steps(800, 1100, 100), new double[] {10, 30, 60, 480});
    }

    /** The space of the first two iterations. */
    static Grid early() {
        return new Grid(steps(-22.5, 7.5, 7.5), steps(800, 1100, 50), coarseTimes());
    }

    /** The larger space of the last two. */
    static Grid late() {
        double[] times = DoubleStream.concat(Arrays.stream(coarseTimes()), Arrays.stream(FINE_TIMES))
                .sorted()
                .distinct()
                .toArray();
        return new Grid(steps(-22.5, 7.5, 3.75), steps(800, 1100, 25), times);
    }

    private static double[] coarseTimes() {
        return new double[] {10, 20, 30, 40, 50, 60, 90, 120, 240, 360, 480, 540};
    }

    private static double[] steps(double low, double high, double step) {
        int count = (int) Math.round((high - low) / step) + 1;
        double[] levels = new double[count];
        Arrays.setAll(levels, i -> low + i * step);
        return levels;
    }

    double[] acids() {
        return acids.clone();
    }

    double[] temperatures() {
        return temperatures.clone();
    }

    double[] times() {
        return times.clone();
    }

    /** All conditions; time changes fastest, acid slowest. */
    public List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        for (double acid : acids) {
            for (double temperature : temperatures) {
                for (double time : times) {
                    all.add(new Condition(acid, temperature, time));
                }
            }
        }
        return all;
    }
}
