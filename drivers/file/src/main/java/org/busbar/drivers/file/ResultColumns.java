package org.busbar.drivers.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.busbar.drivers.described.Notation;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/**
 * Finds outputs in the table of a result file: the keys {@code separator}, {@code decimal}, {@code row} and {@code columns}
 * of a step.
 *
 * @param row from 1, 0 for the last one, -1 for all
 */
record ResultColumns(CsvForm form, int row, List<Column> columns) {

    private static final int LAST = 0;
    private static final int ALL = -1;

    /** An output and the column in which it stands. */
    record Column(String output, String title, Notation notation) {}

    static ResultColumns of(Section step, Scope scope) {
        char separator = character(step, "separator", ',');
        char decimal = character(step, "decimal", '.');
        CsvForm form = step.find("columns")
                .map(entry -> form(entry, separator, decimal))
                .orElse(new CsvForm(';', '.'));
        int row = step.find("row").map(ResultColumns::row).orElse(LAST);
        List<Column> columns = new ArrayList<>();
        step.find("columns")
                .ifPresent(entry -> entry.section().all().forEach((name, at) -> columns.add(column(name, at, scope))));
        return new ResultColumns(form, row, columns);
    }

    private static CsvForm form(Entry at, char separator, char decimal) {
        try {
            return new CsvForm(separator, decimal);
        } catch (IllegalArgumentException e) {
            throw at.mistake(String.valueOf(e.getMessage()));
        }
    }

    private static char character(Section step, String key, char otherwise) {
        return step.find(key).map(ResultColumns::character).orElse(otherwise);
    }

    private static char character(Entry entry) {
        String text = entry.text().equals("tab") ? "\t" : entry.text();
        if (text.length() != 1) {
            throw entry.mistake("one character belongs here, or tab, not '" + text + "'");
        }
        return text.charAt(0);
    }

    private static int row(Entry entry) {
        return switch (entry.text()) {
            case "last" -> LAST;
            case "all" -> ALL;
            default -> (int) entry.whole(1, 1_000_000);
        };
    }

    private static Column column(String output, Entry entry, Scope scope) {
        if (!entry.isSection()) {
            return entry.as(title -> new Column(output, title, scope.output(output)));
        }
        Section keys = entry.section();
        String title = keys.get("column").text();
        Optional<String> unit = keys.find("in").map(Entry::text);
        keys.end();
        return keys.get("column").as(text -> new Column(output, title, scope.output(output, unit)));
    }

    /**
     * The outputs in a file.
     *
     * @throws LinkException of the kind {@code GARBLED} if it does not hold them
     */
    Values read(String file, String text) throws DeviceException, LinkException {
        Values values = Values.none();
        if (columns.isEmpty()) {
            return values;
        }
        CsvTable table = CsvTable.find(
                file, text, form, columns.stream().map(Column::title).toList());
        for (Column column : columns) {
            values = values.with(column.output(), column.notation().read(cell(table, column)));
        }
        return values;
    }

    private String cell(CsvTable table, Column column) throws LinkException {
        if (row == ALL) {
            double[] numbers = table.numbers(column.title());
            return IntStream.range(0, numbers.length)
                    .mapToObj(i -> Double.toString(numbers[i]))
                    .collect(Collectors.joining(","));
        }
        int index = row == LAST ? table.rows().size() - 1 : row - 1;
        if (index >= table.rows().size()) {
            throw new LinkException(
                    LinkException.Kind.GARBLED,
                    "The result file " + table.file() + " has " + table.rows().size() + " rows, and row " + row
                            + " is needed");
        }
        boolean isNumber = column.notation().pattern().equals(Notation.NUMBER);
        return isNumber ? Double.toString(table.number(column.title(), index)) : table.cell(column.title(), index);
    }
}
