package org.busbar.drivers.simfurnace;

/**
 * The master sintering curve: density is a function of the work of sintering alone, however the temperature got there,
 * {@code W = integral of exp(-Q / R T) / T dt} and {@code d = d0 + (d1 - d0) / (1 + exp(-(ln W - a) / b))} (H. Su, D. L.
 * Johnson, J. Am. Ceram. Soc. 79 (1996) 3211; sigmoid after M.-H. Teng et al., Western Pacific Earth Sci. 2 (2002) 171).
 *
 * <p>Two things are added for LATP, without a physical law: acid acts like so much more temperature, since it makes a
 * melt; and beyond a temperature pellets swell. All constants were fitted to 22 published densities (root mean square
 * deviation 2.9 % of the full density); they are no measured properties.
 */
final class MasterCurve {

    /** Density of a pressed pellet. */
    static final double GREEN = 0.78;

    private static final double FULL = 0.98;
    private static final double GAS = 8.314462618;
    private static final double ACTIVATION = 400_100;
    private static final double CENTRE = -42.5088;
    private static final double WIDTH = 0.3012;

    /** K per % of acid. */
    private static final double ACID = 13.3173;

    private static final double SWELLING_FROM = 863.8559 + Heat.KELVIN;
    private static final double SWELLING = 0.001062;
    private static final double LEAST = 0.6;

    private MasterCurve() {}

    /** What a second at a temperature in K adds to the work of sintering, s/K. */
    static double rate(double temperature, double acid) {
        double effective = effective(temperature, acid);
        return Math.exp(-ACTIVATION / GAS / effective) / effective;
    }

    /** Share of the density without pores. */
    static double density(double work, double hottest, double acid) {
        double sintered = work == 0 ? 0 : 1 / (1 + Math.exp(-(Math.log(work) - CENTRE) / WIDTH));
        double swollen = SWELLING * Math.max(0, effective(hottest, acid) - SWELLING_FROM);
        return Math.max(LEAST, GREEN + (FULL - GREEN) * sintered - swollen);
    }

    private static double effective(double temperature, double acid) {
        return Math.max(1, temperature + ACID * acid);
    }
}
