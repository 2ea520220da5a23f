package org.busbar.analyses.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/**
 * Cycling data in its common form: columns of equal length in the units of {@link CyclerColumn}, current positive in
 * charge, rows in the order of the file. Immutable.
 */
public final class CyclerTable {

    /** The make or form of the file, a word. */
    public static final Parameter.Note FORMAT = Parameter.note("format");

    /** Which column of the file became which output, separated by {@code "; "}. */
    public static final Parameter.Note COLUMNS = Parameter.note("columns");

    private final Map<CyclerColumn, double[]> columns;
    private final Quality quality;

    private CyclerTable(Map<CyclerColumn, double[]> columns, Quality quality) {
        this.columns = Collections.unmodifiableMap(new EnumMap<>(columns));
        this.quality = quality;
    }

    /**
     * The table of these columns, flagged for what was lost and for what is odd in it. An optional column that has not
     * a number in every row is left out and named in the flag {@code invalid_rows}, unless it has none at all.
     */
    static CyclerTable of(Map<CyclerColumn, double[]> columns, Losses losses) {
        Map<CyclerColumn, double[]> whole = new EnumMap<>(columns);
        Quality quality = losses.quality();
        for (CyclerColumn column : columns.keySet()) {
            double[] numbers = whole.getOrDefault(column, new double[0]);
            long finite = Arrays.stream(numbers).filter(Double::isFinite).count();
            if (finite < numbers.length) {
                whole.remove(column);
            }
            if (finite > 0 && finite < numbers.length) {
                quality = quality.flag(Level.OK, incomplete(column, numbers.length - finite, numbers.length));
            }
        }
        return new CyclerTable(whole, quality).judged();
    }

    private static String incomplete(CyclerColumn column, long missing, int rows) {
        return "invalid_rows: " + column.output().name() + " has no number in " + missing + " of " + rows
                + " rows and is left out";
    }

    private CyclerTable judged() {
        return new CyclerTable(columns, quality.and(TimeChecks.quality(this)).and(RoundingCheck.quality(this)))
                .withoutLostCounters();
    }

    /** Counters that stand still because the current was rounded to 0 count nothing. */
    private CyclerTable withoutLostCounters() {
        if (!quality.has(RoundingCheck.FLAG)) {
            return this;
        }
        Map<CyclerColumn, double[]> fewer = new EnumMap<>(columns);
        fewer.remove(CyclerColumn.CHARGE_CAPACITY);
        fewer.remove(CyclerColumn.DISCHARGE_CAPACITY);
        return new CyclerTable(fewer, quality);
    }

    /** What an analysis that gives such a table has as outputs: a curve per column, format, columns and quality. */
    public static List<Parameter> outputs() {
        List<Parameter> outputs = new ArrayList<>();
        for (CyclerColumn column : CyclerColumn.values()) {
            outputs.add(column.output());
        }
        outputs.addAll(List.of(FORMAT, COLUMNS, Quality.OUTPUT));
        return List.copyOf(outputs);
    }

    public int size() {
        return column(CyclerColumn.TEST_TIME).length;
    }

    /** A fresh array of the numbers; empty if the file has no such column. */
    public double[] column(CyclerColumn column) {
        return columns.getOrDefault(column, new double[0]).clone();
    }

    public boolean has(CyclerColumn column) {
        return columns.containsKey(column);
    }

    public Quality quality() {
        return quality;
    }

    /** This table and a flag more. */
    public CyclerTable flag(Level atBest, String flag) {
        return new CyclerTable(columns, quality.flag(atBest, flag));
    }

    /** This table with another current: in A, positive in charge, for each row from 0. */
    public CyclerTable withCurrent(IntToDoubleFunction ampere) {
        Map<CyclerColumn, double[]> other = new EnumMap<>(columns);
        other.put(
                CyclerColumn.CURRENT,
                IntStream.range(0, size()).mapToDouble(ampere).toArray());
        return new CyclerTable(other, quality);
    }

    /**
     * The values of {@link #outputs()}; an absent column is an empty series.
     *
     * @param format the make or form of the file
     * @param origins which column of the file became which output, such as {@code voltage: Ewe/V}
     */
    public Values values(String format, List<String> origins) {
        Values values = Values.none();
        for (CyclerColumn column : CyclerColumn.values()) {
            values = values.with(
                    column.output().name(),
                    new Series(column(column), column.output().unit()));
        }
        return values.with(FORMAT.name(), new Text(format))
                .with(COLUMNS.name(), new Text(String.join("; ", origins)))
                .with(Quality.OUTPUT.name(), quality.text());
    }
}
