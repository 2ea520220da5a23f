package org.busbar.distribution.bench.studies.schwefel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Random points of the two-dimensional Schwefel function, divided by value.
 *
 * @param taught half of those between the 15th and the 85th percentile
 * @param inside the other half
 * @param below those below the 15th percentile
 * @param above those above the 85th percentile
 */
record Tails(double[][] taught, double[][] inside, double[][] below, double[][] above) {

    private static final double LOW = 0.15;
    private static final double HIGH = 0.85;

    static Tails drawn(int count, long seed) {
        Keyed keyed = Keyed.of(seed, count);
        double[][] points = new double[count][2];
        for (double[] point : points) {
            point[0] = keyed.uniform();
            point[1] = keyed.uniform();
        }
        double[] values = values(points);
        double low = Sample.quantile(LOW, values);
        double high = Sample.quantile(HIGH, values);
        double[][] middle = between(points, low, high);
        int half = middle.length / 2;
        return new Tails(
                Arrays.copyOf(middle, half),
                Arrays.copyOfRange(middle, half, middle.length),
                between(points, Double.NEGATIVE_INFINITY, Math.nextDown(low)),
                between(points, Math.nextUp(high), Double.POSITIVE_INFINITY));
    }

    private static double[][] between(double[][] points, double low, double high) {
        List<double[]> some = new ArrayList<>();
        for (double[] point : points) {
            double value = schwefel(point);
            if (value >= low && value <= high) {
                some.add(point);
            }
        }
        return some.toArray(double[][]::new);
    }

    /** The values at some points. */
    static double[] values(double[][] points) {
        return Arrays.stream(points).mapToDouble(Tails::schwefel).toArray();
    }

    /** From 0 at its minimum; the coordinates from 0 to 1 stand for -500 to 500. H.-P. Schwefel, Numerical Optimization
     * of Computer Models, 1981. */
    static double schwefel(double... shares) {
        double sum = 0;
        for (double share : shares) {
            double x = 1000 * share - 500;
            sum += 418.9829 - x * StrictMath.sin(Math.sqrt(Math.abs(x)));
        }
        return sum;
    }
}
