package org.busbar.drivers.file;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.link.LinkException;

/**
 * A table in a result file: a line with the names of the columns, and lines of as many cells below it.
 *
 * @param file its name, for messages
 */
record CsvTable(String file, CsvForm form, List<String> columns, List<List<String>> rows) {

    /**
     * Finds the table: it begins at the first line that has all the columns, and ends at an empty line or the end.
     *
     * @param wanted names of the columns that are needed
     * @throws LinkException of the kind {@code GARBLED} if there is no such line, or no row, or a row is cut
     */
    static CsvTable find(String file, String text, CsvForm form, List<String> wanted) throws LinkException {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> columns = form.cells(lines.get(i));
            if (columns.containsAll(wanted)) {
                return new CsvTable(file, form, columns, rows(file, form, columns, lines.subList(i + 1, lines.size())));
            }
        }
        throw garbled(
                file,
                "no line has all the columns " + wanted + "; it begins with '" + (lines.isEmpty() ? "" : lines.get(0))
                        + "'");
    }

    private static List<List<String>> rows(String file, CsvForm form, List<String> columns, List<String> lines)
            throws LinkException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank()) {
                break;
            }
            List<String> cells = form.cells(line);
            if (cells.size() != columns.size()) {
                throw garbled(
                        file,
                        "row " + (rows.size() + 1) + " has " + cells.size() + " cells and not " + columns.size() + ": '"
                                + line + "'");
            }
            rows.add(cells);
        }
        if (rows.isEmpty()) {
            throw garbled(file, "there is no row below the columns " + columns);
        }
        return rows;
    }

    /** Every number of a column. */
    double[] numbers(String column) throws LinkException {
        double[] numbers = new double[rows.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = number(column, row);
        }
        return numbers;
    }

    /** The number in a row, counted from 0. */
    double number(String column, int row) throws LinkException {
        try {
            return form.number(cell(column, row));
        } catch (NumberFormatException e) {
            throw garbled(file, "row " + (row + 1) + ", column '" + column + "': " + e.getMessage());
        }
    }

    /** The text in a row, counted from 0. */
    String cell(String column, int row) {
        return rows.get(row).get(columns.indexOf(column));
    }

    private static LinkException garbled(String file, String what) {
        return new LinkException(LinkException.Kind.GARBLED, "The result file " + file + ": " + what);
    }
}
