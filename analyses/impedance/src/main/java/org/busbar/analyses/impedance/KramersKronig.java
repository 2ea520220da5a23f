package org.busbar.analyses.impedance;

import static org.busbar.api.analysis.Quality.Level.REJECTED;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.Locale;
import org.busbar.api.analysis.Quality;

/**
 * The linear Kramers-Kronig test: whether a spectrum is that of a linear, stationary, causal system, as far as what a
 * chain of R || C elements cannot follow tells.
 *
 * <p>A slow drift stays hidden: one of 20 % of an arc over the whole spectrum leaves .2 %. Immutable.
 */
public final class KramersKronig {

    /** Fewer points are not tested. */
    public static final int FEWEST_POINTS = 20;

    /** Fewer decades are not tested. */
    public static final double FEWEST_DECADES = 2;

    private static final double VIOLATION = 0.01;
    private static final double CORRELATED = 0.5;
    private static final double SUSPECT = 0.001;

    private final Spectrum spectrum;
    private final VoigtFit fit;
    private final Residuals residuals;

    /** What the test found. */
    public enum Verdict {
        CONSISTENT,
        /** Residuals follow each other: autocorrelation above .5 and rms above .1 %. */
        SUSPICIOUS,
        /** Some residual is above 1 % and above five times the scatter around it. */
        VIOLATION,
        /** Fewer than 20 points or 2 decades, which says nothing in favour of the spectrum. */
        NOT_TESTABLE
    }

    private KramersKronig(Spectrum spectrum, VoigtFit fit) {
        this.spectrum = spectrum;
        this.fit = fit;
        this.residuals = Residuals.of(fit);
    }

    /** The test with {@link KramersKronigRule#DEFAULT}. */
    public static KramersKronig of(Spectrum spectrum) {
        return of(spectrum, KramersKronigRule.DEFAULT);
    }

    /** The test with a chain chosen by {@code rule}. */
    public static KramersKronig of(Spectrum spectrum, KramersKronigRule rule) {
        return new KramersKronig(spectrum, rule.fit(spectrum));
    }

    /** The same judgement of a chain that was fitted as impedance.py does; see {@link KramersKronigRule#peer}. */
    public static KramersKronig peer(Spectrum spectrum, double overfit) {
        return new KramersKronig(spectrum, KramersKronigRule.peer(spectrum, overfit));
    }

    /** The chain; with few points it may follow them all and says nothing. */
    public VoigtFit fit() {
        return fit;
    }

    public Verdict verdict() {
        if (!testable(spectrum)) {
            return Verdict.NOT_TESTABLE;
        }
        if (residuals.outlier(VIOLATION) >= 0) {
            return Verdict.VIOLATION;
        }
        return autocorrelation() > CORRELATED && residuals.rms() > SUSPECT ? Verdict.SUSPICIOUS : Verdict.CONSISTENT;
    }

    /** The larger lag-1 autocorrelation of the real and of the imaginary residuals. */
    public double autocorrelation() {
        return residuals.autocorrelation();
    }

    /** Five times the robust scatter around each point, as a part of |Z|; a fresh array. */
    public double[] band() {
        return residuals.band();
    }

    /**
     * The index of the point with the residual that is largest: of those outside the band and above 1 % if there are
     * any, else of all.
     */
    public int worst() {
        int outlier = residuals.outlier(VIOLATION);
        return outlier >= 0 ? outlier : residuals.largest();
    }

    /** The larger residual, real or imaginary, of that point as a part of |Z|. */
    public double size(int index) {
        return residuals.size(index);
    }

    /** {@code kk_violation} (rejected), or {@code kk_suspicious} (suspicious; also if not testable), or nothing. */
    public Quality quality() {
        return switch (verdict()) {
            case CONSISTENT -> Quality.ok();
            case SUSPICIOUS -> Quality.ok().flag(SUSPICIOUS, suspicion());
            case VIOLATION -> Quality.ok().flag(REJECTED, violation());
            case NOT_TESTABLE -> Quality.ok().flag(SUSPICIOUS, doubt());
        };
    }

    private String suspicion() {
        return String.format(
                Locale.ROOT,
                "kk_suspicious: residuals of %.2g %% rms with an autocorrelation of %.2f",
                100 * residuals.rms(),
                autocorrelation());
    }

    private String violation() {
        return String.format(
                Locale.ROOT,
                "kk_violation: residual of %.2g %% at %.4g Hz, %.2g %% allowed there",
                100 * size(worst()),
                spectrum.frequency(worst()),
                100 * Math.max(VIOLATION, band()[worst()]));
    }

    private String doubt() {
        return String.format(
                Locale.ROOT,
                "kk_suspicious: not testable, %d points over %.1f decades, %d over %.0f needed",
                spectrum.size(),
                spectrum.decades(),
                FEWEST_POINTS,
                FEWEST_DECADES);
    }

    private static boolean testable(Spectrum spectrum) {
        return spectrum.size() >= FEWEST_POINTS && spectrum.decades() >= FEWEST_DECADES - 1e-9;
    }

    @Override
    public String toString() {
        return verdict() + " " + quality().flags();
    }
}
