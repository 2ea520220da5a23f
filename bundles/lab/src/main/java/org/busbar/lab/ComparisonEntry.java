package org.busbar.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
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
        String output = campaign.problem().objectives().get(0).output();
        Unit of = Unit.of(Objects.requireNonNull(unit));
        PointTable from = new PointTable(lab, Objects.requireNonNull(table), columns);
        List<Observation> rows = from.rows(row -> {
            double value = CsvTable.number(row, Objects.requireNonNull(objective));
            return new Observation(from.point(problem, row), Values.of(output, new Quantity(value, of, Double.NaN)));
        });
        return new Plan.Comparison(
                data == null ? table : data,
                Objects.requireNonNull(optimizer),
                start == null ? 5 : start,
                repetitions == null ? 20 : repetitions,
                rows);
    }
}
