package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.Optional;
import org.busbar.api.optimize.Model;

/** Covariances with fixed rows of a model that only says how a set of rows varies together: asked for in blocks. */
final class Blockwise implements Correlated.Toward {

    private static final int LEAST = 32;

    private final Model model;
    private final double[][] anchors;

    private Blockwise(Model model, double[][] anchors) {
        this.model = model;
        this.anchors = anchors;
    }

    /** What the model itself offers, or its covariances in blocks. */
    static Correlated.Toward of(Model model, double[][] anchors) {
        return model instanceof Correlated correlated ? correlated.toward(anchors) : new Blockwise(model, anchors);
    }

    @Override
    public double[][] of(double[][] rows) {
        double[][] covariances = new double[rows.length][];
        int size = Math.max(LEAST, anchors.length);
        for (int from = 0; from < rows.length; from += size) {
            fill(rows, from, Math.min(rows.length, from + size), covariances);
        }
        return covariances;
    }

    private void fill(double[][] rows, int from, int to, double[][] covariances) {
        int count = to - from;
        double[][] both = Arrays.copyOf(anchors, anchors.length + count);
        System.arraycopy(rows, from, both, anchors.length, count);
        double[][] all = model.covariance(both);
        for (int r = 0; r < count; r++) {
            double[] row = all[anchors.length + r];
            covariances[from + r] = Arrays.copyOf(row, anchors.length);
            settle(rows[from + r], row[anchors.length + r], covariances[from + r]);
        }
    }

    /** A row is no stranger to itself, also for a model that takes all rows of a set for independent. */
    private void settle(double[] row, double variance, double[] covariances) {
        for (int j = 0; j < anchors.length; j++) {
            if (Arrays.equals(row, anchors[j])) {
                covariances[j] = variance;
            }
        }
    }

    @Override
    public Optional<double[]> slope(double[] row, double[] weights) {
        return Optional.empty();
    }
}
