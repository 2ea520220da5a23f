package org.busbar.analyses.conductivity;

import static org.busbar.api.Parameter.real;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/**
 * Where an uncertainty comes from: parts relative to the result, whose squares add up.
 *
 * @param source of the first part, such as {@code cell constant} or {@code standard}
 */
record Budget(String source, double first, double resistance, double temperature) {

    private static final Real FROM_RESISTANCE = part("from_resistance");
    private static final Real FROM_TEMPERATURE = part("from_temperature");

    /** Outputs of a conductivity. */
    static final List<Parameter> PARTS = parts("cell constant");

    static List<Parameter> parts(String source) {
        return List.of(part(name(source)), FROM_RESISTANCE, FROM_TEMPERATURE);
    }

    Values values() {
        return Values.of(name(source), Quantity.of(first, "1"))
                .with(FROM_RESISTANCE.name(), Quantity.of(resistance, "1"))
                .with(FROM_TEMPERATURE.name(), Quantity.of(temperature, "1"));
    }

    double relative() {
        return Math.hypot(Math.hypot(first, resistance), temperature);
    }

    static Chart chart(String source, Values outputs) {
        double first = outputs.get(part(name(source)));
        double resistance = outputs.get(FROM_RESISTANCE);
        double temperature = outputs.get(FROM_TEMPERATURE);
        double all = new Budget(source, first, resistance, temperature).relative();
        Series bars = Series.of("%", 100 * first, 100 * resistance, 100 * temperature, 100 * all);
        return new Chart(
                "budget",
                "Parts of the standard uncertainty",
                Axis.linear("relative uncertainty", "%"),
                Axis.names("source"),
                new Layer.Bars("", List.of(source, "resistance", "temperature", "all"), bars));
    }

    private static String name(String source) {
        return "from_" + source.replace(' ', '_');
    }

    private static Real part(String name) {
        return real(name, "1", 0, Double.POSITIVE_INFINITY);
    }
}
