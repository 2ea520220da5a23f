package org.busbar.analyses.impedance;

/**
 * A chain of M elements R || C with fixed time constants, fitted to a spectrum by linear least squares: Z = R<sub>0</sub>
 * + &Sigma; R<sub>k</sub>/(1 + j&omega;&tau;<sub>k</sub>) + j&omega;L [+ 1/(j&omega;C)], rows divided by |Z|; the
 * &tau;<sub>k</sub> are evenly spaced in logarithm from 1/&omega;<sub>max</sub> to 1/&omega;<sub>min</sub>.
 *
 * <p>Source: B. A. Boukamp, J. Electrochem. Soc. 142, 1885 (1995), doi 10.1149/1.2044210; M by &mu;: M. Sch&ouml;nleber,
 * D. Klotz, E. Ivers-Tiff&eacute;e, Electrochim. Acta 131, 20 (2014), doi 10.1016/j.electacta.2014.01.034. Immutable.
 */
public final class VoigtFit {

    private static final double LOWEST = -1e300;

    private final Spectrum spectrum;
    private final VoigtColumns columns;
    private final double[] coefficients;
    private final double[] residuals;

    private VoigtFit(Spectrum spectrum, VoigtColumns columns, double[] coefficients) {
        this.spectrum = spectrum;
        this.columns = columns;
        this.coefficients = coefficients;
        this.residuals = columns.residuals(coefficients);
    }

    /** The fit of both parts together, with M elements, with or without the capacitor in series. */
    static VoigtFit ofBoth(Spectrum spectrum, int elements, boolean capacitor) {
        VoigtColumns columns = new VoigtColumns(spectrum, elements, capacitor);
        return new VoigtFit(spectrum, columns, Householder.solve(columns.both(), columns.target()));
    }

    /** Without and with the capacitor, for the price of one factor. */
    record Pair(VoigtFit without, VoigtFit with) {

        static Pair of(Spectrum spectrum, int elements) {
            VoigtColumns columns = new VoigtColumns(spectrum, elements, true);
            Householder factor = Householder.of(columns.both(), columns.target());
            return new Pair(
                    new VoigtFit(spectrum, columns, factor.first(elements + 2)),
                    new VoigtFit(spectrum, columns, factor.first(elements + 3)));
        }
    }

    /** The fit of the real part, and then of the inductance to what is left of the imaginary part. */
    static VoigtFit ofReal(Spectrum spectrum, int elements) {
        VoigtColumns columns = new VoigtColumns(spectrum, elements, false);
        return new VoigtFit(spectrum, columns, columns.solveReal());
    }

    /** M, the number of elements. */
    public int elements() {
        return columns.elements();
    }

    /** Whether there is a capacitor in series. */
    public boolean capacitor() {
        return coefficients.length > elements() + 2;
    }

    /**
     * &mu; = 1 - (sum of |R<sub>k</sub>| below 0)/(sum of R<sub>k</sub> not below 0): 1 if all are positive, near 0 if
     * the chain follows the noise; never below -1e300, which stands for a chain without a positive one.
     */
    public double mu() {
        double negative = 0;
        double positive = 0;
        for (int k = 1; k <= elements(); k++) {
            negative -= Math.min(0, coefficients[k]);
            positive += Math.max(0, coefficients[k]);
        }
        return negative == 0 ? 1 : Math.max(LOWEST, 1 - negative / positive);
    }

    /** (Re Z - Re Z<sub>fit</sub>)/|Z| of each point of the spectrum; a fresh array. */
    public double[] real() {
        return spectrum.each(i -> residuals[2 * i]);
    }

    /** (Im Z - Im Z<sub>fit</sub>)/|Z| of each point of the spectrum; a fresh array. */
    public double[] imaginary() {
        return spectrum.each(i -> residuals[2 * i + 1]);
    }

    /** Re Z<sub>fit</sub> of each point, Ohm; a fresh array. */
    public double[] fittedReal() {
        return spectrum.each(i -> spectrum.real(i) - residuals[2 * i] * spectrum.modulus(i));
    }

    /** Im Z<sub>fit</sub> of each point, Ohm; a fresh array. */
    public double[] fittedImaginary() {
        return spectrum.each(i -> spectrum.imaginary(i) - residuals[2 * i + 1] * spectrum.modulus(i));
    }

    /** Root of the mean square of all residuals, real and imaginary. */
    public double rms() {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return Math.sqrt(sum / residuals.length);
    }
}
