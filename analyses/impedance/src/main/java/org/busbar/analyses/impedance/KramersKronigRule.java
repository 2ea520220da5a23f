package org.busbar.analyses.impedance;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * How the chain of a {@link KramersKronig} test is chosen.
 *
 * @param overfit the chain grows until its &mu; is not above this, from 0 (long chains) to 1
 * @param capacitor whether there is a capacitor in series
 */
public record KramersKronigRule(double overfit, Capacitor capacitor) {

    /** &mu; at most .85, capacitor where the spectrum shows it. */
    public static final KramersKronigRule DEFAULT = new KramersKronigRule(0.85, Capacitor.AUTO);

    private static final double FEWEST_PER_DECADE = 3;
    private static final int MOST = 50;
    /** Seven decades are seven, whatever the last digit of the frequencies. */
    private static final double ROUNDING = 1e-6;
    /** The capacitor stays if it lowers the rms residual below this part. */
    private static final double WORTH = 0.7;

    /** Whether a capacitor is in series with the chain. */
    public enum Capacitor {
        /** If it lowers the rms residual below 70 %. */
        AUTO,
        YES,
        NO
    }

    public KramersKronigRule {
        if (!(overfit >= 0 && overfit <= 1)) {
            throw new IllegalArgumentException("overfit = " + overfit + " is no limit for mu; give one from 0 to 1");
        }
    }

    VoigtFit fit(Spectrum spectrum) {
        if (capacitor != Capacitor.AUTO || spectrum.size() < 2) {
            boolean with = capacitor == Capacitor.YES && spectrum.size() > 1;
            return grown(spectrum, elements -> VoigtFit.ofBoth(spectrum, elements, with));
        }
        Map<Integer, VoigtFit.Pair> pairs = new HashMap<>();
        IntFunction<VoigtFit.Pair> pair =
                elements -> pairs.computeIfAbsent(elements, count -> VoigtFit.Pair.of(spectrum, count));
        VoigtFit without = grown(spectrum, elements -> pair.apply(elements).without());
        VoigtFit with = grown(spectrum, elements -> pair.apply(elements).with());
        return with.rms() < WORTH * without.rms() ? with : without;
    }

    /** The shortest chain with a small &mu;, or one of 3 elements per decade if that is longer. */
    private VoigtFit grown(Spectrum spectrum, IntFunction<VoigtFit> chain) {
        int most = Math.max(0, Math.min(MOST, Math.min(spectrum.size(), 2 * spectrum.size() - 3)));
        int fewest = Math.min(most, (int) Math.ceil(FEWEST_PER_DECADE * spectrum.decades() - ROUNDING));
        int elements = Math.min(1, most);
        VoigtFit fit = chain.apply(elements);
        while (fit.mu() > overfit && elements < most) {
            elements++;
            fit = chain.apply(elements);
        }
        return elements < fewest ? chain.apply(fewest) : fit;
    }

    /**
     * The chain as impedance.py fits it by default: to the real part alone, as short as &mu; allows, no capacitor (file
     * validation.py of ECSHackWeek/impedance.py at 0b302ca9eabf, fit_type real). What it leaves in the imaginary part is
     * not looked at when the length is chosen.
     */
    public static VoigtFit peer(Spectrum spectrum, double overfit) {
        int most = Math.min(MOST, spectrum.size() - 1);
        int elements = Math.min(1, most);
        VoigtFit fit = VoigtFit.ofReal(spectrum, elements);
        while (fit.mu() > overfit && elements < most) {
            elements++;
            fit = VoigtFit.ofReal(spectrum, elements);
        }
        return fit;
    }
}
