package org.busbar.optimizers.search.numeric;

/**
 * The standard normal law and the functions that the expected improvement needs of it, accurate far into the tails.
 *
 * <p>Relative errors are below 1e-14 wherever the result is a normal double. NaN gives NaN, except in {@link #quantile}.
 * With φ the density and Φ the distribution, h(z) = φ(z) + zΦ(z) is the expected improvement in units of the standard
 * deviation. Sources: M. M. Shepherd, J. G. Laframboise, Math. Comp. 36 (1981) 249, doi:10.1090/S0025-5718-1981-0595058-X
 * for the form of the series (their coefficients and those of h were computed for this class to 60 digits); S. Ament et
 * al., arXiv 2310.20708, for the use of log h.
 */
public final class Normal {

    private static final double ROOT_TWO = 1.4142135623730950488;
    private static final double ROOT_HALF_PI = 1.2533141373155002512;
    private static final double DENSITY_AT_ZERO = 0.39894228040143267794;
    private static final double LOG_ROOT_TWO_PI = 0.91893853320467274178;

    /** (1 + 2x) erfcx(x). */
    private static final Chebyshev ERFCX = new Chebyshev(
            3.75,
            1.1775789345674017541,
            -0.0045900545806464773309,
            -0.084249133366517915584,
            0.059209939998191890498,
            -0.026658668435305752277,
            0.0090749976707052650939,
            -0.0024131635404176081909,
            0.00049077583652580863229,
            -0.000069169733025012063671,
            4.1390279860730101675e-6,
            7.7403830661984906686e-7,
            -2.1886401049234395661e-7,
            1.0764999465670910377e-8,
            4.5219598112182868979e-9,
            -7.7544002088313511065e-10,
            -6.3180883408866844944e-11,
            2.8687950109306698981e-11,
            1.945586854577734723e-13,
            -9.6546967484334389059e-13,
            3.2525481481487398415e-14,
            3.3478119482868053878e-14,
            -1.8645628804193131015e-15,
            -1.2507950530688647085e-15,
            7.418235256624043463e-17,
            5.0681489047961113168e-17);

    /** (1 + x)² h(-x)/φ(x). */
    private static final Chebyshev TAIL = new Chebyshev(
            5,
            1.1786939013866436594,
            -0.10125727962799317049,
            -0.1486554620852188733,
            0.098168487785801515601,
            -0.031717988981526068062,
            0.0041183803066302061965,
            0.00138401749830792646,
            -0.00098383403534953123477,
            0.00029489504920453161057,
            -0.000047092601951401713687,
            8.5900292729208072256e-7,
            1.3554619080433913252e-6,
            -2.3147555595831767752e-7,
            -1.7075440607920012206e-8,
            9.9493628738662351987e-9,
            -2.4106464654592277001e-10,
            -3.5666175303257516114e-10,
            2.8945226947362405847e-11,
            1.3016100717797054333e-11,
            -1.5524538138949640919e-12,
            -5.220930630315214629e-13,
            6.9501846119010019379e-14,
            2.345944460699603033e-14,
            -2.7718859734497764755e-15,
            -1.1544282194466809528e-15,
            9.1160452738889594673e-17,
            5.9551597625577509726e-17,
            -1.4216720043734469378e-18,
            -3.0664098253372219426e-18);

    private Normal() {}

    /** Density φ(z). */
    public static double pdf(double z) {
        return DENSITY_AT_ZERO * bell(z);
    }

    /** ln φ(z). */
    public static double logPdf(double z) {
        return -0.5 * z * z - LOG_ROOT_TWO_PI;
    }

    /** Distribution Φ(z); small values keep their relative accuracy. */
    public static double cdf(double z) {
        return z > 0 ? 1 - lower(-z) : lower(z);
    }

    /** ln Φ(z), finite for every finite z above -1e154. */
    public static double logCdf(double z) {
        if (z > 0) {
            return StrictMath.log1p(-lower(-z));
        }
        return z > -1 ? StrictMath.log(lower(z)) : StrictMath.log(0.5 * erfcx(-z / ROOT_TWO)) - 0.5 * z * z;
    }

    /**
     * The z with Φ(z) = p; infinite at 0 and 1.
     *
     * @throws IllegalArgumentException if p is NaN, below 0 or above 1
     */
    public static double quantile(double p) {
        return Quantile.at(p);
    }

    /** Scaled complementary error function exp(x²) erfc(x); infinite below about -26.6. */
    public static double erfcx(double x) {
        if (x < 0) {
            return 2 * expSquare(-x, 1) - erfcx(-x);
        }
        return ERFCX.at(x) / (1 + 2 * x);
    }

    /** ln h(z), from minus infinity to plus infinity without cancellation. */
    public static double logH(double z) {
        if (z > 0) {
            return StrictMath.log(positiveH(z));
        }
        double weight = 1 - z;
        return logPdf(z) + StrictMath.log(TAIL.at(-z)) - 2 * StrictMath.log(weight);
    }

    /** φ(z)/h(z): the derivative of ln(σ h) with respect to σ, times σ. */
    public static double phiOverH(double z) {
        return z > 0 ? pdf(z) / positiveH(z) : 1 / tail(-z);
    }

    /** Φ(z)/h(z): the derivative of ln h, that is of ln(σ h) with respect to the mean, times σ. */
    public static double cdfOverH(double z) {
        return z > 0 ? cdf(z) / positiveH(z) : ROOT_HALF_PI * erfcx(-z / ROOT_TWO) / tail(-z);
    }

    private static double positiveH(double z) {
        return z + pdf(z) * tail(z);
    }

    /** h(-x)/φ(x) for x >= 0. */
    private static double tail(double x) {
        return TAIL.at(x) / (1 + x) / (1 + x);
    }

    /** Φ(z) for z <= 0. */
    private static double lower(double z) {
        return 0.5 * erfcx(-z / ROOT_TWO) * bell(z);
    }

    /** exp(-z²/2). */
    private static double bell(double z) {
        return expSquare(Math.abs(z), -0.5);
    }

    /** exp(factor x²) for x >= 0, the square split so that its rounding error does not grow with x. */
    private static double expSquare(double x, double factor) {
        if (!(x < 40)) {
            return StrictMath.exp(factor * x * x);
        }
        double coarse = Math.rint(x * 16) / 16;
        double rest = (x - coarse) * (x + coarse);
        return StrictMath.exp(factor * coarse * coarse) * StrictMath.exp(factor * rest);
    }
}
