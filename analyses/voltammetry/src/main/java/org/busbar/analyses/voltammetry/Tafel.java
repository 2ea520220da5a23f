package org.busbar.analyses.voltammetry;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.osgi.service.component.annotations.Component;

/**
 * Tafel slope and exchange current density of one branch of a polarisation curve, from its straight part (J. Tafel, Z.
 * Phys. Chem. 50, 641, 1905, doi 10.1515/zpch-1905-5043).
 */
@Component
@LabId("tafel")
public final class Tafel implements Analysis {

    private static final String NAME = "tafel";
    /** The back reaction is then one of a hundred. */
    private static final double LOWEST = Math.log(100);

    private static final double FEW_DECADES = 1;

    private static final Curve POTENTIAL = curve("potential", "V");
    private static final Curve CURRENT = curve("current", "A");
    private static final Real EQUILIBRIUM = real("equilibrium_potential", "V");
    private static final Real RESISTANCE = real("resistance", "Ohm", 0, Double.POSITIVE_INFINITY);
    private static final Choice BRANCH = choice("branch", "anodic", "cathodic");
    private static final Real FROM = real("overpotential_from", "V", 0, Double.POSITIVE_INFINITY);
    private static final Real TO = real("overpotential_to", "V", 0, Double.POSITIVE_INFINITY);

    private static final Real SLOPE = real("tafel_slope", "V");
    private static final Real EXCHANGE = real("exchange_current_density", "A/m2", 0, Double.POSITIVE_INFINITY);
    private static final Real TRANSFER = real("transfer_coefficient", "1");
    private static final Real RANGE_FROM = real("range_from", "V");
    private static final Real RANGE_TO = real("range_to", "V");
    private static final Real DECADES = real("decades", "1");
    private static final Curve OVERPOTENTIAL = curve("overpotential", "V");
    private static final Curve MAGNITUDE = curve("magnitude", "A");
    private static final Curve FIT_OVERPOTENTIAL = curve("fit_overpotential", "V");
    private static final Curve FIT_CURRENT = curve("fit_current", "A");
    private static final Curve RESIDUAL = curve("residual_decades", "1");

    private static final Capability CAPABILITY = new Capability(
                    NAME,
                    List.of(
                            POTENTIAL,
                            CURRENT,
                            EQUILIBRIUM,
                            Electrode.AREA,
                            Electrode.ELECTRONS,
                            Electrode.TEMPERATURE,
                            RESISTANCE,
                            BRANCH,
                            FROM,
                            TO),
                    List.of(
                            SLOPE,
                            EXCHANGE,
                            TRANSFER,
                            RANGE_FROM,
                            RANGE_TO,
                            DECADES,
                            OVERPOTENTIAL,
                            MAGNITUDE,
                            FIT_OVERPOTENTIAL,
                            FIT_CURRENT,
                            RESIDUAL,
                            Quality.OUTPUT))
            .byDefault(RESISTANCE.name(), Quantity.of(0, "Ohm"))
            .byDefault(BRANCH.name(), new Text("anodic"))
            .byDefault(FROM.name(), Quantity.of(0, "V"))
            .byDefault(TO.name(), Quantity.of(0, "V"));

    /** Ready to use. */
    public Tafel() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Known area = Known.of(NAME, all, Electrode.AREA);
        Known equilibrium = Known.of(NAME, all, EQUILIBRIUM);
        Known kelvin = Known.of(NAME, all, Electrode.TEMPERATURE);
        TafelBranch whole = branch(all, equilibrium);
        TafelBranch straight = straight(all, whole, kelvin.value());
        StraightLine line = straight.fit();
        Quantity exchange = exchange(line, area, equilibrium);
        Quantity slope = Quantity.of(1 / line.slope(), line.slopeError() / line.slope() / line.slope(), "V");
        return Values.of(SLOPE.name(), slope)
                .with(EXCHANGE.name(), exchange)
                .with(TRANSFER.name(), transfer(line, kelvin))
                .with(RANGE_FROM.name(), Quantity.of(straight.overpotential()[0], "V"))
                .with(RANGE_TO.name(), Quantity.of(straight.overpotential()[straight.size() - 1], "V"))
                .with(DECADES.name(), Quantity.of(straight.decades(), "1"))
                .with(series(whole, straight, line))
                .with(Quality.OUTPUT.name(), judged(straight, line, exchange).text());
    }

    private static TafelBranch branch(Values all, Known equilibrium) {
        double[] potential = all.get(POTENTIAL);
        double[] current = all.get(CURRENT);
        Refusal.requireRows(NAME, TafelBranch.FEWEST, POTENTIAL.name(), potential, CURRENT.name(), current);
        double[] overpotential = new double[potential.length];
        for (int i = 0; i < potential.length; i++) {
            overpotential[i] = potential[i] - equilibrium.value() - current[i] * all.get(RESISTANCE);
        }
        return TafelBranch.of(overpotential, current, all.get(BRANCH).equals("anodic") ? 1 : -1);
    }

    private static TafelBranch straight(Values all, TafelBranch whole, double kelvin) {
        double thermal = Electrode.GAS * kelvin / (all.get(Electrode.ELECTRONS) * Electrode.FARADAY);
        double from = all.get(FROM) > 0 ? all.get(FROM) : LOWEST * thermal;
        double to = all.get(TO) > 0 ? all.get(TO) : Double.POSITIVE_INFINITY;
        TafelBranch part = whole.within(from, to);
        long different = Arrays.stream(part.overpotential()).distinct().count();
        if (different < TafelBranch.FEWEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: the %s branch has %d different overpotentials from %.4g V to %.4g V with a current of its sign,"
                            + " %d or more are needed; check equilibrium_potential and branch, or widen the range",
                    NAME,
                    all.get(BRANCH),
                    different,
                    from,
                    to,
                    TafelBranch.FEWEST));
        }
        return all.get(TO) > 0 ? part : part.straight();
    }

    private static Quantity exchange(StraightLine line, Known area, Known equilibrium) {
        double density = Math.pow(10, line.intercept()) / area.value();
        double fit = Math.hypot(line.interceptError(), line.slope() * equilibrium.uncertainty());
        return Quantity.of(density, density * Math.hypot(Math.log(10) * fit, area.relative()), "A/m2");
    }

    /** ln(10) R T/(F b). */
    private static Quantity transfer(StraightLine line, Known kelvin) {
        double value = Math.log(10) * Electrode.GAS * kelvin.value() * line.slope() / Electrode.FARADAY;
        double relative = Math.hypot(line.slopeError() / line.slope(), kelvin.relative());
        return Quantity.of(value, Math.abs(value) * relative, "1");
    }

    private static Values series(TafelBranch whole, TafelBranch straight, StraightLine line) {
        double[] current =
                Arrays.stream(whole.logarithm()).map(l -> Math.pow(10, l)).toArray();
        double[] fitted = Arrays.stream(straight.overpotential())
                .map(eta -> Math.pow(10, line.at(eta)))
                .toArray();
        return Values.of(OVERPOTENTIAL.name(), Series.of("V", whole.overpotential()))
                .with(MAGNITUDE.name(), Series.of("A", current))
                .with(FIT_OVERPOTENTIAL.name(), Series.of("V", straight.overpotential()))
                .with(FIT_CURRENT.name(), Series.of("A", fitted))
                .with(RESIDUAL.name(), Series.of("1", line.residuals()));
    }

    private static Quality judged(TafelBranch straight, StraightLine line, Quantity exchange) {
        Quality quality = Quality.ok();
        if (!(line.slope() > 0)) {
            quality = quality.flag(
                    Quality.Level.REJECTED, "model_rejected: the current does not grow with overpotential");
        }
        if (straight.isCurved()) {
            quality = quality.flag(
                    Quality.Level.SUSPICIOUS,
                    "model_rejected: the residuals, " + Refusal.number(line.noise()) + " decades, are no noise");
        }
        if (straight.decades() < FEW_DECADES) {
            quality = quality.flag(
                    Quality.Level.SUSPICIOUS,
                    "extrapolated: exchange current from " + Refusal.number(straight.decades()) + " decades");
        }
        return LargeUncertainty.judge(quality, EXCHANGE.name(), exchange);
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        return List.of(new Chart(
                "tafel",
                "Current against overpotential",
                Axis.linear("overpotential", "V"),
                Axis.logarithmic("current", "A"),
                new Layer.Points(
                        "measured",
                        Columns.series(outputs, OVERPOTENTIAL),
                        Columns.series(outputs, MAGNITUDE),
                        Layer.Mark.CIRCLE),
                new Layer.Line(
                        "straight part",
                        Columns.series(outputs, FIT_OVERPOTENTIAL),
                        Columns.series(outputs, FIT_CURRENT),
                        Layer.Stroke.SOLID)));
    }
}
