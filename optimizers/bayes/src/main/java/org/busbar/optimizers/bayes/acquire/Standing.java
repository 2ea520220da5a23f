package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;

/** What a new trial has to improve on. */
final class Standing {

    private Standing() {}

    /** Rows tried that kept all limits, then those awaited, which are taken to keep them. */
    static double[][] rows(Outlook outlook) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < outlook.tried().length; i++) {
            if (outlook.feasible()[i]) {
                rows.add(outlook.tried()[i]);
            }
        }
        rows.addAll(Arrays.asList(outlook.awaited()));
        return rows.toArray(double[][]::new);
    }

    /** The rows that show what values there are: of {@link #rows}, else all tried, else the sites, the first not empty. */
    static double[][] seen(Outlook outlook) {
        double[][] rows = rows(outlook);
        if (rows.length > 0) {
            return rows;
        }
        return outlook.tried().length > 0 ? outlook.tried() : outlook.sites();
    }

    /** The best mean of a model, as in {@link #best(Outlook, Function)}. */
    static double best(Outlook outlook, Model model) {
        return best(outlook, rows -> model.predict(rows).means());
    }

    /**
     * The best of the rows that keep the limits. If none does, the worst tried, as whatever keeps them is welcome; if
     * nothing was tried, the best of the sites; without sites, 0.
     */
    static double best(Outlook outlook, Function<double[][], double[]> values) {
        double[] seen = values.apply(seen(outlook));
        boolean onlyInfeasible = rows(outlook).length == 0 && outlook.tried().length > 0;
        return onlyInfeasible
                ? Arrays.stream(seen).min().orElse(0)
                : Arrays.stream(seen).max().orElse(0);
    }
}
