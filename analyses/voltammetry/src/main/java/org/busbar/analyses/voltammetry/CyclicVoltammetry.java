package org.busbar.analyses.voltammetry;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Component;

/** Sweeps, peaks and cycles of a voltammogram, and the diffusion coefficient of each reversible cycle. */
@Component
@LabId("cyclic-voltammetry")
public final class CyclicVoltammetry implements Analysis {

    static final String NAME = "cyclic-voltammetry";

    static final Curve TIME = curve("time", "s");
    static final Curve POTENTIAL = curve("potential", "V");
    static final Curve CURRENT = curve("current", "A");
    private static final Real SMOOTHING = real("smoothing", "1", 0, 0.2);
    private static final Real BASELINE = real("baseline_share", "1", 0.01, 0.9);
    private static final Real PROMINENCE = real("least_prominence", "1", 0.001, 1);
    private static final Choice READ_FROM = choice("peak_current_from", "zero", "baseline");

    static final Curve SWEEP_RATE = curve("sweep_rate", "V/s");
    private static final Curve SWEEP_START = curve("sweep_start", "s");
    static final Curve PEAK_SWEEP = curve("peak_sweep", "1");
    static final Curve PEAK_POTENTIAL = curve("peak_potential", "V");
    static final Curve PEAK_CURRENT = curve("peak_current", "A");
    private static final Curve PEAK_ERROR = curve("peak_current_error", "A");
    static final Curve PEAK_CORRECTED = curve("peak_current_corrected", "A");
    static final Curve BASELINE_POTENTIAL = curve("baseline_start_potential", "V");
    static final Curve BASELINE_CURRENT = curve("baseline_start_current", "A");
    private static final Curve CYCLE = curve("cycle", "1");
    private static final Curve HALF_WAVE = curve("half_wave_potential", "V");
    private static final Curve SEPARATION = curve("peak_separation", "V");
    private static final Curve RAW_RATIO = curve("peak_ratio_raw", "1");
    private static final Curve RATIO = curve("peak_ratio", "1");
    private static final Curve D_CYCLE = curve("diffusivity_cycle", "1");
    private static final Curve D = curve("diffusivity", "m2/s");
    private static final Curve D_ERROR = curve("diffusivity_error", "m2/s");

    private static final Capability CAPABILITY = new Capability(
                    NAME,
                    List.of(
                            TIME,
                            POTENTIAL,
                            CURRENT,
                            Electrode.AREA,
                            Electrode.CONCENTRATION,
                            Electrode.ELECTRONS,
                            Electrode.TEMPERATURE,
                            SMOOTHING,
                            BASELINE,
                            PROMINENCE,
                            READ_FROM),
                    List.of(
                            SWEEP_START,
                            SWEEP_RATE,
                            PEAK_SWEEP,
                            PEAK_POTENTIAL,
                            PEAK_CURRENT,
                            PEAK_ERROR,
                            PEAK_CORRECTED,
                            BASELINE_POTENTIAL,
                            BASELINE_CURRENT,
                            CYCLE,
                            HALF_WAVE,
                            SEPARATION,
                            RAW_RATIO,
                            RATIO,
                            D_CYCLE,
                            D,
                            D_ERROR,
                            Quality.OUTPUT))
            .byDefault(SMOOTHING.name(), Quantity.of(0.01, "1"))
            .byDefault(BASELINE.name(), Quantity.of(0.2, "1"))
            .byDefault(PROMINENCE.name(), Quantity.of(0.05, "1"))
            .byDefault(READ_FROM.name(), new Text("zero"));

    /** Ready to use. */
    public CyclicVoltammetry() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Electrode electrode = Electrode.of(NAME, all);
        RandlesSevcik formula = new RandlesSevcik(electrode, Known.of(NAME, all, Electrode.TEMPERATURE));
        Trace trace = Trace.of(NAME, all.get(TIME), all.get(POTENTIAL), all.get(CURRENT));
        List<Sweep> sweeps = Sweeps.of(NAME, trace, all.get(SMOOTHING));
        List<Peak> peaks = peaks(sweeps, all);
        List<Cycle> cycles = Cycle.of(sweeps, peaks);
        CycleJudgement judgement = new CycleJudgement(electrode.electrons());
        List<Cycle> reversible = cycles.stream().filter(judgement::isReversible).toList();
        List<Quantity> found = reversible.stream()
                .map(cycle -> diffusivity(cycle, formula, all.get(READ_FROM).equals("baseline")))
                .toList();
        Quality quality = judgement.of(sweeps, peaks, cycles);
        for (Quantity d : found) {
            quality = LargeUncertainty.judge(quality, D.name(), d);
        }
        return sweeps(sweeps)
                .with(peaks(peaks))
                .with(cycles(cycles))
                .with(diffusivities(reversible, found))
                .with(Quality.OUTPUT.name(), quality.text());
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        return List.of(Voltammogram.of(inputs, outputs));
    }

    private static List<Peak> peaks(List<Sweep> sweeps, Values all) {
        List<Peak> peaks = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            peaks.addAll(Peaks.of(sweep, all.get(SMOOTHING), all.get(BASELINE), all.get(PROMINENCE)));
        }
        return peaks;
    }

    private static Values sweeps(List<Sweep> sweeps) {
        return Values.of(SWEEP_START.name(), Columns.of(SWEEP_START, sweeps, s -> s.trace()
                        .time()[0]))
                .with(SWEEP_RATE.name(), Columns.of(SWEEP_RATE, sweeps, Sweep::rate));
    }

    private static Values peaks(List<Peak> peaks) {
        return Values.of(PEAK_SWEEP.name(), Columns.of(PEAK_SWEEP, peaks, Peak::sweep))
                .with(PEAK_POTENTIAL.name(), Columns.of(PEAK_POTENTIAL, peaks, Peak::potential))
                .with(PEAK_CURRENT.name(), Columns.of(PEAK_CURRENT, peaks, Peak::current))
                .with(PEAK_ERROR.name(), Columns.of(PEAK_ERROR, peaks, Peak::currentError))
                .with(PEAK_CORRECTED.name(), Columns.of(PEAK_CORRECTED, peaks, Peak::corrected))
                .with(BASELINE_POTENTIAL.name(), Columns.of(BASELINE_POTENTIAL, peaks, p -> p.beginning()
                        .potential()))
                .with(BASELINE_CURRENT.name(), Columns.of(BASELINE_CURRENT, peaks, p -> p.beginning()
                        .current()));
    }

    private static Values cycles(List<Cycle> cycles) {
        return Values.of(CYCLE.name(), Columns.of(CYCLE, cycles, Cycle::number))
                .with(HALF_WAVE.name(), Columns.of(HALF_WAVE, cycles, Cycle::halfWave))
                .with(SEPARATION.name(), Columns.of(SEPARATION, cycles, Cycle::separation))
                .with(RAW_RATIO.name(), Columns.of(RAW_RATIO, cycles, Cycle::rawRatio))
                .with(RATIO.name(), Columns.of(RATIO, cycles, Cycle::ratio));
    }

    private static Values diffusivities(List<Cycle> cycles, List<Quantity> found) {
        return Values.of(D_CYCLE.name(), Columns.of(D_CYCLE, cycles, Cycle::number))
                .with(D.name(), Columns.of(D, found, Quantity::value))
                .with(D_ERROR.name(), Columns.of(D_ERROR, found, Quantity::uncertainty));
    }

    private static Quantity diffusivity(Cycle cycle, RandlesSevcik formula, boolean fromBaseline) {
        Peak peak = cycle.forward();
        double current = Math.abs(fromBaseline ? peak.corrected() : peak.current());
        double rate = Math.abs(cycle.sweep().rate());
        double relative =
                Math.hypot(peak.currentError() / current, cycle.sweep().rateError() / rate / 2);
        return formula.diffusivity(current / Math.sqrt(rate), relative);
    }
}
