package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.Optional;
import org.busbar.api.optimize.Model;

/**
 * What a model expects anywhere once the values at some rows, the anchors, were known exactly.
 *
 * <p>With C the covariance of the anchors and LLᵀ = C, values at the anchors are μ + Lz with z standard normal. At a row
 * with covariances c to the anchors the mean is then μ(x) + w·z and the variance σ²(x) - |w|², where w = L⁻¹c.
 */
final class Anchored {

    private static final double LEAST_VARIANCE = 1e-14;

    private final Model model;
    private final Root root;
    private final double[] means;
    private final Correlated.Toward toward;

    /** @param anchors may be none; may repeat */
    Anchored(Model model, double[][] anchors) {
        this.model = model;
        boolean none = anchors.length == 0;
        this.root = Root.of(none ? new double[0][] : model.covariance(anchors));
        this.means = none ? new double[0] : model.predict(anchors).means();
        this.toward = Blockwise.of(model, anchors);
    }

    int size() {
        return means.length;
    }

    Model model() {
        return model;
    }

    /** The values at the anchors that standard normal numbers stand for. */
    double[] values(double[] z) {
        double[] values = root.times(z);
        for (int i = 0; i < values.length; i++) {
            values[i] += means[i];
        }
        return values;
    }

    /** c of each row. */
    double[][] covariances(double[][] rows) {
        return size() == 0 ? new double[rows.length][0] : toward.of(rows);
    }

    /** w of each row. */
    double[][] weights(double[][] rows) {
        double[][] covariances = covariances(rows);
        double[][] weights = new double[rows.length][];
        Arrays.setAll(weights, r -> weights(covariances[r]));
        return weights;
    }

    /** w of a row, from its c. */
    double[] weights(double[] covariances) {
        return root.forward(covariances);
    }

    /** L⁻ᵀq, so that w·q = c·L⁻ᵀq for any row. */
    double[] back(double[] q) {
        return root.backward(q);
    }

    /** The deviation at a row that is left with the anchors known; 0 where nothing is. */
    static double rest(double deviation, double[] weights) {
        double variance = deviation * deviation - Root.dot(weights, weights, weights.length);
        return variance > LEAST_VARIANCE ? Math.sqrt(variance) : 0;
    }

    /** The slope, in the row, of c·q for fixed q; empty if the model cannot say. */
    Optional<double[]> slope(double[] row, double[] q) {
        return size() == 0 ? Optional.of(new double[row.length]) : toward.slope(row, q);
    }
}
