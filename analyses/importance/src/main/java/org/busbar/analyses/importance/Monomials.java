package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All products of powers of some inputs up to a degree, without the constant.
 *
 * @param factors of each monomial: the inputs that are multiplied, rising, each as often as its power
 */
record Monomials(int[][] factors) {

    /** From the lowest degree to the highest; of one degree in the order of the inputs. */
    static Monomials of(int inputs, int degree) {
        List<int[]> all = new ArrayList<>();
        List<int[]> last = List.of(new int[0]);
        for (int d = 1; d <= degree; d++) {
            last = longer(last, inputs);
            all.addAll(last);
        }
        return new Monomials(all.toArray(int[][]::new));
    }

    private static List<int[]> longer(List<int[]> shorter, int inputs) {
        List<int[]> longer = new ArrayList<>();
        for (int[] one : shorter) {
            for (int input = one.length == 0 ? 0 : one[one.length - 1]; input < inputs; input++) {
                int[] more = Arrays.copyOf(one, one.length + 1);
                more[one.length] = input;
                longer.add(more);
            }
        }
        return longer;
    }

    /** How many there are, (inputs + degree choose degree) - 1; infinite where that is beyond a double. */
    static double count(int inputs, int degree) {
        double count = 1;
        for (int d = 1; d <= degree; d++) {
            count *= (inputs + d) / (double) d;
        }
        return Math.rint(count) - 1;
    }

    int size() {
        return factors.length;
    }

    double[] at(double[] row) {
        double[] values = new double[factors.length];
        for (int m = 0; m < values.length; m++) {
            values[m] = 1;
            for (int input : factors[m]) {
                values[m] *= row[input];
            }
        }
        return values;
    }
}
