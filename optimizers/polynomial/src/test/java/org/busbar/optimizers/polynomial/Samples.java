package org.busbar.optimizers.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Training;
import org.busbar.optimizers.search.numeric.Keyed;

/** Rows and what they gave, in a unit of their own. */
record Samples(List<double[]> rows, List<Double> values) {

    static Samples of(List<double[]> rows, ToDoubleFunction<double[]> function) {
        return new Samples(rows, rows.stream().map(function::applyAsDouble).toList());
    }

    /** Rows drawn uniformly from the unit cube. */
    static List<double[]> drawn(int count, int width, long seed) {
        Keyed keyed = Keyed.of(seed);
        List<double[]> rows = new ArrayList<>();
        while (rows.size() < count) {
            double[] row = new double[width];
            Arrays.setAll(row, j -> keyed.uniform());
            rows.add(row);
        }
        return rows;
    }

    /** Those whose place in {@code order} is from one number up to, not including, another. */
    Samples some(int[] order, int from, int to) {
        int[] some = Arrays.copyOfRange(order, from, to);
        return new Samples(
                Arrays.stream(some).mapToObj(rows::get).toList(),
                Arrays.stream(some).mapToObj(values::get).toList());
    }

    int size() {
        return rows.size();
    }

    double mean() {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    double deviation() {
        double mean = mean();
        return Math.sqrt(values.stream()
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    PolynomialModel fitted(Values settings, String... columns) throws InterruptedException {
        double mean = mean();
        double deviation = deviation();
        double[] scaled =
                values.stream().mapToDouble(v -> (v - mean) / deviation).toArray();
        double[] unknown = new double[scaled.length];
        Arrays.fill(unknown, Double.NaN);
        List<Column> named = Arrays.stream(columns)
                .map(name -> new Column(name, Column.Kind.NUMBER))
                .toList();
        double[][] encoded = rows.toArray(double[][]::new);
        return (PolynomialModel)
                new PolynomialEnsemble().fit(new Training(named, encoded, scaled, unknown, List.of(), settings, 11));
    }
}
