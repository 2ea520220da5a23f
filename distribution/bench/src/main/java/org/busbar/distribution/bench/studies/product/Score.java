package org.busbar.distribution.bench.studies.product;

import java.util.ArrayList;
import java.util.List;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/** How well expectations meet what was measured. Not safe for use by many threads. */
public final class Score {

    private final List<Expectation> expected = new ArrayList<>();
    private final List<Double> measured = new ArrayList<>();
    private int silent;

    /** Adds one; where the surrogate abstains it is only counted. */
    public void add(Expectation expectation, double value) {
        if (expectation.abstains()) {
            silent++;
        } else {
            expected.add(expectation);
            measured.add(value);
        }
    }

    /** This score, to which all of another is added. */
    public Score and(Score other) {
        expected.addAll(other.expected);
        measured.addAll(other.measured);
        silent += other.silent;
        return this;
    }

    public List<Expectation> expected() {
        return List.copyOf(expected);
    }

    public double[] measured() {
        return measured.stream().mapToDouble(v -> v).toArray();
    }

    /** How many expectations count. */
    public int size() {
        return measured.size();
    }

    /** How often the surrogate abstained. */
    public int silent() {
        return silent;
    }

    /** Mean absolute error; NaN of nothing. */
    public double mae() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += Math.abs(measured.get(i) - expected.get(i).mean());
        }
        return sum / size();
    }

    /** Root mean square error; NaN of nothing. */
    public double rmse() {
        return Math.sqrt(squares() / size());
    }

    private double squares() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            double missed = measured.get(i) - expected.get(i).mean();
            sum += missed * missed;
        }
        return sum;
    }

    /** Share of the variance that is explained; NaN of nothing. */
    public double r2() {
        double deviation = Sample.deviation(measured());
        return 1 - squares() / size() / (deviation * deviation);
    }

    /** Share of values within the intervals of 95 %; NaN of nothing. */
    public double coverage() {
        int held = 0;
        for (int i = 0; i < size(); i++) {
            held += expected.get(i).covers(measured.get(i)) ? 1 : 0;
        }
        return held / (double) size();
    }

    /** Mean of the deviations; NaN of nothing. */
    public double deviation() {
        return expected.stream().mapToDouble(Expectation::deviation).average().orElse(Double.NaN);
    }
}
