package org.busbar.optimizers.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Training;

/**
 * What a forest grown on the values themselves expects, in their unit. The search grows its own on their ranks, which
 * finds good points sooner, but tells no values.
 */
final class Expectation {

    private final Encoding encoding;
    private final String output;
    private final List<Observation> done;
    private final Unit unit;
    private final double mean;
    private final double deviation;
    private final Model model;

    /** @param question with at least one trial that gave a value */
    Expectation(Question question, Objective objective, Encoding encoding) throws InterruptedException {
        this.encoding = encoding;
        output = objective.output();
        done = question.observed().stream().filter(o -> !o.isFailed()).toList();
        unit = done.get(0).outputs().quantity(output).unit();
        double[] values = done.stream()
                .mapToDouble(o -> o.outputs().quantity(output).in(unit))
                .toArray();
        mean = Arrays.stream(values).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
        deviation = spread > 0 ? spread : 1;
        double[] scaled = Arrays.stream(values).map(v -> (v - mean) / deviation).toArray();
        model = new ForestSurrogate().fit(training(question, scaled));
    }

    private Training training(Question question, double[] scaled) {
        double[][] rows = done.stream().map(o -> encoding.encode(o.point())).toArray(double[][]::new);
        double[] unknown = new double[scaled.length];
        Arrays.fill(unknown, Double.NaN);
        return new Training(encoding.columns(), rows, scaled, unknown, List.of(), Values.none(), question.seed());
    }

    /** What a measurement at a row is expected to give, with one standard deviation, noise included. */
    Values at(double[] row) {
        Model.Forecast forecast = model.predict(new double[][] {row});
        double spread = forecast.deviations()[0];
        return Values.of(output, quantity(forecast.means()[0], Math.sqrt(spread * spread + model.noise())));
    }

    private Quantity quantity(double scaled, double spread) {
        return new Quantity(mean + deviation * scaled, unit, deviation * spread);
    }

    Insight insight() {
        List<Insight.Check> checks = model.leftOut().map(this::checks).orElse(List.of());
        return new Insight(
                checks,
                influences(),
                Optional.empty(),
                Optional.empty(),
                "The relevance of a parameter is its share of what all splits of all trees gain. A forest expects nothing"
                        + " beyond the values it has seen.",
                model.facts());
    }

    private List<Insight.Check> checks(Model.Forecast leftOut) {
        List<Insight.Check> checks = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            checks.add(new Insight.Check(
                    done.get(i).point(),
                    done.get(i).outputs().quantity(output),
                    quantity(leftOut.means()[i], leftOut.deviations()[i])));
        }
        return checks;
    }

    private List<Insight.Influence> influences() {
        Map<String, Double> shares = new LinkedHashMap<>();
        double[] relevances = model.relevances();
        List<Column> columns = encoding.columns();
        for (int j = 0; j < relevances.length; j++) {
            shares.merge(columns.get(j).parameter(), relevances[j], Double::sum);
        }
        return shares.entrySet().stream()
                .map(share ->
                        new Insight.Influence(share.getKey(), share.getValue(), Double.NaN, Double.NaN, Double.NaN))
                .toList();
    }
}
