package org.busbar.analyses.impedance;

import java.util.Arrays;

/** The residuals of a fit, as parts of |Z| and by falling frequency, and what is normal around each. */
record Residuals(double[] real, double[] imaginary, double[] band) {

    private static final int NEIGHBOURS = 10;
    /** Standard deviation of a normal law from the median of its absolute values. */
    private static final double NORMAL = 1.4826;

    private static final double WIDTH = 5;

    static Residuals of(VoigtFit fit) {
        return of(fit.real(), fit.imaginary());
    }

    static Residuals of(double[] real, double[] imaginary) {
        double[] band = new double[real.length];
        for (int k = 0; k < band.length; k++) {
            band[k] = WIDTH * NORMAL * medianAround(k, real, imaginary);
        }
        return new Residuals(real, imaginary, band);
    }

    private static double medianAround(int k, double[] real, double[] imaginary) {
        int from = Math.max(0, k - NEIGHBOURS);
        int to = Math.min(real.length, k + NEIGHBOURS + 1);
        double[] sizes = new double[2 * (to - from)];
        for (int i = from; i < to; i++) {
            sizes[2 * (i - from)] = Math.abs(real[i]);
            sizes[2 * (i - from) + 1] = Math.abs(imaginary[i]);
        }
        Arrays.sort(sizes);
        return (sizes[sizes.length / 2 - 1] + sizes[sizes.length / 2]) / 2;
    }

    @Override
    public double[] band() {
        return band.clone();
    }

    double size(int k) {
        return Math.max(Math.abs(real[k]), Math.abs(imaginary[k]));
    }

    /** The index of the largest residual above {@code limit} and above the band; -1 if there is none. */
    int outlier(double limit) {
        int worst = -1;
        for (int k = 0; k < real.length; k++) {
            boolean out = size(k) > limit && size(k) > band[k];
            worst = out && (worst < 0 || size(k) > size(worst)) ? k : worst;
        }
        return worst;
    }

    /** The index of the largest residual. */
    int largest() {
        int worst = 0;
        for (int k = 1; k < real.length; k++) {
            worst = size(k) > size(worst) ? k : worst;
        }
        return worst;
    }

    double rms() {
        return Math.sqrt((products(real, 0) + products(imaginary, 0)) / (2 * real.length));
    }

    double autocorrelation() {
        return Math.max(autocorrelation(real), autocorrelation(imaginary));
    }

    private static double autocorrelation(double[] residuals) {
        double[] centred = centred(residuals);
        double square = products(centred, 0);
        return square > 0 ? products(centred, 1) / square : 0;
    }

    private static double[] centred(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual;
        }
        double mean = sum / residuals.length;
        return Arrays.stream(residuals).map(residual -> residual - mean).toArray();
    }

    private static double products(double[] residuals, int lag) {
        double sum = 0;
        for (int k = lag; k < residuals.length; k++) {
            sum += residuals[k] * residuals[k - lag];
        }
        return sum;
    }
}
