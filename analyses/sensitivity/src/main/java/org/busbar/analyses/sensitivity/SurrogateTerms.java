package org.busbar.analyses.sensitivity;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.note;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;

import java.util.ArrayList;
import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;

/** What {@link GaussianSensitivity} takes and gives. */
final class SurrogateTerms {

    static final String NAME = "gp-sensitivity";
    static final Parameter.Note MAP = note("map");
    static final Parameter.Curve MEASURED = curve("measured", "1");
    static final Parameter.Curve PREDICTED = curve("predicted", "1");
    static final Parameter.Curve RELEVANCE = curve("relevance", "1");
    static final Parameter.Curve DERIVATIVE_RANGE = curve("derivative_range", "1");
    static final Parameter.Note MAP_INPUTS = note("map_inputs");
    static final Parameter.Curve MAP_X = curve("map_x", "1");
    static final Parameter.Curve MAP_Y = curve("map_y", "1");
    static final Parameter.Curve MAP_BY_X = curve("map_by_x", "1");
    static final Parameter.Curve MAP_BY_Y = curve("map_by_y", "1");

    private static final int FEWEST_ROWS = 8;
    private static final int MOST_ROWS = 1000;
    private static final int MOST_INPUTS = 100;
    private static final Parameter.Whole SAMPLES = whole("samples", 16, 1 << 16);
    private static final Parameter.Whole GRID = whole("grid", 2, 50);
    private static final Parameter.Real Q2 = real("q2", "1", Double.NEGATIVE_INFINITY, 1);
    private static final Parameter.Real NOISE = real("noise", "1", 0, Double.POSITIVE_INFINITY);
    private static final Parameter.Curve LENGTHS = curve("lengths", "1");
    private static final Parameter.Note RANKING = Asked.list("ranking");

    static final Capability CAPABILITY = Asked.byDefault(new Capability(NAME, inputs(), outputs()))
            .byDefault(SAMPLES.name(), Quantity.of(4096, "1"))
            .byDefault(GRID.name(), Quantity.of(15, "1"))
            .byDefault(MAP.name(), new Text(""));

    private SurrogateTerms() {}

    private static List<Parameter> inputs() {
        return List.of(
                TableInput.TABLE,
                TableInput.OUTPUT,
                TableInput.INPUTS,
                Ranges.LOW,
                Ranges.HIGH,
                Ranges.DISTRIBUTIONS,
                SAMPLES,
                MAP,
                GRID,
                Asked.REPLICATES,
                Asked.SEED);
    }

    private static List<Parameter> outputs() {
        List<Parameter> outputs = new ArrayList<>(List.of(Asked.NAMES, Asked.EXPLAINED, Q2, NOISE, LENGTHS, RELEVANCE));
        outputs.addAll(Asked.curves("s1"));
        outputs.addAll(Asked.curves("st"));
        outputs.add(RANKING);
        outputs.addAll(Asked.curves("derivative"));
        outputs.addAll(List.of(DERIVATIVE_RANGE, MAP_INPUTS, MAP_X, MAP_Y, MAP_BY_X, MAP_BY_Y));
        outputs.addAll(List.of(MEASURED, PREDICTED, Quality.OUTPUT));
        return outputs;
    }

    /**
     * Passes if a process can be fitted to so many rows.
     *
     * @throws IllegalArgumentException if there are too few or too many
     */
    static void requireSize(Chosen chosen) {
        int inputs = chosen.names().size();
        int fewest = Math.max(FEWEST_ROWS, inputs + 2);
        if (chosen.rows() < fewest || chosen.rows() > MOST_ROWS || inputs > MOST_INPUTS) {
            throw new IllegalArgumentException(NAME + ": the table has " + chosen.rows() + " complete rows and "
                    + inputs + " inputs; give " + fewest + " to " + MOST_ROWS + " rows for so many inputs, and at most "
                    + MOST_INPUTS + " inputs");
        }
    }

    /**
     * What is asked for.
     *
     * @throws IllegalArgumentException if the map is not one of two inputs
     */
    static SurrogateStudy.Plan plan(Ranges ranges, Values inputs) {
        List<String> map = Asked.names(inputs, MAP.name());
        boolean two = map.size() == 2 && !map.get(0).equals(map.get(1));
        if (!map.isEmpty() && !(two && ranges.names().containsAll(map))) {
            throw new IllegalArgumentException(NAME + ": a map of " + map + " cannot be drawn; name two of "
                    + ranges.names() + ", or none for those that matter most");
        }
        return new SurrogateStudy.Plan(
                ranges,
                (int) inputs.get(SAMPLES),
                (int) inputs.get(GRID),
                map.stream().mapToInt(ranges.names()::indexOf).toArray(),
                Asked.bootstrap(inputs),
                Asked.stream(inputs, 3));
    }

    static Values outputs(Chosen chosen, SurrogateStudy study, Quality quality) {
        Surrogate surrogate = study.surrogate();
        SobolIndices indices = study.indices();
        return Asked.terms(chosen.names(), chosen)
                .with(Q2.name(), Quantity.of(study.checked().q2(), "1"))
                .with(NOISE.name(), Quantity.of(surrogate.noise(), "1"))
                .with(LENGTHS.name(), Asked.series(surrogate.lengths()))
                .with(RELEVANCE.name(), Asked.series(surrogate.relevance()))
                .with(Asked.values("s1", indices.first()))
                .with(Asked.values("st", indices.total()))
                .with(RANKING.name(), new Text(Ranking.of(indices.total()).text(chosen.names())))
                .with(Asked.values("derivative", study.derivatives().perUnit()))
                .with(DERIVATIVE_RANGE.name(), Asked.series(study.derivatives().perRange()))
                .with(map(study.map()))
                .with(MEASURED.name(), Asked.series(chosen.y()))
                .with(PREDICTED.name(), Asked.series(study.checked().predicted()))
                .with(Quality.OUTPUT.name(), quality.text());
    }

    private static Values map(DerivativeMap map) {
        return Values.of(MAP_INPUTS.name(), Asked.text(map.names()))
                .with(MAP_X.name(), Asked.series(map.x()))
                .with(MAP_Y.name(), Asked.series(map.y()))
                .with(MAP_BY_X.name(), Asked.series(map.byX()))
                .with(MAP_BY_Y.name(), Asked.series(map.byY()));
    }
}
