package org.busbar.analyses.sensitivity;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;

/** Collects the runs of a design, run after run, in the units of the ranges. Of one thread. */
final class DesignOutputs {

    private static final int MOST_NUMBERS = 4_000_000;
    private static final Parameter.Whole RUNS = whole("runs", 1, MOST_NUMBERS);
    private static final Parameter.Curve DESIGN = curve("design", "1");

    static final List<Parameter> ALL = List.of(Asked.NAMES, RUNS, DESIGN, Quality.OUTPUT);

    private final Ranges ranges;
    private final double[] numbers;
    private int filled;

    /**
     * Makes room for the runs.
     *
     * @throws IllegalArgumentException if there are too many
     */
    DesignOutputs(String analysis, Ranges ranges, long runs) {
        if (runs * ranges.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException(analysis + ": " + runs + " runs of " + ranges.size() + " inputs are "
                    + runs * ranges.size() + " numbers, above the limit of " + MOST_NUMBERS + "; ask for fewer runs");
        }
        this.ranges = ranges;
        numbers = new double[(int) runs * ranges.size()];
    }

    /**
     * The ranges asked for.
     *
     * @throws IllegalArgumentException if they are none
     */
    static Ranges ranges(String analysis, Values inputs) {
        List<String> names = Asked.names(inputs, TableInput.INPUTS.name());
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    analysis + ": inputs names nothing to be varied; give names separated by commas");
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(analysis + ": a name is given twice in " + names + "; name each once");
        }
        return Ranges.of(analysis, names, inputs);
    }

    /** Adds runs given as places in the unit cube. */
    void add(double[][] units) {
        for (double[] unit : units) {
            double[] x = ranges.at(unit);
            System.arraycopy(x, 0, numbers, filled, x.length);
            filled += x.length;
        }
    }

    /** The outputs; {@code balanced} says whether so many samples fill the cube evenly. */
    Values values(boolean balanced, int samples) {
        Quality quality = balanced
                ? Quality.ok()
                : Quality.ok().flag(Quality.Level.OK, "unbalanced: " + samples + " samples are no power of 2");
        return Values.of(Asked.NAMES.name(), Asked.text(ranges.names()))
                .with(RUNS.name(), Quantity.of(filled / ranges.size(), "1"))
                .with(DESIGN.name(), Asked.series(numbers))
                .with(Quality.OUTPUT.name(), quality.text());
    }
}
