package org.busbar.analyses.tables;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Unit;

/**
 * The inputs and the output of a study, taken from a table: every number is known. Immutable.
 *
 * @param inputs at least one, none of them constant
 * @param groups the group of each row, such as its formulation; empty if rows are not grouped
 * @param leftOut how many rows were left out because a number was missing
 */
public record Chosen(List<Column.Numbers> inputs, Column.Numbers output, List<String> groups, int leftOut) {

    public Chosen {
        inputs = List.copyOf(inputs);
        groups = List.copyOf(groups);
    }

    /**
     * Takes columns of a table; rows in which one of these numbers is missing are left out and counted.
     *
     * @param inputs names; empty for all columns of numbers but the output and the group
     * @param group the columns, separated by commas, whose cells together name the group; empty for none
     * @throws IllegalArgumentException if a column is missing, has words or is constant, or if fewer than two rows are
     *     left
     */
    public static Chosen from(Table table, String output, List<String> inputs, String group) {
        return new Choosing(table, output, inputs, group).chosen();
    }

    public int rows() {
        return output.size();
    }

    /** The names of the inputs, in order. */
    public List<String> names() {
        return inputs.stream().map(Column::name).toList();
    }

    /** A fresh array: one row per measurement, one column per input, each in the unit of its column. */
    public double[][] x() {
        double[][] x = new double[rows()][inputs.size()];
        for (int j = 0; j < inputs.size(); j++) {
            for (int i = 0; i < x.length; i++) {
                x[i][j] = inputs.get(j).values().value(i);
            }
        }
        return x;
    }

    /** A fresh array of the output, in its unit. */
    public double[] y() {
        return output.values().values();
    }

    /**
     * Passes if there are at least {@code fewest} rows.
     *
     * @param why what needs them, such as {@code "3 inputs and an intercept"}
     * @throws IllegalArgumentException if there are fewer
     */
    public void requireRows(int fewest, String why) {
        if (rows() < fewest) {
            throw new IllegalArgumentException("the table has " + rows() + " complete rows, but " + why
                    + " need at least " + fewest + "; give more rows or fewer inputs");
        }
    }

    static Column.Numbers rowsOf(Column.Numbers column, List<Integer> rows) {
        double[] kept = rows.stream().mapToDouble(i -> column.values().value(i)).toArray();
        Unit unit = column.unit();
        return new Column.Numbers(column.name(), new Series(kept, unit));
    }

    static List<String> rowsOf(List<String> cells, List<Integer> rows) {
        List<String> kept = new ArrayList<>();
        rows.forEach(i -> kept.add(cells.get(i)));
        return kept;
    }
}
