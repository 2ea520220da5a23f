package org.busbar.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is known beforehand, as a file has it: {@code {campaign: electrolyte-1}} for a campaign of the lab, or {@code
 * {name: earlier, table: x.csv, columns: {…}, outputs: {conductivity: {column: k, unit: mS/cm}}}} for a table.
 */
record HistoryEntry(
        @Nullable String name,
        @Nullable String campaign,
        @Nullable String table,
        @Nullable Map<String, String> columns,
        @Nullable Map<String, Output> outputs) {

    /** In which column an output stands, and in which unit. */
    record Output(@Nullable String column, @Nullable Unit unit) {

        Quantity of(String output, Map<String, String> row) {
            double number = CsvTable.number(row, column == null ? output : column);
            return new Quantity(number, unit == null ? Unit.ONE : unit, Double.NaN);
        }
    }

    HistoryEntry {
        if ((campaign == null) == (table == null)) {
            throw new IllegalArgumentException(
                    "a history is either a campaign of the lab by its id, or a table with its outputs");
        }
        if (campaign != null && (columns != null || outputs != null)) {
            throw new IllegalArgumentException("the history of a campaign has neither columns nor outputs");
        }
        if (table != null && (outputs == null || outputs.isEmpty())) {
            throw new IllegalArgumentException(
                    "the history in " + table + " needs outputs, such as {conductivity: {column: k, unit: mS/cm}}");
        }
    }

    History history(Problem problem, Path lab) {
        if (campaign != null) {
            return new History(name == null ? campaign : name, campaign, List.of());
        }
        PointTable from = new PointTable(lab, Objects.requireNonNull(table), columns);
        return new History(
                name == null ? from.table() : name,
                "",
                from.rows(row -> new Observation(from.point(problem, row), outputs(row))));
    }

    private Values outputs(Map<String, String> row) {
        Values values = Values.none();
        for (Map.Entry<String, Output> output : Objects.requireNonNull(outputs).entrySet()) {
            values = values.with(output.getKey(), output.getValue().of(output.getKey(), row));
        }
        return values;
    }
}
