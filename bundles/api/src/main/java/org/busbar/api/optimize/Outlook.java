package org.busbar.api.optimize;

import java.util.List;
import org.busbar.api.Values;

/**
 * From where the worth of a trial is judged. Rows are as in {@link Training}; the arrays are not changed by anybody.
 *
 * @param models what is expected of each objective, more being better
 * @param tried rows that gave values
 * @param values what they gave: one array per objective, with one number per row; the models were trained on these
 * @param feasible for each row tried, whether it kept all limits
 * @param awaited rows whose values are still to come
 * @param sites some hundred rows that stand for the whole space, or all candidates where they are few
 * @param reference for each objective the worst value that is of any interest; NaN where not stated
 * @param settings how to judge, without the prefix {@code acquisition.}; empty for what the acquisition takes by itself
 * @param seed the only source of randomness allowed
 */
public record Outlook(
        List<Model> models,
        double[][] tried,
        double[][] values,
        boolean[] feasible,
        double[][] awaited,
        double[][] sites,
        double[] reference,
        Values settings,
        long seed) {

    public Outlook {
        models = List.copyOf(models);
    }
}
