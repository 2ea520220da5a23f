package org.busbar.optimizers.bayes.gp;

import org.busbar.optimizers.search.numeric.Keyed;

/** A prior density over a positive number. Pure; any thread. */
public sealed interface Prior {

    /** The logarithm of the density at a positive number, without its constant. */
    double log(double x);

    /** The slope of {@link #log} in ln x. */
    double slope(double x);

    /** Where the density over x, not over ln x, is largest. */
    double mode();

    /** One draw. */
    double draw(Keyed keyed);

    /**
     * The log-normal density: ln x has mean {@code mean} and standard deviation {@code sd}.
     *
     * @param mean of ln x
     * @param sd of ln x, more than 0
     */
    record LogNormal(double mean, double sd) implements Prior {

        @Override
        public double log(double x) {
            double z = (StrictMath.log(x) - mean) / sd;
            return -StrictMath.log(x) - z * z / 2;
        }

        @Override
        public double slope(double x) {
            return -1 - (StrictMath.log(x) - mean) / (sd * sd);
        }

        @Override
        public double mode() {
            return StrictMath.exp(mean - sd * sd);
        }

        @Override
        public double draw(Keyed keyed) {
            return StrictMath.exp(mean + sd * keyed.normal());
        }
    }

    /**
     * The gamma density of a whole shape.
     *
     * @param shape 1 or more
     * @param rate more than 0
     */
    record Gamma(int shape, double rate) implements Prior {

        @Override
        public double log(double x) {
            return (shape - 1) * StrictMath.log(x) - rate * x;
        }

        @Override
        public double slope(double x) {
            return shape - 1 - rate * x;
        }

        @Override
        public double mode() {
            return (shape - 1) / rate;
        }

        @Override
        public double draw(Keyed keyed) {
            double sum = 0;
            for (int i = 0; i < shape; i++) {
                sum += keyed.exponential();
            }
            return sum / rate;
        }
    }
}
