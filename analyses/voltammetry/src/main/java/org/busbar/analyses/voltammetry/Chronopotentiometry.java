package org.busbar.analyses.voltammetry;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.osgi.service.component.annotations.Component;

/** Transition times of steps of constant current, and the diffusion coefficient of each after Sand. */
@Component
@LabId("chronopotentiometry")
public final class Chronopotentiometry implements Analysis {

    private static final String NAME = "chronopotentiometry";

    private static final Curve TIME = curve("time", "s");
    private static final Curve POTENTIAL = curve("potential", "V");
    private static final Curve CURRENT = curve("current", "A");
    private static final Real SMOOTHING = real("smoothing", "1", 0, 0.2);

    private static final Curve STEP_START = curve("step_start", "s");
    private static final Curve STEP_END = curve("step_end", "s");
    private static final Curve STEP_CURRENT = curve("step_current", "A");
    private static final Curve TRANSITION_STEP = curve("transition_step", "1");
    private static final Curve TRANSITION = curve("transition_time", "s");
    private static final Curve TRANSITION_ERROR = curve("transition_time_error", "s");
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
                            SMOOTHING),
                    List.of(
                            STEP_START,
                            STEP_END,
                            STEP_CURRENT,
                            TRANSITION_STEP,
                            TRANSITION,
                            TRANSITION_ERROR,
                            D,
                            D_ERROR,
                            Quality.OUTPUT))
            .byDefault(SMOOTHING.name(), Quantity.of(0.01, "1"));

    /** Ready to use. */
    public Chronopotentiometry() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Electrode electrode = Electrode.of(NAME, all);
        List<CurrentStep> steps = CurrentStep.of(Trace.of(NAME, all.get(TIME), all.get(POTENTIAL), all.get(CURRENT)));
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(
                    NAME + ": no stretch of 10 rows or more has a constant current other than 0 A (within 2 % of the"
                            + " largest); give a record at constant current");
        }
        List<Transition> transitions = new ArrayList<>();
        Quality quality = Quality.ok();
        for (CurrentStep step : steps) {
            Optional<Transition> transition = Transition.of(step, all.get(SMOOTHING));
            transition.ifPresent(transitions::add);
            quality = transition.isPresent()
                    ? quality
                    : quality.flag(level(steps), "no_transition: step " + step.number());
        }
        List<Quantity> found =
                transitions.stream().map(t -> t.diffusivity(electrode)).toList();
        for (Quantity d : found) {
            quality = LargeUncertainty.judge(quality, D.name(), d);
        }
        return steps(steps).with(transitions(transitions, found)).with(Quality.OUTPUT.name(), quality.text());
    }

    private static Quality.Level level(List<CurrentStep> steps) {
        return steps.size() == 1 ? Quality.Level.REJECTED : Quality.Level.SUSPICIOUS;
    }

    private static Values steps(List<CurrentStep> steps) {
        return Values.of(STEP_START.name(), Columns.of(STEP_START, steps, CurrentStep::start))
                .with(STEP_END.name(), Columns.of(STEP_END, steps, CurrentStep::end))
                .with(STEP_CURRENT.name(), Columns.of(STEP_CURRENT, steps, CurrentStep::current));
    }

    private static Values transitions(List<Transition> found, List<Quantity> d) {
        return Values.of(TRANSITION_STEP.name(), Columns.of(TRANSITION_STEP, found, t -> t.step()
                        .number()))
                .with(TRANSITION.name(), Columns.of(TRANSITION, found, Transition::time))
                .with(TRANSITION_ERROR.name(), Columns.of(TRANSITION_ERROR, found, Transition::error))
                .with(D.name(), Columns.of(D, d, Quantity::value))
                .with(D_ERROR.name(), Columns.of(D_ERROR, d, Quantity::uncertainty));
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line(
                "measured", Columns.series(inputs, TIME), Columns.series(inputs, POTENTIAL), Layer.Stroke.SOLID));
        double[] starts = outputs.get(STEP_START);
        double[] steps = outputs.get(TRANSITION_STEP);
        double[] times = outputs.get(TRANSITION);
        for (int i = 0; i < times.length; i++) {
            double at = starts[(int) steps[i] - 1] + times[i];
            layers.add(new Layer.Rule("transition", at, TIME.unit(), false, Layer.Stroke.DASHED));
        }
        return List.of(new Chart(
                "transitions",
                "Potential at constant current",
                Axis.linear("time", "s"),
                Axis.linear("potential", "V"),
                layers,
                false));
    }
}
