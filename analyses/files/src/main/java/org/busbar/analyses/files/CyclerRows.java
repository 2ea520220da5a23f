package org.busbar.analyses.files;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the rows of a file of cycling data. For one thread. */
public final class CyclerRows {

    /** Four months at one row per second; keeps the columns within the memory of a laboratory computer. */
    private static final int MOST = 10_000_000;

    private final List<CyclerColumn> present;
    private final List<GrowingColumn> columns;
    private Losses losses = Losses.none();

    /**
     * No rows yet.
     *
     * @param present the columns that the file has
     * @throws IllegalArgumentException if a required one is not among them; the message names it
     */
    public CyclerRows(Set<CyclerColumn> present) {
        this.present =
                Arrays.stream(CyclerColumn.values()).filter(present::contains).toList();
        this.columns = this.present.stream().map(column -> new GrowingColumn()).toList();
        List<String> missing = Arrays.stream(CyclerColumn.values())
                .filter(column -> column.required() && !present.contains(column))
                .map(column -> column.output().name())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("it has no column of " + String.join(", ", missing)
                    + "; test time, voltage and current are needed, so export the file with them");
        }
    }

    /** The columns of a row, in the order in which {@link #add} takes them. */
    public List<CyclerColumn> present() {
        return present;
    }

    /**
     * Adds a row, or counts it as invalid if test time, voltage or current is not a finite number.
     *
     * @param numbers one for each of {@link #present()}, in the unit of {@link CyclerColumn#output()}; NaN where an
     *     optional one is missing; not kept
     * @param position where it is, for people, such as {@code line 24}
     * @return whether it was valid
     * @throws IllegalArgumentException if there are more than ten million rows
     */
    public boolean add(double[] numbers, String position) {
        if (!isValid(numbers)) {
            losses = losses.withInvalid(position);
            return false;
        }
        if (losses.kept() == MOST) {
            throw new IllegalArgumentException("it has more than the limit of " + MOST + " rows; split it");
        }
        for (int i = 0; i < numbers.length; i++) {
            columns.get(i).add(numbers[i]);
        }
        losses = losses.withKept();
        return true;
    }

    /** Counts a row at the end of the file of which only a part is there. */
    public void addTruncated() {
        losses = losses.withTruncated();
    }

    /**
     * What was gathered.
     *
     * @throws IllegalArgumentException if no row is valid
     */
    public CyclerTable table() {
        if (losses.kept() == 0) {
            throw new IllegalArgumentException("it has no row with numbers for test time, voltage and current ("
                    + losses.invalid() + " rows without); check that the right file was given and is whole");
        }
        Map<CyclerColumn, double[]> numbers = new EnumMap<>(CyclerColumn.class);
        for (int i = 0; i < present.size(); i++) {
            numbers.put(present.get(i), columns.get(i).toArray());
        }
        return CyclerTable.of(numbers, losses);
    }

    private boolean isValid(double[] numbers) {
        if (numbers.length != present.size()) {
            throw new IllegalStateException(numbers.length + " numbers for the columns " + present);
        }
        for (int i = 0; i < numbers.length; i++) {
            if (present.get(i).required() && !Double.isFinite(numbers[i])) {
                return false;
            }
        }
        return true;
    }
}
