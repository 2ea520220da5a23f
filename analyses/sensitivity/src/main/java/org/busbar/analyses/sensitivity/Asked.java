package org.busbar.analyses.sensitivity;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.optimizers.search.numeric.Keyed;

/** The inputs that several analyses of this bundle have, with their defaults. */
final class Asked {

    static final Parameter.Whole SEED = whole("seed", 0, 1L << 53);
    static final Parameter.Whole REPLICATES = whole("replicates", 10, 10_000);
    /** Names separated by commas; long enough for all pairs of many inputs. */
    static final Parameter.Note NAMES = new Parameter.Note("names", 100_000, "");

    /** Name and unit of what was explained: no unit of a column is known before, so numbers in it are plain ones. */
    static final Parameter.Note EXPLAINED = Parameter.note("explained");

    private Asked() {}

    /** The names of the inputs and what is explained by them. */
    static Values terms(List<String> names, Chosen chosen) {
        String unit = chosen.output().unit().ucum();
        String explained = chosen.output().name() + (unit.equals("1") ? "" : " [" + unit + "]");
        return Values.of(NAMES.name(), text(names)).with(EXPLAINED.name(), new Text(explained));
    }

    /** What {@link #EXPLAINED} says. */
    static String explained(Values outputs) {
        return ((Text) outputs.get(EXPLAINED.name())).text();
    }

    /** The capability with the defaults of those of the shared inputs that it has. */
    static Capability byDefault(Capability capability) {
        Values defaults = Values.of(SEED.name(), Quantity.of(0, "1"))
                .with(REPLICATES.name(), Quantity.of(100, "1"))
                .with(TableInput.INPUTS.name(), new Text(""))
                .with(Ranges.LOW.name(), Series.of("1"))
                .with(Ranges.HIGH.name(), Series.of("1"))
                .with(Ranges.DISTRIBUTIONS.name(), new Text(""));
        Capability complete = capability;
        for (Parameter input : capability.inputs()) {
            complete = defaults.has(input.name())
                    ? complete.byDefault(input.name(), defaults.get(input.name()))
                    : complete;
        }
        return complete;
    }

    /** The draws that the seed names, for one purpose of one analysis. */
    static Keyed stream(Values inputs, long purpose) {
        return Keyed.of(inputs.get(SEED), purpose);
    }

    static Bootstrap bootstrap(Values inputs) {
        return new Bootstrap((int) inputs.get(REPLICATES), stream(inputs, 1));
    }

    /**
     * Passes if no row of a design is lost.
     *
     * @throws IllegalArgumentException if rows had empty cells
     */
    static Chosen unbroken(String analysis, Chosen chosen) {
        if (chosen.leftOut() > 0) {
            throw new IllegalArgumentException(analysis + ": " + chosen.leftOut() + " of "
                    + (chosen.leftOut() + chosen.rows())
                    + " rows have an empty cell, and a design needs each of its runs; run them again");
        }
        return chosen;
    }

    /** Names as one text that {@link #names} reads. */
    static Text text(List<String> names) {
        return new Text(String.join(", ", names));
    }

    /** The names that an output of {@link #text} lists. */
    static List<String> names(Values outputs, String output) {
        return TableInput.names(((Text) outputs.get(output)).text());
    }

    static Series series(double[] numbers) {
        return Series.of("1", numbers);
    }

    /** The curve of that name and those of its lower and upper ends, as three outputs. */
    static List<Parameter.Curve> curves(String name) {
        return List.of(curve(name, "1"), curve(name + "_low", "1"), curve(name + "_high", "1"));
    }

    /** The three outputs of {@link #curves}. */
    static Values values(String name, Estimates estimates) {
        return Values.of(name, series(estimates.values()))
                .with(name + "_low", series(estimates.low()))
                .with(name + "_high", series(estimates.high()));
    }

    /** A note that lists names. */
    static Parameter.Note list(String name) {
        return new Parameter.Note(name, NAMES.longest(), "");
    }
}
