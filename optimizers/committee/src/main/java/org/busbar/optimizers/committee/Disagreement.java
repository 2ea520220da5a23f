package org.busbar.optimizers.committee;

import java.util.List;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model.Forecast;
import org.busbar.optimizers.committee.Committee.View;

/**
 * The variance between what members expect, plus a share of their own variance, times the chance that a trial gives a
 * value at all: (a + S)/(a + S + F), where S and F count the trials that did and did not, each weighted by
 * exp(-d^2/(2 h^2)) at distance d.
 */
record Disagreement(Committee committee, double own, double[][] good, List<double[]> failed)
        implements Acquisition.Worth {

    /** Weight of the belief that a row nobody tried works, in trials. */
    private static final double PRIOR = 0.1;

    /** h, as a share of each range, times the root of the number of columns. */
    private static final double WIDTH = 0.05;

    @Override
    public double[] of(double[][] rows) {
        List<Forecast> forecasts = committee.forecasts(rows);
        double[] worths = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            View view = View.of(forecasts, i);
            worths[i] = (view.between() + own * view.own()) * chance(rows[i]);
        }
        return worths;
    }

    private double chance(double[] row) {
        if (failed.isEmpty()) {
            return 1;
        }
        double works = PRIOR;
        for (double[] other : good) {
            works += weight(row, other);
        }
        double fails = 0;
        for (double[] other : failed) {
            fails += weight(row, other);
        }
        return works / (works + fails);
    }

    private static double weight(double[] a, double[] b) {
        return StrictMath.exp(-squared(a, b) / (2 * WIDTH * WIDTH * a.length));
    }

    static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
