package org.busbar.analyses.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was asked of a table: names of columns. */
record Choosing(Table table, String output, List<String> inputs, String group) {

    Chosen chosen() {
        Column.Numbers y = table.numbers(output);
        List<Column.Numbers> x = columns();
        List<Integer> rows = complete(Stream.concat(x.stream(), Stream.of(y)).toList());
        requireTwo(rows.size());
        Chosen chosen = new Chosen(
                x.stream().map(column -> Chosen.rowsOf(column, rows)).toList(),
                Chosen.rowsOf(y, rows),
                groups(rows),
                table.rows() - rows.size());
        chosen.inputs().forEach(column -> requireVaried(column, "leave it out of the inputs"));
        requireVaried(chosen.output(), "choose another output");
        return chosen;
    }

    private List<Column.Numbers> columns() {
        List<Column.Numbers> columns = inputs.isEmpty()
                ? table.numbers().stream()
                        .filter(column ->
                                !column.name().equals(output) && !groupNames().contains(column.name()))
                        .toList()
                : inputs.stream().map(table::numbers).toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("the table has no column of numbers beside '" + output + "', only "
                    + table.names() + "; an input is needed");
        }
        requireApart(columns);
        return columns;
    }

    private void requireApart(List<Column.Numbers> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        if (names.contains(output)) {
            throw new IllegalArgumentException(
                    "'" + output + "' is both the output and an input; leave it out of the inputs");
        }
        if (names.stream().anyMatch(name -> name.contains(","))) {
            throw new IllegalArgumentException("an input has a comma in its name, which separates names, in " + names
                    + "; give the column another heading");
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("an input is named twice in " + names + "; name each once");
        }
    }

    private List<Integer> complete(List<Column.Numbers> columns) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            int row = i;
            if (columns.stream()
                    .noneMatch(column -> Double.isNaN(column.values().value(row)))) {
                rows.add(i);
            }
        }
        return rows;
    }

    private void requireTwo(int rows) {
        if (rows < 2) {
            throw new IllegalArgumentException(
                    "the table has " + table.rows() + " rows, of which " + rows
                            + " have all numbers; at least 2 are needed: give more rows, or leave out columns with empty cells");
        }
    }

    private static void requireVaried(Column.Numbers column, String advice) {
        if (column.isConstant()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the column '%s' is constant, %s %s in all %d complete rows, so nothing can be told from it; %s",
                    column.name(),
                    column.values().value(0),
                    column.unit().ucum(),
                    column.size(),
                    advice));
        }
    }

    private List<String> groupNames() {
        return names(group);
    }

    /** The names between commas, without blanks around them; empty for a blank text. */
    static List<String> names(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private List<String> groups(List<Integer> rows) {
        if (groupNames().isEmpty()) {
            return List.of();
        }
        List<List<String>> cells = groupNames().stream()
                .map(name -> Chosen.rowsOf(words(table.column(name)), rows))
                .toList();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            groups.add(String.join(
                    ", ", cells.stream().map(column -> column.get(row)).toList()));
        }
        return groups;
    }

    private static List<String> words(Column column) {
        return column instanceof Column.Words words
                ? words.cells()
                : Arrays.stream(((Column.Numbers) column).values().values())
                        .mapToObj(Double::toString)
                        .toList();
    }
}
