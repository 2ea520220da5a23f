package org.busbar.optimizers.polynomial;

import java.util.Locale;

/** How well models expect values that were held out, in their unit, counted where they speak. */
final class Held {

    private int silent;
    private int spoken;
    private int covered;
    private double absolute;
    private double squares;
    private double sum;
    private double sumOfSquares;

    Held and(PolynomialModel model, Samples learnt, Samples held) {
        for (int i = 0; i < held.size(); i++) {
            double[] row = held.rows().get(i);
            double value = held.values().get(i);
            Opinion opinion = model.opinion(row);
            if (opinion.abstains()) {
                silent++;
            } else {
                count(value, value - learnt.mean() - opinion.mean() * learnt.deviation());
                covered += model.interval(row).holds((value - learnt.mean()) / learnt.deviation()) ? 1 : 0;
            }
        }
        return this;
    }

    private void count(double value, double missed) {
        spoken++;
        absolute += Math.abs(missed);
        squares += missed * missed;
        sum += value;
        sumOfSquares += value * value;
    }

    /** Mean absolute error. */
    double error() {
        return absolute / spoken;
    }

    /** R2, about the mean of the values held out. */
    double explained() {
        return 1 - squares / (sumOfSquares - sum * sum / spoken);
    }

    /** The share that lies within the 95 % interval. */
    double covered() {
        return (double) covered / spoken;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d spoken of: MAE %.3f, R2 %.3f, %.2f covered",
                spoken,
                spoken + silent,
                error(),
                explained(),
                covered());
    }
}
