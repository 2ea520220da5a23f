package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import org.busbar.api.optimize.Outlook;

/** The point of several objectives from which on values are of interest. */
final class Reference {

    private static final double MARGIN = 0.1;

    private Reference() {}

    /**
     * What is stated; for objectives of which nothing is, the worst of the front less a tenth of its range. The front is
     * that of the means at rows that keep the limits; where there is none, all rows tried, else the sites, take its
     * place. A range of 0 is replaced by that of all these rows, and by 1 if that is 0, too.
     */
    static double[] of(Outlook outlook) {
        double[][] all = Objectives.means(outlook.models(), Standing.seen(outlook));
        boolean kept = Standing.rows(outlook).length > 0;
        double[][] front = kept ? Front.of(all) : all;
        double[] reference = new double[outlook.models().size()];
        for (int m = 0; m < reference.length; m++) {
            double stated = outlook.reference().length > m ? outlook.reference()[m] : Double.NaN;
            reference[m] = Double.isNaN(stated) ? inferred(column(front, m), column(all, m)) : stated;
        }
        return reference;
    }

    private static double inferred(double[] front, double[] all) {
        double range = range(front) > 0 ? range(front) : range(all);
        return Arrays.stream(front).min().orElse(0) - MARGIN * (range > 0 ? range : 1);
    }

    private static double range(double[] values) {
        return values.length == 0
                ? 0
                : Arrays.stream(values).max().orElseThrow()
                        - Arrays.stream(values).min().orElseThrow();
    }

    static double[] column(double[][] points, int m) {
        return Arrays.stream(points).mapToDouble(point -> point[m]).toArray();
    }
}
