package org.busbar.optimizers.bayes.acquire;

import java.util.Optional;
import org.busbar.api.optimize.Model;

/**
 * A model that says quickly how what is expected at any row varies together with that at some fixed rows. Without it,
 * acquisitions ask {@link Model#covariance} block by block and have no slopes.
 */
public interface Correlated extends Model {

    /** Gets ready for some rows. Safe for use by many threads, as is what it gives. */
    Toward toward(double[][] anchors);

    /** The covariances of any row with the rows fixed. */
    interface Toward {

        /** One array per row, with one number per fixed row. */
        double[][] of(double[][] rows);

        /** The slope, in the row, of the sum of its covariances with the fixed rows, each times its weight; may be empty. */
        Optional<double[]> slope(double[] row, double[] weights);
    }
}
