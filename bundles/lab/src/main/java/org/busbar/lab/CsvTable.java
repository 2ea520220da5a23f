package org.busbar.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of comma-separated values with a header and without quoted fields, as data sets of numbers have it. */
final class CsvTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // spreadsheets begin files with it

    private CsvTable() {}

    /**
     * Its rows, each by the name of the column.
     *
     * @throws IllegalArgumentException if it cannot be read or a row is of another length than the header
     */
    static List<Map<String, String>> rows(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the table " + file.getFileName() + " cannot be read: " + e, e);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        String[] header = fields(lines.isEmpty() ? "" : lines.get(0).replace(BYTE_ORDER_MARK, ""));
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(header, lines.get(i), file.getFileName() + ", line " + (i + 1)));
        }
        return rows;
    }

    private static Map<String, String> row(String[] header, String line, String where) {
        String[] fields = fields(line);
        if (fields.length != header.length || line.indexOf('"') >= 0) {
            throw new IllegalArgumentException(where + ": " + fields.length + " fields, but the header has "
                    + header.length + " (quoted fields are not read)");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int f = 0; f < header.length; f++) {
            row.put(header[f], fields[f]);
        }
        return row;
    }

    private static String[] fields(String line) {
        String[] fields = line.split(",", -1);
        for (int f = 0; f < fields.length; f++) {
            fields[f] = fields[f].strip();
        }
        return fields;
    }

    static String text(Map<String, String> row, String column) {
        String text = row.get(column);
        if (text == null) {
            throw new IllegalArgumentException("the table has no column " + column + ", only " + row.keySet());
        }
        return text;
    }

    static double number(Map<String, String> row, String column) {
        String text = text(row, column);
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("column " + column + ": '" + text + "' is not a number");
        }
        return number;
    }
}
