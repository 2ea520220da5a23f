package org.busbar.analyses.gitt;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;

/** The results of all pulses as columns. */
final class Table {

    private final List<Finding> findings;
    private final Settings settings;
    private final ChargeScale scale;

    Table(Recording recording, List<Finding> findings, Settings settings) {
        this.findings = findings;
        this.settings = settings;
        this.scale = ChargeScale.of(recording, settings);
    }

    Values values() {
        return column(Terms.NUMBER, findings, f -> f.pulse().number())
                .with(column(Terms.DIRECTION, findings, f -> f.pulse().charges() ? 1 : -1))
                .with(column(Terms.CHARGE, findings, this::charge))
                .with(fits())
                .with(formulas(
                        findings.stream().filter(f -> f.formula().isPresent()).toList()))
                .with(mean());
    }

    private Values fits() {
        return column(Terms.DIFFUSIVITY, findings, f -> f.fit().diffusivity())
                .with(column(
                        Terms.DIFFUSIVITY_ERROR,
                        findings,
                        f -> f.relative() * f.fit().diffusivity()))
                .with(column(Terms.RESISTANCE, findings, f -> f.fit().resistance()))
                .with(column(Terms.RESISTANCE_ERROR, findings, f -> f.fit().resistanceError()))
                .with(column(Terms.EQUILIBRIUM, findings, f -> f.fit().relaxed()))
                .with(column(Terms.SLOPE, findings, f -> 3600 * f.fit().slope()))
                .with(column(Terms.THETA, findings, Finding::theta));
    }

    private Values formulas(List<Finding> usable) {
        return column(Terms.PEER_CHARGE, usable, this::charge)
                .with(column(Terms.PEER, usable, f -> f.formula().orElseThrow()))
                .with(column(
                        Terms.RATIO,
                        usable,
                        f -> f.formula().orElseThrow() / f.fit().diffusivity()))
                .with(column(
                        Terms.ROOT_SLOPE,
                        usable.stream().filter(f -> f.line().isPresent()).toList(),
                        f -> f.line().orElseThrow().slope()));
    }

    /** The geometric mean, with the scatter of the pulses; the radius is common to all. */
    private Values mean() {
        int n = findings.size();
        double sum = 0;
        for (Finding finding : findings) {
            sum += Math.log(finding.fit().diffusivity());
        }
        double squares = 0;
        for (Finding finding : findings) {
            squares += Math.pow(Math.log(finding.fit().diffusivity()) - sum / n, 2);
        }
        double own = n == 1 ? findings.get(0).fit().relative() : Math.sqrt(squares / (n - 1) / n);
        double mean = Math.exp(sum / n);
        return Values.of(Terms.MEAN.name(), Quantity.of(mean, mean * Math.hypot(own, settings.fromRadius()), "m2/s"))
                .with(Terms.PULSES.name(), Quantity.of(n, "1"));
    }

    private double charge(Finding finding) {
        Pulse pulse = finding.pulse();
        return scale.at(pulse.recording().charge(pulse.last()));
    }

    static Values column(Curve curve, List<Finding> findings, ToDoubleFunction<Finding> number) {
        return Values.of(
                curve.name(), new Series(findings.stream().mapToDouble(number).toArray(), curve.unit()));
    }
}
