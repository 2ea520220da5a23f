package org.busbar.distribution.bench.optimizers.problems;

/** The functions of Hartmann in three and six dimensions, negated: a sum of four hills. */
final class Hartmann {

    static final double BEST3 = 3.8627797873326;
    static final double BEST6 = 3.32236801141551;

    private static final double[] HEIGHT = {1, 1.2, 3, 3.2};
    private static final double[][] SLOPE3 = {{3, 10, 30}, {0.1, 10, 35}, {3, 10, 30}, {0.1, 10, 35}};
    private static final double[][] PEAK3 = {
        {0.3689, 0.1170, 0.2673}, {0.4699, 0.4387, 0.7470}, {0.1091, 0.8732, 0.5547}, {0.0381, 0.5743, 0.8828}
    };
    private static final double[][] SLOPE6 = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] PEAK6 = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    private Hartmann() {}

    /** Largest value 3.86278. */
    static double[] three(double... u) {
        return sum(u, SLOPE3, PEAK3);
    }

    /** Largest value 3.32237. */
    static double[] six(double... u) {
        return sum(u, SLOPE6, PEAK6);
    }

    private static double[] sum(double[] u, double[][] slope, double[][] peak) {
        double sum = 0;
        for (int hill = 0; hill < HEIGHT.length; hill++) {
            double distance = 0;
            for (int i = 0; i < u.length; i++) {
                distance += slope[hill][i] * (u[i] - peak[hill][i]) * (u[i] - peak[hill][i]);
            }
            sum += HEIGHT[hill] * StrictMath.exp(-distance);
        }
        return new double[] {sum};
    }
}
