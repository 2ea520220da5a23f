package org.busbar.analyses.sensitivity;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.note;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Values;

/**
 * Where inputs may be and how likely: from low to high, evenly or evenly in the logarithm. Immutable as long as the arrays
 * are left alone.
 *
 * @param low one per name, below {@code high}; above 0 where logarithmic
 */
record Ranges(List<String> names, double[] low, double[] high, boolean[] logarithmic) {

    static final Parameter.Curve LOW = curve("low", "1");
    static final Parameter.Curve HIGH = curve("high", "1");
    static final Parameter.Note DISTRIBUTIONS = note("distributions");

    private static final String EVEN = "uniform";
    private static final String EVEN_LOGARITHM = "log-uniform";

    Ranges {
        names = List.copyOf(names);
    }

    /**
     * The ranges that the inputs {@link #LOW}, {@link #HIGH} and {@link #DISTRIBUTIONS} give for these names.
     *
     * @param analysis its name, with which each refusal begins
     * @throws IllegalArgumentException if numbers do not match names or an end is impossible
     */
    static Ranges of(String analysis, List<String> names, Values inputs) {
        return checked(analysis, names, inputs.get(LOW), inputs.get(HIGH), words(inputs));
    }

    /**
     * As {@link #of}, with the smallest and the largest number of each column where no ends are given.
     *
     * @param x one row per run, one column per name
     */
    static Ranges of(String analysis, List<String> names, double[][] x, Values inputs) {
        double[] low = inputs.get(LOW);
        double[] high = inputs.get(HIGH);
        return checked(
                analysis,
                names,
                low.length == 0 ? ends(x, -1) : low,
                high.length == 0 ? ends(x, 1) : high,
                words(inputs));
    }

    /** The ranges that the columns of a table have. */
    static Ranges of(Chosen chosen) {
        double[][] x = chosen.x();
        return new Ranges(
                chosen.names(),
                ends(x, -1),
                ends(x, 1),
                new boolean[chosen.names().size()]);
    }

    private static List<String> words(Values inputs) {
        return TableInput.names(((Text) inputs.get(DISTRIBUTIONS.name())).text());
    }

    private static double[] ends(double[][] x, int sign) {
        double[] ends = x[0].clone();
        for (double[] row : x) {
            for (int i = 0; i < ends.length; i++) {
                ends[i] = sign * Math.max(sign * ends[i], sign * row[i]);
            }
        }
        return ends;
    }

    private static Ranges checked(
            String analysis, List<String> names, double[] low, double[] high, List<String> words) {
        List<String> each = words.isEmpty() ? Collections.nCopies(names.size(), EVEN) : words;
        requireLength(analysis, names, LOW.name(), low.length);
        requireLength(analysis, names, HIGH.name(), high.length);
        requireLength(analysis, names, DISTRIBUTIONS.name(), each.size());
        boolean[] logarithmic = new boolean[names.size()];
        for (int i = 0; i < low.length; i++) {
            logarithmic[i] = logarithmic(analysis, each.get(i));
            requireRange(analysis, names.get(i), low[i], high[i], logarithmic[i]);
        }
        return new Ranges(names, low, high, logarithmic);
    }

    private static void requireLength(String analysis, List<String> names, String what, int found) {
        if (found != names.size()) {
            throw new IllegalArgumentException(analysis + ": " + what + " has " + found + " entries for the "
                    + names.size() + " inputs " + names + "; give one for each");
        }
    }

    private static boolean logarithmic(String analysis, String word) {
        if (!word.equals(EVEN) && !word.equals(EVEN_LOGARITHM)) {
            throw new IllegalArgumentException(analysis + ": the distribution '" + word + "' is not known; give " + EVEN
                    + " or " + EVEN_LOGARITHM);
        }
        return word.equals(EVEN_LOGARITHM);
    }

    private static void requireRange(String analysis, String name, double low, double high, boolean logarithmic) {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    analysis + ": " + name + " from " + low + " to " + high + " is no range; low must be below high");
        }
        if (logarithmic && !(low > 0)) {
            throw new IllegalArgumentException(analysis + ": " + name + " is log-uniform from " + low
                    + ", which has no logarithm; low must be above 0");
        }
    }

    int size() {
        return names.size();
    }

    /** The inputs at a place of the unit cube. */
    double[] at(double[] unit) {
        double[] x = new double[unit.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = logarithmic[i]
                    ? low[i] * StrictMath.exp(unit[i] * StrictMath.log(high[i] / low[i]))
                    : low[i] + unit[i] * (high[i] - low[i]);
        }
        return x;
    }

    /** The place of the inputs in the unit cube; beyond it for inputs beyond their ranges. */
    double[] unit(double[] x) {
        double[] unit = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            unit[i] = logarithmic[i]
                    ? StrictMath.log(x[i] / low[i]) / StrictMath.log(high[i] / low[i])
                    : (x[i] - low[i]) / (high[i] - low[i]);
        }
        return unit;
    }

    double[][] unit(double[][] x) {
        return Arrays.stream(x).map(this::unit).toArray(double[][]::new);
    }

    /** The derivative of place i by input i at that place, per unit of the input. */
    double slope(int i, double unit) {
        if (!logarithmic[i]) {
            return 1 / (high[i] - low[i]);
        }
        double span = StrictMath.log(high[i] / low[i]);
        return 1 / (span * low[i] * StrictMath.exp(unit * span));
    }
}
