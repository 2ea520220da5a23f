package org.busbar.api.optimize;

import java.util.List;
import org.busbar.api.Values;

/**
 * What a surrogate learns from. The arrays belong to the caller and are not changed by anybody.
 *
 * @param columns what the numbers of a row are
 * @param rows encoded points, one number per column, from 0 to 1 within the space and beyond outside of it; may be empty
 * @param values what each row gave, more being better, about 0 and 1 in mean and standard deviation; finite
 * @param variances of the noise of each value, in its square unit; NaN where not known
 * @param sources what is known of something similar, which may mislead
 * @param settings how to learn, without the prefix {@code surrogate.}; empty for what the surrogate takes by itself
 * @param seed the only source of randomness allowed
 */
public record Training(
        List<Column> columns,
        double[][] rows,
        double[] values,
        double[] variances,
        List<Source> sources,
        Values settings,
        long seed) {

    public Training {
        columns = List.copyOf(columns);
        sources = List.copyOf(sources);
    }

    /**
     * What is known of something similar, in a unit of its own: only how its values compare with each other counts.
     *
     * @param rows in the same columns
     * @param values about 0 and 1 in mean and standard deviation
     */
    public record Source(String name, double[][] rows, double[] values, double[] variances) {}
}
