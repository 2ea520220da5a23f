package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Normal;
import org.busbar.optimizers.search.numeric.Sobol;

/** Standard normal numbers: at random, or spread evenly. */
final class NormalDraws {

    private NormalDraws() {}

    /**
     * Scrambled Sobol points through the quantile: evenly spread.
     *
     * @param dimensions up to {@link Sobol#DIMENSIONS}; 0 gives a single empty draw
     */
    static double[][] even(int count, int dimensions, Keyed keyed) {
        if (dimensions == 0) {
            return new double[1][0];
        }
        double[][] draws = new Sobol(dimensions, keyed).take(count);
        for (double[] draw : draws) {
            Arrays.setAll(draw, i -> Normal.quantile(draw[i]));
        }
        return draws;
    }

    /** One independent draw. */
    static double[] random(int dimensions, Keyed keyed) {
        double[] draw = new double[dimensions];
        Arrays.setAll(draw, i -> keyed.normal());
        return draw;
    }
}
