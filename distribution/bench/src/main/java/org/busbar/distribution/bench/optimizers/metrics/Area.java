package org.busbar.distribution.bench.optimizers.metrics;

/** The mean logarithm of the regret after the first points: the lower, the better. */
public final class Area {

    private Area() {}

    /**
     * The mean over t = n0 + 1 to the end of log10 max(regret, floor).
     *
     * @param regrets after each point, the first ones included
     */
    public static double of(int n0, double floor, double... regrets) {
        double sum = 0;
        for (int t = n0; t < regrets.length; t++) {
            sum += StrictMath.log10(Math.max(regrets[t], floor));
        }
        return sum / (regrets.length - n0);
    }
}
