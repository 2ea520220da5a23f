package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.Comparator;
import org.busbar.optimizers.search.numeric.Normal;

/**
 * How much the highest of some lines a + bZ, Z standard normal, is expected to exceed the highest a.
 *
 * <p>Source: P. Frazier, W. Powell, S. Dayanik, INFORMS J. Comput. 21 (2009) 599, doi:10.1287/ijoc.1080.0314: only lines
 * that are the highest for some Z count; where two of them cross, at c, the gain is the step in b times h(-|c|).
 */
final class Envelope {

    private static final double FAR = 1e100;

    private final double[][] lines;
    /** From where on each line is the highest. */
    private final double[] from;

    private int count;

    private Envelope(int most) {
        lines = new double[most][];
        from = new double[most];
    }

    /**
     * The logarithm of the expected gain; minus infinity if all lines are parallel.
     *
     * @param lines a and b of each; is sorted
     */
    static double logGain(double[][] lines) {
        Arrays.sort(lines, Comparator.<double[]>comparingDouble(line -> line[1]).thenComparingDouble(line -> line[0]));
        Envelope envelope = new Envelope(lines.length);
        for (double[] line : lines) {
            envelope.add(line);
        }
        return envelope.logGain();
    }

    private void add(double[] line) {
        if (count > 0 && lines[count - 1][1] == line[1]) {
            count--;
        }
        double start = Double.NEGATIVE_INFINITY;
        while (count > 0) {
            double[] top = lines[count - 1];
            start = (top[0] - line[0]) / (line[1] - top[1]);
            if (start > from[count - 1]) {
                break;
            }
            count--;
        }
        lines[count] = line;
        from[count] = count == 0 ? Double.NEGATIVE_INFINITY : start;
        count++;
    }

    private double logGain() {
        double[] terms = new double[count];
        for (int i = 1; i < count; i++) {
            double far = Math.abs(from[i]);
            double step = StrictMath.log(lines[i][1] - lines[i - 1][1]);
            terms[i - 1] = far > FAR ? Double.NEGATIVE_INFINITY : step + Normal.logH(-far);
        }
        return Logs.sum(terms, Math.max(0, count - 1));
    }
}
