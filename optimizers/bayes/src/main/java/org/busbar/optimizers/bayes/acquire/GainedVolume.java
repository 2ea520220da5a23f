package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.busbar.api.optimize.Acquisition.Worth;
import org.busbar.api.optimize.Model;

/**
 * The logarithm of the expected gain of hypervolume over boxes: the sum over boxes of the product over objectives of the
 * expected part of the side that is passed. Exact, as the objectives are independent.
 */
final class GainedVolume implements Worth {

    private final List<Model> models;
    private final List<Spans> spans;
    /** For each box and objective, the place of its side. */
    private final int[][] cells;

    GainedVolume(List<Model> models, List<Cell> boxes) {
        this.models = models;
        this.spans =
                IntStream.range(0, models.size()).mapToObj(m -> new Spans()).toList();
        this.cells = boxes.stream().map(this::places).toArray(int[][]::new);
    }

    private int[] places(Cell cell) {
        return IntStream.range(0, models.size())
                .map(m -> spans.get(m).place(cell.low().get(m), cell.high().get(m)))
                .toArray();
    }

    @Override
    public double[] of(double[][] rows) {
        List<Model.Forecast> forecasts =
                models.stream().map(model -> model.predict(rows)).toList();
        double[] worth = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            double[][] logs = new double[models.size()][];
            for (int m = 0; m < logs.length; m++) {
                Model.Forecast forecast = forecasts.get(m);
                logs[m] = spans.get(m).logs(forecast.means()[r], forecast.deviations()[r]);
            }
            worth[r] = Logs.sum(terms(logs), cells.length);
        }
        return worth;
    }

    /** The logarithm for each box, from those of sides. */
    private double[] terms(double[][] logs) {
        double[] terms = new double[cells.length];
        for (int c = 0; c < terms.length; c++) {
            for (int m = 0; m < logs.length; m++) {
                terms[c] += logs[m][cells[c][m]];
            }
        }
        return terms;
    }

    @Override
    public Optional<Double> climb(double[] row, double[] slope) {
        List<Model.Slope> tangents = new ArrayList<>();
        models.forEach(model -> model.slope(row).ifPresent(tangents::add));
        if (tangents.size() < models.size()) {
            return Optional.empty();
        }
        double[][] logs = new double[models.size()][];
        Arrays.setAll(logs, m -> spans.get(m)
                .logs(tangents.get(m).mean(), tangents.get(m).deviation()));
        double[] terms = terms(logs);
        double log = Logs.sum(terms, terms.length);
        fill(slope, tangents, logs, terms, log);
        return Optional.of(log);
    }

    private void fill(double[] slope, List<Model.Slope> tangents, double[][] logs, double[] terms, double log) {
        Arrays.fill(slope, 0);
        for (int m = 0; m < logs.length && !Double.isInfinite(log); m++) {
            double[] shares = shares(m, terms, log);
            Model.Slope at = tangents.get(m);
            for (int i = 0; i < shares.length; i++) {
                double[] partials = spans.get(m).partials(i, at.mean(), at.deviation(), logs[m][i]);
                add(shares[i], partials, at, slope);
            }
        }
    }

    /** How much of the whole comes from each side of an objective. */
    private double[] shares(int objective, double[] terms, double log) {
        double[] shares = new double[spans.get(objective).size()];
        for (int c = 0; c < terms.length; c++) {
            shares[cells[c][objective]] += StrictMath.exp(terms[c] - log);
        }
        return shares;
    }

    private static void add(double share, double[] partials, Model.Slope at, double[] slope) {
        for (int k = 0; share > 0 && k < slope.length; k++) {
            slope[k] += share * (partials[0] * at.ofMean()[k] + partials[1] * at.ofDeviation()[k]);
        }
    }
}
