package org.busbar.distribution.bench.optimizers.problems;

/** Functions of several objectives, as minima are published, negated. */
final class Fronts {

    private Fronts() {}

    /** ZDT1 of E. Zitzler, K. Deb, L. Thiele, Evol. Comput. 8, 173 (2000), doi 10.1162/106365600568202. */
    static double[] zdt1(double... u) {
        double sum = 0;
        for (int i = 1; i < u.length; i++) {
            sum += u[i];
        }
        double g = 1 + 9 * sum / (u.length - 1);
        return new double[] {-u[0], -g * (1 - Math.sqrt(u[0] / g))};
    }

    /**
     * DTLZ2 with three objectives of K. Deb, L. Thiele, M. Laumanns, E. Zitzler, CEC 2002, 825, doi
     * 10.1109/CEC.2002.1007032.
     */
    static double[] dtlz2(double... u) {
        double radius = 1;
        for (int i = 2; i < u.length; i++) {
            radius += (u[i] - 0.5) * (u[i] - 0.5);
        }
        double a = u[0] * Math.PI / 2;
        double b = u[1] * Math.PI / 2;
        return new double[] {
            -radius * StrictMath.cos(a) * StrictMath.cos(b),
            -radius * StrictMath.cos(a) * StrictMath.sin(b),
            -radius * StrictMath.sin(a)
        };
    }
}
