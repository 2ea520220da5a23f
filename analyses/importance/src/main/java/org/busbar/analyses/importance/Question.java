package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.List;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;

/** The inputs and outputs that the analyses of this bundle have in common. */
final class Question {

    /** Names of the inputs, separated by commas, in the order of all outputs that have one number per input. */
    static final Parameter.Note NAMES = new Parameter.Note("names", 200_000, "");

    /** The name of the output with its unit, in which measured and predicted values are. */
    static final Parameter.Note EXPLAINED = Parameter.note("explained");

    /** Rows that were used. */
    static final Parameter.Whole ROWS = Parameter.whole("rows", 2, Integer.MAX_VALUE);

    static final Parameter.Whole SEED = Parameter.whole("seed", 0, Long.MAX_VALUE);

    private static final Parameter.Note INPUTS = new Parameter.Note(TableInput.INPUTS.name(), 200_000, "");

    private Question() {}

    /** A capability that takes a table, the names of its columns, and {@code more}. */
    static Capability of(String name, List<Parameter> more, List<Parameter> outputs) {
        List<Parameter> inputs =
                new ArrayList<>(List.of(TableInput.TABLE, TableInput.OUTPUT, INPUTS, TableInput.GROUP));
        inputs.addAll(more);
        List<Parameter> all = new ArrayList<>(List.of(NAMES, EXPLAINED, ROWS));
        all.addAll(outputs);
        all.add(Quality.OUTPUT);
        return new Capability(name, inputs, all)
                .byDefault(INPUTS.name(), new Text(""))
                .byDefault(TableInput.GROUP.name(), new Text(""));
    }

    /** Numbers without unit. */
    static Series series(double... values) {
        return new Series(values, Unit.ONE);
    }

    static Parameter.Curve curve(String name) {
        return Parameter.curve(name, "1");
    }

    static List<String> names(Values outputs) {
        return TableInput.names(outputs.get(NAMES.name()).toString());
    }

    static String explained(Values outputs) {
        return outputs.get(EXPLAINED.name()).toString();
    }
}
