package org.busbar.distribution.bench.optimizers.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.distribution.bench.optimizers.metrics.BestValue;
import org.busbar.distribution.bench.optimizers.metrics.Hypervolume;
import org.busbar.distribution.bench.optimizers.metrics.HypervolumeGap;
import org.busbar.distribution.bench.optimizers.metrics.Yardstick;
import org.busbar.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Reads pools as {@code pools.json} describes them. Numbers have no unit, because not all units of the sources have a
 * UCUM code; choices are labels; an objective to be made small is negated.
 */
final class PoolFiles {

    static final int BUDGET = 40;
    static final int BUDGET_SEVERAL = 50;
    static final double FLOOR = 1e-3;

    private final Path folder;
    private final InitialDesigns designs;

    PoolFiles(Path folder, InitialDesigns designs) {
        this.folder = folder;
        this.designs = designs;
    }

    /** Adds those pools whose file is there, in the order of {@code pools.json}. */
    void addTo(Map<String, TestProblem> problems) throws IOException {
        JsonNode all = Json.mapper().readTree(Files.readString(folder.resolve("pools.json")));
        for (String group : List.of("pools", "multi_objective")) {
            for (JsonNode pool : all.get(group)) {
                if (Files.exists(folder.resolve(pool.get("file").asString()))) {
                    problems.put(pool.get("name").asString(), read(pool));
                }
            }
        }
    }

    private Pool read(JsonNode described) throws IOException {
        Csv table = Csv.read(folder.resolve(described.get("file").asString()));
        List<Parameter> axes = new ArrayList<>();
        described.get("columns").forEach(column -> axes.add(axis(column, table)));
        List<double[]> outcomes = outcomes(described, table);
        boolean one = described.has("objective");
        return new Pool(
                described.get("name").asString(),
                axes,
                candidates(axes, table),
                outcomes,
                one ? BUDGET : BUDGET_SEVERAL,
                one ? regret(described, outcomes) : gap(described, outcomes),
                designs);
    }

    private static Parameter axis(JsonNode column, Csv table) {
        String name = column.get("name").asString();
        String kind = column.get("kind").asString();
        if (kind.equals("cat")) {
            return Parameter.choice(name, new TreeSet<>(table.column(name)).toArray(String[]::new));
        }
        double[] numbers = table.numbers(name);
        double high = Arrays.stream(numbers).max().orElseThrow();
        return kind.equals("simplex")
                ? Parameter.real(name, "1", 0, high > 1 ? 100 : 1)
                : Parameter.real(name, "1", Arrays.stream(numbers).min().orElseThrow(), high);
    }

    private static List<Values> candidates(List<Parameter> axes, Csv table) {
        List<Values> candidates = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            Values point = Values.none();
            for (Parameter axis : axes) {
                point = point.with(axis.name(), value(axis, table, row));
            }
            candidates.add(point);
        }
        return candidates;
    }

    private static Value value(Parameter axis, Csv table, int row) {
        String cell = table.rows().get(row).get(table.header().indexOf(axis.name()));
        return axis instanceof Parameter.Choice
                ? new Text(cell)
                : new Quantity(Double.parseDouble(cell), Unit.ONE, Double.NaN);
    }

    private static List<double[]> outcomes(JsonNode described, Csv table) {
        List<double[]> columns = new ArrayList<>();
        if (described.has("objective")) {
            columns.add(signed(described.get("objective"), table));
        } else {
            described.get("objectives").forEach(objective -> columns.add(signed(objective, table)));
        }
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            int at = row;
            rows.add(columns.stream().mapToDouble(column -> column[at]).toArray());
        }
        return rows;
    }

    private static double[] signed(JsonNode objective, Csv table) {
        double sign = objective.get("goal").asString().equals("min") ? -1 : 1;
        return Arrays.stream(table.numbers(objective.get("name").asString()))
                .map(value -> sign * value)
                .toArray();
    }

    /** The median is the one that is stated, as recorded figures of others use it. */
    private static Yardstick regret(JsonNode described, List<double[]> outcomes) {
        double best = outcomes.stream().mapToDouble(outcome -> outcome[0]).max().orElseThrow();
        boolean small = described.get("objective").get("goal").asString().equals("min");
        double median = (small ? -1 : 1) * described.get("median").asDouble();
        return new BestValue(best, best - median, FLOOR);
    }

    /** The reference point is written as measured: what is to be made small is not negated there. */
    private static Yardstick gap(JsonNode described, List<double[]> outcomes) {
        double[] reference = new double[described.get("objectives").size()];
        for (int i = 0; i < reference.length; i++) {
            boolean small =
                    described.get("objectives").get(i).get("goal").asString().equals("min");
            reference[i] =
                    (small ? -1 : 1) * described.get("reference_point").get(i).asDouble();
        }
        Hypervolume hypervolume = new Hypervolume(reference);
        double largest = hypervolume.of(outcomes);
        return new HypervolumeGap(largest, hypervolume, largest, FLOOR);
    }
}
