package org.busbar.analyses.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns of equal length with distinct names. Immutable.
 *
 * @param lines the line of the file on which each row begins, from 1, for messages
 */
public record Table(List<Column> columns, List<Integer> lines) {

    public Table {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        requireDistinct(columns);
    }

    /**
     * Reads a CSV file: UTF-8 with or without a byte order mark, separated by comma, semicolon or tab (what comes first
     * in the heading), quotes as in RFC 4180. Headings are {@code name [unit]} or {@code name / unit} with UCUM codes;
     * without a unit it is 1. A cell that is empty, or says NaN, NA, N/A or null, is missing. In a file separated by
     * semicolons numbers may have a decimal comma. Blocks for the stream, which is not closed.
     *
     * @throws IllegalArgumentException if it is no such file, has no rows or is beyond the limits; the message names
     *     line, column and cell
     * @throws IOException if it cannot be read
     */
    public static Table read(InputStream in, Limits limits) throws IOException {
        return new TableReader(limits).read(in);
    }

    public int rows() {
        return lines.size();
    }

    /** The names of all columns, from the left. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * The column of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the table has no column '" + name + "', only " + names()));
    }

    /**
     * The column of that name, if it has numbers.
     *
     * @throws IllegalArgumentException if there is none or some cell is a word
     */
    public Column.Numbers numbers(String name) {
        Column column = column(name);
        if (column instanceof Column.Words words) {
            throw new IllegalArgumentException("line " + lines.get(words.first()) + ", column '" + name + "': '"
                    + words.cells().get(words.first()) + "' is no number (" + words.numbers() + " of " + rows()
                    + " cells are); correct the cell, empty it, or choose another column");
        }
        return (Column.Numbers) column;
    }

    /**
     * All columns of numbers, from the left.
     *
     * @throws IllegalArgumentException if a column has words, but more numbers: it is not left out unsaid
     */
    public List<Column.Numbers> numbers() {
        return columns.stream()
                .filter(column -> column instanceof Column.Numbers
                        || column instanceof Column.Words words && words.isNearlyNumbers())
                .map(column -> numbers(column.name()))
                .toList();
    }

    /** The names of the columns of numbers that are all the same. */
    public List<String> constant() {
        return columns.stream()
                .filter(column -> column instanceof Column.Numbers numbers && numbers.isConstant())
                .map(Column::name)
                .toList();
    }

    private static void requireDistinct(List<Column> columns) {
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException(
                        "two columns of the table are named '" + column.name() + "'; give each a name of its own");
            }
        }
    }
}
