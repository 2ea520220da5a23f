package org.busbar.analyses.cycling;

import static org.busbar.api.Parameter.curve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Values;

/**
 * What a cycler recorded, a row per sample in order of test time; columns that were not recorded are empty.
 *
 * <p>The arrays that are handed out are the recording's own: nobody changes them.
 */
final class Recording {

    static final Curve TIME = curve("test_time", "s");
    static final Curve VOLTAGE = curve("voltage", "V");
    static final Curve CURRENT = curve("current", "A");
    static final Curve CYCLE = curve("cycle", "1");
    static final Curve STEP = curve("step", "1");
    static final Curve CLOCK = curve("unix_time", "s");
    static final Curve CHARGE_COUNTER = curve("charge_counter", "A.h");
    static final Curve DISCHARGE_COUNTER = curve("discharge_counter", "A.h");

    private static final List<Curve> COLUMNS =
            List.of(TIME, VOLTAGE, CURRENT, CYCLE, STEP, CLOCK, CHARGE_COUNTER, DISCHARGE_COUNTER);

    private final Map<String, double[]> columns;
    private final TimeOrder asGiven;

    private Recording(Map<String, double[]> columns, TimeOrder asGiven) {
        this.columns = columns;
        this.asGiven = asGiven;
    }

    /**
     * The recording among {@code all}; columns that are not among the inputs of {@code analysis} are empty.
     *
     * @throws IllegalArgumentException if there are less than two rows, or columns differ in length
     */
    static Recording of(String analysis, Values all) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (Curve column : COLUMNS) {
            columns.put(column.name(), all.has(column.name()) ? all.get(column) : new double[0]);
        }
        Recording given = new Recording(columns, new TimeOrder(0, -1, 0, 0));
        given.requireRows(analysis);
        TimeOrder order = TimeOrder.of(given.column(TIME));
        return new Recording(order.falls() == 0 ? columns : given.inOrderOfTime(), order);
    }

    /** The value of an optional column that was not recorded. */
    static Series none(Curve column) {
        return new Series(new double[0], column.unit());
    }

    private void requireRows(String analysis) {
        if (rows() < 2) {
            throw new IllegalArgumentException(
                    analysis + ": a recording of " + rows() + " rows has no interval; give 2 rows or more");
        }
        columns.forEach((name, column) -> requireLength(analysis, name, column.length, rows()));
    }

    private static void requireLength(String analysis, String name, int length, int rows) {
        boolean required = List.of(VOLTAGE.name(), CURRENT.name()).contains(name);
        if (length != rows && (required || length > 0)) {
            throw new IllegalArgumentException(analysis + ": " + name + " has " + length + " values but test_time has "
                    + rows + "; give one per row" + (required ? "" : ", or none at all"));
        }
    }

    private Map<String, double[]> inOrderOfTime() {
        double[] time = column(TIME);
        int[] order = IntStream.range(0, time.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> time[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        Map<String, double[]> sorted = new LinkedHashMap<>();
        columns.forEach((name, column) -> sorted.put(
                name,
                column.length == 0
                        ? column
                        : Arrays.stream(order).mapToDouble(i -> column[i]).toArray()));
        return sorted;
    }

    int rows() {
        return column(TIME).length;
    }

    /** The numbers of that column in its own unit; empty if it was not recorded. */
    double[] column(Curve column) {
        return columns.getOrDefault(column.name(), new double[0]);
    }

    boolean has(Curve column) {
        return column(column).length > 0;
    }

    /** How far the rows were in order of time before they were put in order. */
    TimeOrder asGiven() {
        return asGiven;
    }

    /** The largest magnitude of the current, A. */
    double largestCurrent() {
        return Arrays.stream(column(CURRENT)).map(Math::abs).max().orElseThrow();
    }

    /** Highest less lowest voltage, V. */
    double voltageRange() {
        double[] voltage = column(VOLTAGE);
        return Arrays.stream(voltage).max().orElseThrow()
                - Arrays.stream(voltage).min().orElseThrow();
    }
}
