package org.busbar.optimizers.bayes.gp;

import java.util.List;
import org.busbar.optimizers.search.numeric.Normal;

/**
 * The variance of what a Gaussian process with an RBF kernel expects, split among groups of columns, in closed form: the
 * mean is a sum of products over columns, whose integrals are known. Sobol indices after I. M. Sobol, Math. Comput. Simul.
 * 55, 271 (2001), doi:10.1016/S0378-4754(00)00270-6; for Gaussian processes J. E. Oakley, A. O'Hagan, J. R. Stat. Soc. B 66,
 * 751 (2004), doi:10.1111/j.1467-9868.2004.05304.x; Shapley effects after A. B. Owen, SIAM/ASA J. Uncertain. Quantif. 2, 245
 * (2014), doi:10.1137/130936233. Groups are taken to be independent of each other.
 */
public final class Decomposition {

    private static final int MOST_GROUPS = 10; // Shapley effects of more take too many subsets

    /** How the columns of a group vary. */
    public sealed interface Group {

        /** One column, anywhere from {@code low} to {@code high}, all equally likely. */
        record Uniform(int column, double low, double high) implements Group {}

        /** Some columns, which take the values of one of the options together, all equally likely. */
        record Options(int[] columns, double[][] options) implements Group {}
    }

    private final int groups;
    private final double[] weights;
    private final double[][] single; // group, row: mean of the kernel to that row
    private final double[][] pairs; // group, pair of rows: mean of the product of both kernels
    private final double all;

    /** @throws IllegalArgumentException if the kernel is not RBF */
    public Decomposition(GaussianProcess process, List<Group> groups) {
        if (process.kernel() != Kernel.RBF) {
            throw new IllegalArgumentException(
                    "The variance under the kernel " + process.kernel() + " has no closed form; fit one with RBF");
        }
        Data data = process.data();
        this.groups = groups.size();
        weights = weights(process);
        double[] lengths = process.hyperparameters().lengths();
        int n = data.size();
        single = new double[groups.size()][n];
        pairs = new double[groups.size()][n * (n + 1) / 2];
        double[][] rows = data.rows();
        for (int g = 0; g < groups.size(); g++) {
            fill(groups.get(g), rows, lengths, single[g], pairs[g]);
        }
        all = variance((1 << groups.size()) - 1);
    }

    private static double[] weights(GaussianProcess process) {
        double[] residuals = process.data().values();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= process.mean();
        }
        return process.solve(residuals);
    }

    private static void fill(Group group, double[][] rows, double[] lengths, double[] single, double[] pairs) {
        for (int j = 0, pair = 0; j < rows.length; j++) {
            single[j] = mean(group, rows[j], lengths);
            for (int k = 0; k <= j; k++, pair++) {
                pairs[pair] = product(group, rows[j], rows[k], lengths);
            }
        }
    }

    private static double mean(Group group, double[] row, double[] lengths) {
        if (group instanceof Group.Uniform uniform) {
            int c = uniform.column();
            return gaussian(row[c], lengths[c], uniform);
        }
        Group.Options options = (Group.Options) group;
        double sum = 0;
        for (double[] option : options.options()) {
            sum += kernel(options.columns(), option, row, lengths);
        }
        return sum / options.options().length;
    }

    private static double product(Group group, double[] a, double[] b, double[] lengths) {
        if (group instanceof Group.Uniform uniform) {
            int c = uniform.column();
            double apart = (a[c] - b[c]) / (2 * lengths[c]);
            return StrictMath.exp(-apart * apart) * gaussian((a[c] + b[c]) / 2, lengths[c] / Math.sqrt(2), uniform);
        }
        Group.Options options = (Group.Options) group;
        double sum = 0;
        for (double[] option : options.options()) {
            sum += kernel(options.columns(), option, a, lengths) * kernel(options.columns(), option, b, lengths);
        }
        return sum / options.options().length;
    }

    /** The mean of exp(-(x - centre)²/2l²) over the range. */
    private static double gaussian(double centre, double length, Group.Uniform range) {
        double width = range.high() - range.low();
        if (width == 0) {
            double z = (range.low() - centre) / length;
            return StrictMath.exp(-z * z / 2);
        }
        double share = Normal.cdf((range.high() - centre) / length) - Normal.cdf((range.low() - centre) / length);
        return share * length * Math.sqrt(2 * Math.PI) / width;
    }

    private static double kernel(int[] columns, double[] option, double[] row, double[] lengths) {
        double square = 0;
        for (int i = 0; i < columns.length; i++) {
            double z = (option[i] - row[columns[i]]) / lengths[columns[i]];
            square += z * z;
        }
        return StrictMath.exp(-square / 2);
    }

    /** The variance of what is expected when only the groups of a set are known; bit g of the set is group g. */
    private double variance(int set) {
        double sum = 0;
        for (int j = 0, pair = 0; j < weights.length; j++) {
            for (int k = 0; k <= j; k++, pair++) {
                double inside = 1;
                double apart = 1;
                for (int g = 0; g < groups; g++) {
                    double separate = single[g][j] * single[g][k];
                    apart *= separate;
                    inside *= (set & 1 << g) == 0 ? separate : pairs[g][pair];
                }
                sum += (j == k ? 1 : 2) * weights[j] * weights[k] * (inside - apart);
            }
        }
        return Math.max(0, sum);
    }

    /** The variance of what is expected, in the square unit of the values. */
    public double variance() {
        return all;
    }

    /** The share that each group explains alone; 0 where nothing varies. */
    public double[] first() {
        double[] first = new double[groups];
        for (int g = 0; g < groups; g++) {
            first[g] = share(variance(1 << g));
        }
        return first;
    }

    /** The share that vanishes when each group is fixed. */
    public double[] total() {
        double[] total = new double[groups];
        int everything = (1 << groups) - 1;
        for (int g = 0; g < groups; g++) {
            total[g] = share(all - variance(everything & ~(1 << g)));
        }
        return total;
    }

    /** Whether there are few enough groups for {@link #shapley}. */
    public boolean isShapleyKnown() {
        return groups <= MOST_GROUPS;
    }

    /**
     * The fair share of each group: what it adds to those known before it, as a mean over all orders. They add up to 1, or
     * are all 0 where nothing varies.
     */
    public double[] shapley() {
        double[] variances = new double[1 << groups];
        for (int set = 0; set < variances.length; set++) {
            variances[set] = variance(set);
        }
        double[] shapley = new double[groups];
        for (int set = 0; set < variances.length; set++) {
            double weight = 1.0 / (groups * choose(groups - 1, Integer.bitCount(set)));
            for (int g = 0; g < groups; g++) {
                if ((set & 1 << g) == 0) {
                    shapley[g] += weight * share(variances[set | 1 << g] - variances[set]);
                }
            }
        }
        return shapley;
    }

    private static double choose(int n, int k) {
        double choose = 1;
        for (int i = 0; i < k; i++) {
            choose = choose * (n - i) / (i + 1);
        }
        return choose;
    }

    private double share(double variance) {
        return all > 0 ? variance / all : 0;
    }
}
