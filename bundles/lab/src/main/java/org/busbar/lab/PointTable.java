package org.busbar.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A table of the lab whose rows are points of a space.
 *
 * @param lab the folder that the path starts from
 * @param table path of a CSV file within the lab
 * @param columns the column of each parameter, by the name of the parameter; null if each is called as its parameter
 */
record PointTable(Path lab, String table, @Nullable Map<String, String> columns) {

    /**
     * Each row made into something.
     *
     * @throws IllegalArgumentException if the table cannot be read, has no rows, or a row cannot be made into it; the
     *     message names the line
     */
    <T> List<T> rows(Function<Map<String, String>, T> made) {
        List<T> rows = new ArrayList<>();
        for (Map<String, String> row : CsvTable.rows(inside(lab, table))) {
            try {
                rows.add(made.apply(row));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(table + ", line " + (rows.size() + 2) + ": " + e.getMessage(), e);
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the table " + table + " has no rows");
        }
        return rows;
    }

    /** A file of the lab. */
    static Path inside(Path lab, String table) {
        Path file = lab.resolve(table).normalize();
        if (!file.startsWith(lab)) {
            throw new IllegalArgumentException("the table " + table + " lies outside the lab; copy it into the lab");
        }
        return file;
    }

    Values point(Problem problem, Map<String, String> row) {
        return point(problem.space().parameters(), row);
    }

    Values point(List<Parameter> parameters, Map<String, String> row) {
        Values point = Values.none();
        for (Parameter parameter : parameters) {
            String column = columns == null ? parameter.name() : columns.get(parameter.name());
            if (column == null) {
                throw new IllegalArgumentException("columns names no column for " + parameter.name());
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
