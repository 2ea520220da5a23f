package org.busbar.api.optimize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** What a surrogate has learnt. Never changes; safe for use by many threads. Rows are as in {@link Training}. */
@ConsumerType
public interface Model {

    /** What is expected at each row, without the noise of a measurement. */
    Forecast predict(double[][] rows);

    /** This model after one more value at a row, nothing else learnt anew; an error is not expected. */
    Model with(double[] row, double value);

    /** How what is expected at rows varies together; as if independent where a model does not know. */
    default double[][] covariance(double[][] rows) {
        double[] deviations = predict(rows).deviations();
        double[][] covariance = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            covariance[i][i] = deviations[i] * deviations[i];
        }
        return covariance;
    }

    /** What is expected at a row and how that changes with each of its numbers; empty if it changes in jumps. */
    default Optional<Slope> slope(double[] row) {
        return Optional.empty();
    }

    /** Equally likely models that this one is the mean of; only itself where there are no others. */
    default List<Model> members() {
        return List.of(this);
    }

    /** The variance of the noise of one measurement; 0 where it is not known. */
    default double noise() {
        return 0;
    }

    /** What is expected at each row learnt from without its value, noise included; empty if that cannot be said. */
    default Optional<Forecast> leftOut() {
        return Optional.empty();
    }

    /** How fast what is expected changes along each column: inverse length scales; empty if that cannot be said. */
    default double[] relevances() {
        return new double[0];
    }

    /** What was fitted, for people. */
    default Map<String, String> facts() {
        return Map.of();
    }

    /**
     * What is expected at some rows.
     *
     * @param means one number per row
     * @param deviations one standard deviation per row, none below 0
     */
    record Forecast(double[] means, double[] deviations) {}

    /**
     * What is expected at one row, and its slopes.
     *
     * @param ofMean how the mean changes with each column
     * @param ofDeviation how the deviation does
     */
    record Slope(double mean, double deviation, double[] ofMean, double[] ofDeviation) {}
}
