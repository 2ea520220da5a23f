package org.busbar.analyses.drt;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import java.util.Locale;
import org.busbar.analyses.impedance.KramersKronig;
import org.busbar.analyses.impedance.KramersKronigRule;
import org.busbar.analyses.impedance.KramersKronigRule.Capacitor;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.analyses.impedance.VoigtFit;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Component;

/**
 * The linear Kramers-Kronig test of an impedance spectrum: whether it is that of a linear, stationary, causal system, as
 * far as the residuals of a chain of R || C elements tell.
 */
@Component
@LabId("kramers-kronig")
public final class LinearKramersKronig implements Analysis {

    private static final String NAME = "kramers-kronig";
    private static final int FEWEST_POINTS = 2;
    private static final String PEER = "peer:impedance.py";
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final Real OVERFIT = real("overfit", "1", 0, 1);
    private static final Choice SERIES = choice("series_capacitor", "auto", "yes", "no");
    private static final Choice METHOD = choice("method", "ours", PEER);

    private static final Choice VERDICT = choice("verdict", "consistent", "suspicious", "violation", "not_testable");
    private static final Whole ELEMENTS = whole("elements", 0, 50);
    private static final Real MU = real("mu", "1");
    private static final Choice CAPACITOR = choice("capacitor", "yes", "no");
    private static final Real RMS = real("rms_residual", "%", 0, INFINITE);
    private static final Real AUTOCORRELATION = real("autocorrelation", "1");
    private static final Real WORST_FREQUENCY = real("worst_frequency", "Hz", 0, INFINITE);
    private static final Real WORST_RESIDUAL = real("worst_residual", "%", 0, INFINITE);
    private static final Curve RETURN = curve("return_difference", "%");

    private static final Capability CAPABILITY = new Capability(
                    NAME,
                    List.of(Impedance.FREQUENCY, Impedance.REAL, Impedance.IMAGINARY, OVERFIT, SERIES, METHOD),
                    List.of(
                            VERDICT,
                            ELEMENTS,
                            MU,
                            CAPACITOR,
                            RMS,
                            AUTOCORRELATION,
                            WORST_FREQUENCY,
                            WORST_RESIDUAL,
                            Impedance.FALLING,
                            Impedance.RESIDUAL_REAL,
                            Impedance.RESIDUAL_IMAGINARY,
                            Impedance.RESIDUAL_BAND,
                            RETURN,
                            Quality.OUTPUT))
            .byDefault(OVERFIT.name(), Quantity.of(0.85, "1"))
            .byDefault(SERIES.name(), new Text("auto"))
            .byDefault(METHOD.name(), new Text("ours"));

    /** Ready to use. */
    public LinearKramersKronig() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Spectrum spectrum = Impedance.spectrum(NAME, FEWEST_POINTS, all);
        KramersKronig test = test(spectrum, all);
        FirstAgain again = FirstAgain.of(all);
        return judged(spectrum, test)
                .with(residuals(spectrum, test))
                .with(RETURN.name(), Impedance.percent(RETURN, again.difference()))
                .with(Quality.OUTPUT.name(), test.quality().and(again.quality()).text());
    }

    private static KramersKronig test(Spectrum spectrum, Values all) {
        double overfit = all.get(OVERFIT);
        if (all.get(METHOD).equals(PEER)) {
            return KramersKronig.peer(spectrum, overfit);
        }
        Capacitor capacitor = Capacitor.valueOf(all.get(SERIES).toUpperCase(Locale.ROOT));
        return KramersKronig.of(spectrum, new KramersKronigRule(overfit, capacitor));
    }

    private static Values judged(Spectrum spectrum, KramersKronig test) {
        VoigtFit fit = test.fit();
        String verdict = test.verdict().name().toLowerCase(Locale.ROOT);
        return Values.of(VERDICT.name(), new Text(verdict))
                .with(ELEMENTS.name(), Quantity.of(fit.elements(), "1"))
                .with(MU.name(), Quantity.of(fit.mu(), "1"))
                .with(CAPACITOR.name(), new Text(fit.capacitor() ? "yes" : "no"))
                .with(RMS.name(), Quantity.of(100 * fit.rms(), "%"))
                .with(AUTOCORRELATION.name(), Quantity.of(test.autocorrelation(), "1"))
                .with(WORST_FREQUENCY.name(), Quantity.of(spectrum.frequency(test.worst()), "Hz"))
                .with(WORST_RESIDUAL.name(), Quantity.of(100 * test.size(test.worst()), "%"));
    }

    private static Values residuals(Spectrum spectrum, KramersKronig test) {
        VoigtFit fit = test.fit();
        return Values.of(Impedance.FALLING.name(), Impedance.series(Impedance.FALLING, spectrum.frequency()))
                .with(Impedance.RESIDUAL_REAL.name(), Impedance.percent(Impedance.RESIDUAL_REAL, fit.real()))
                .with(
                        Impedance.RESIDUAL_IMAGINARY.name(),
                        Impedance.percent(Impedance.RESIDUAL_IMAGINARY, fit.imaginary()))
                .with(Impedance.RESIDUAL_BAND.name(), Impedance.percent(Impedance.RESIDUAL_BAND, test.band()));
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        return List.of(Impedance.residuals("Kramers-Kronig residuals", outputs, "5 s of the neighbours"));
    }
}
