package org.busbar.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.lab.Plan;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.jspecify.annotations.Nullable;

/**
 * With what an optimizer is compared, as a file has it.
 *
 * @param data where the table comes from
 * @param table path of a CSV file within the lab
 * @param columns the column of each parameter, by the name of the parameter
 * @param objective the column of the objective
 * @param unit the unit of the objective in the table
 */
record ComparisonEntry(
        @Nullable String data,
        @Nullable String table,
        @Nullable Map<String, String> columns,
        @Nullable String objective,
        @Nullable String unit,
        @Nullable String optimizer,
        @Nullable Integer start,
        @Nullable Integer repetitions) {

    ComparisonEntry {
        if (table == null || columns == null || objective == null || unit == null || optimizer == null) {
            throw new IllegalArgumentException("a comparison needs table, columns, objective, unit and optimizer");
        }
        Unit.of(unit);
    }

    Plan.Comparison comparison(Problem problem, Campaign campaign, Path lab) {
        List<Observation> rows = new ArrayList<>();
        String output = campaign.problem().objectives().get(0).output();
        Unit of = Unit.of(Objects.requireNonNull(unit));
        for (Map<String, String> row : CsvTable.rows(inside(lab))) {
            try {
                double value = CsvTable.number(row, Objects.requireNonNull(objective));
                rows.add(new Observation(point(problem, row), Values.of(output, new Quantity(value, of, Double.NaN))));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(table + ", line " + (rows.size() + 2) + ": " + e.getMessage(), e);
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the table " + table + " has no rows to compare with");
        }
        return new Plan.Comparison(
                data == null ? Objects.requireNonNull(table) : data,
                Objects.requireNonNull(optimizer),
                start == null ? 5 : start,
                repetitions == null ? 20 : repetitions,
                rows);
    }

    private Path inside(Path lab) {
        Path file = lab.resolve(Objects.requireNonNull(table)).normalize();
        if (!file.startsWith(lab)) {
            throw new IllegalArgumentException("the table " + table + " lies outside the lab; copy it into the lab");
        }
        return file;
    }

    private Values point(Problem problem, Map<String, String> row) {
        Values point = Values.none();
        for (Parameter parameter : problem.space().parameters()) {
            String column = Objects.requireNonNull(columns).get(parameter.name());
            if (column == null) {
                throw new IllegalArgumentException("the comparison names no column for " + parameter.name());
            }
            point = point.with(parameter.name(), value(parameter, row, column));
        }
        return point;
    }

    private static Value value(Parameter parameter, Map<String, String> row, String column) {
        if (parameter instanceof Parameter.Real real) {
            return new Quantity(CsvTable.number(row, column), real.unit(), Double.NaN);
        }
        if (parameter instanceof Parameter.Choice) {
            return new Text(CsvTable.text(row, column));
        }
        return Quantity.of(CsvTable.number(row, column), "1");
    }
}
