package org.busbar.analyses.conductivity;

import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.Locale;
import java.util.Optional;
import org.busbar.api.analysis.Quality;

/** Both laws of one series, and which of them to use. */
final class TemperatureDependence {

    private static final int FEWEST_FOR_VTF = 4;
    private static final double CORRELATED = 0.98;
    private static final double NEAR = 20;
    private static final double AT_BOUND = 1e-6;

    private final TemperatureSeries series;
    private final Arrhenius arrhenius;
    private final Optional<Vtf> vtf;

    TemperatureDependence(TemperatureSeries series) {
        this.series = series;
        this.arrhenius = Arrhenius.of(series);
        this.vtf = series.temperatures() < FEWEST_FOR_VTF ? Optional.empty() : Optional.of(Vtf.of(series));
    }

    TemperatureSeries series() {
        return series;
    }

    Arrhenius arrhenius() {
        return arrhenius;
    }

    Optional<Vtf> vtf() {
        return vtf;
    }

    Goodness goodness(TemperatureLaw law) {
        return Goodness.of(law, series);
    }

    boolean recommendsVtf() {
        double simple = goodness(arrhenius).criterion();
        return vtf.filter(v -> goodness(v).criterion() < simple).isPresent();
    }

    /** The law with the smaller corrected criterion of Akaike. */
    TemperatureLaw recommended() {
        return recommendsVtf() ? vtf.orElseThrow() : arrhenius;
    }

    Quality quality(double reference) {
        Quality quality = rejected(Quality.ok(), arrhenius, "Arrhenius", !recommendsVtf());
        quality = vtf.isPresent() ? shape(quality, vtf.orElseThrow()) : quality.flag(OK, few());
        quality = Branches.difference(series).isPresent()
                ? quality.flag(SUSPICIOUS, Branches.difference(series).orElseThrow())
                : quality;
        quality = series.known() ? quality : quality.flag(OK, "uncertainty_missing: taken from the scatter");
        boolean inside = reference >= series.lowest() && reference <= series.highest();
        return inside ? quality : quality.flag(SUSPICIOUS, outside(reference));
    }

    private Quality shape(Quality before, Vtf law) {
        Quality quality = rejected(before, law, "VTF", recommendsVtf());
        quality = Math.abs(law.correlation()) > CORRELATED ? quality.flag(OK, correlated(law)) : quality;
        quality = law.ideal() <= AT_BOUND ? quality.flag(OK, "at_bound: T_0 = 0 K") : quality;
        boolean near = series.lowest() - law.ideal() < NEAR;
        return near
                ? quality.flag(
                        recommendsVtf() ? SUSPICIOUS : OK,
                        String.format(
                                Locale.ROOT,
                                "t0_near_data: T_0 = %.1f K, lowest temperature %.1f K",
                                law.ideal(),
                                series.lowest()))
                : quality;
    }

    private Quality rejected(Quality quality, TemperatureLaw law, String name, boolean used) {
        Goodness goodness = goodness(law);
        return goodness.rejects()
                ? quality.flag(
                        used ? SUSPICIOUS : OK,
                        String.format(
                                Locale.ROOT,
                                "model_rejected: %s, chi2 %.4g on %d degrees of freedom, p %.1g",
                                name,
                                law.chi2(),
                                goodness.degrees(),
                                goodness.probability()))
                : quality;
    }

    private static String correlated(Vtf law) {
        double ratio = law.error(1) / law.error(2);
        return String.format(
                Locale.ROOT,
                "correlated: B and T_0 by %.4f, only B %+.3g * T_0 is determined",
                law.correlation(),
                -Math.signum(law.correlation()) * ratio);
    }

    private String few() {
        return "too_few_temperatures: " + series.temperatures() + ", no VTF below " + FEWEST_FOR_VTF;
    }

    private String outside(double reference) {
        return String.format(
                Locale.ROOT,
                "extrapolated: reference %.2f K, data from %.2f to %.2f K",
                reference,
                series.lowest(),
                series.highest());
    }
}
