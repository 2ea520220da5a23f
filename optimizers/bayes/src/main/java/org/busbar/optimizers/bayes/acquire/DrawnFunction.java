package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition.Worth;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.search.numeric.Keyed;

/** A function drawn at the anchors, and its mean given these values elsewhere. */
final class DrawnFunction implements Worth {

    private static final int BLOCK = 256;

    private final Anchored anchored;
    private final double[] pull;
    private final Keyed scatter;

    DrawnFunction(Anchored anchored, double[] draw, Keyed scatter) {
        this.anchored = anchored;
        this.pull = anchored.back(draw);
        this.scatter = scatter;
    }

    @Override
    public double[] of(double[][] rows) {
        double[] worth = new double[rows.length];
        for (int from = 0; from < rows.length; from += BLOCK) {
            double[][] block = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BLOCK));
            double[] values = values(block);
            System.arraycopy(values, 0, worth, from, values.length);
        }
        return worth;
    }

    private double[] values(double[][] rows) {
        Model.Forecast forecast = anchored.model().predict(rows);
        double[][] covariances = anchored.covariances(rows);
        boolean jumps = anchored.model().slope(rows[0]).isEmpty();
        double[] values = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            double scattered = jumps ? scattered(rows[r], forecast.deviations()[r], covariances[r]) : 0;
            values[r] = forecast.means()[r] + Root.dot(covariances[r], pull, pull.length) + scattered;
        }
        return values;
    }

    private double scattered(double[] row, double deviation, double[] covariances) {
        double rest = Anchored.rest(deviation, anchored.weights(covariances));
        return rest == 0 ? 0 : rest * scatter.at(key(row)).normal();
    }

    private static long[] key(double[] row) {
        return Arrays.stream(row).mapToLong(Double::doubleToLongBits).toArray();
    }

    @Override
    public Optional<Double> climb(double[] row, double[] slope) {
        Optional<Model.Slope> at = anchored.model().slope(row);
        Optional<double[]> ofDraw = at.flatMap(tangent -> anchored.slope(row, pull));
        ofDraw.ifPresent(second -> {
            double[] first = at.orElseThrow().ofMean();
            Arrays.setAll(slope, k -> first[k] + second[k]);
        });
        return ofDraw.map(known -> of(new double[][] {row})[0]);
    }
}
