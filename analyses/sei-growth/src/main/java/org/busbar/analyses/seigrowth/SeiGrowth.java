package org.busbar.analyses.seigrowth;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.osgi.service.component.annotations.Component;

/**
 * Thickness of the SEI and loss of capacity of a graphite electrode after some cycles, by a stand-in model: solvent that
 * reacts and diffuses, with plating as a side reaction. A calculation of about a millisecond, not a measurement.
 */
@Component
@LabId("sei-growth")
public final class SeiGrowth implements Analysis {

    private static final Parameter.Whole CYCLES = whole("cycles", 1, 10_000);
    private static final Parameter.Real THICKNESS = real("sei_thickness", "nm", 0, Double.POSITIVE_INFINITY);
    private static final Parameter.Real LOSS = real("capacity_loss", "%", 0, Double.POSITIVE_INFINITY);
    private static final Parameter.Curve CYCLE = curve("cycle", "1");
    private static final Parameter.Curve THICKNESSES = curve("thickness_history", "nm");
    private static final Parameter.Curve LOSSES = curve("loss_history", "%");

    private static final Capability CAPABILITY = new Capability(
                    "sei-growth", inputs(), List.of(THICKNESS, LOSS, CYCLE, THICKNESSES, LOSSES, Quality.OUTPUT))
            .byDefault(SeiInputs.FILM_CONDUCTIVITY.name(), Quantity.of(2.4e-4, "S/m"))
            .byDefault(CYCLES.name(), Quantity.of(100, "1"));

    /** Ready to use. */
    public SeiGrowth() {}

    private static List<Parameter> inputs() {
        List<Parameter> inputs = new ArrayList<>(SeiInputs.ALL);
        inputs.add(CYCLES);
        return inputs;
    }

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Ageing ageing = Ageing.of(SeiInputs.cell(all), all.get(CYCLES));
        return Values.of(THICKNESS.name(), Quantity.of(1e9 * ageing.finalThickness(), "nm"))
                .with(LOSS.name(), Quantity.of(100 * ageing.finalLoss(), "%"))
                .with(CYCLE.name(), Series.of("1", ageing.cycles()))
                .with(THICKNESSES.name(), series("nm", 1e9, ageing.thickness()))
                .with(LOSSES.name(), series("%", 100, ageing.lost()))
                .with(Quality.OUTPUT.name(), quality(ageing).text());
    }

    private static Series series(String ucum, double factor, double[] numbers) {
        return Series.of(
                ucum, Arrays.stream(numbers).map(number -> factor * number).toArray());
    }

    private static Quality quality(Ageing ageing) {
        Quality quality = Quality.ok().flag(Quality.Level.OK, "simulated: a stand-in model, not a measurement");
        return ageing.finalLoss() <= 1
                ? quality
                : quality.flag(Quality.Level.REJECTED, "extrapolated: more lithium lost than the graphite holds");
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        return List.of(
                history("growth", "Growth of the SEI", "SEI thickness", THICKNESSES, outputs),
                history("loss", "Loss of lithium", "capacity loss", LOSSES, outputs));
    }

    private static Chart history(String name, String title, String label, Parameter.Curve curve, Values outputs) {
        return new Chart(
                name,
                title,
                Axis.linear("cycle", "1"),
                new Axis(label, curve.unit(), Axis.Scale.LINEAR),
                new Layer.Line(
                        label,
                        (Series) outputs.get(CYCLE.name()),
                        (Series) outputs.get(curve.name()),
                        Layer.Stroke.SOLID));
    }
}
