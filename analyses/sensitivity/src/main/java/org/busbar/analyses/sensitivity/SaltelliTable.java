package org.busbar.analyses.sensitivity;

import java.util.List;
import java.util.stream.Stream;

/** Recognises the {@link Saltelli} design of the rows of a table. */
final class SaltelliTable {

    /** What two numbers may differ in and still be taken for the same, as part of the range of their column. */
    private static final double ROUNDING = 1e-9;

    private final double[][] x;
    private final List<String> names;
    private final double[] slack;

    SaltelliTable(Ranges ranges, double[][] x) {
        this.x = x;
        names = ranges.names();
        slack = new double[ranges.size()];
        for (int i = 0; i < slack.length; i++) {
            slack[i] = ROUNDING * (ranges.high()[i] - ranges.low()[i]);
        }
    }

    /**
     * The design of these rows.
     *
     * @throws IllegalArgumentException if they are of none, naming the first row that is out of place
     */
    Saltelli design() {
        List<Saltelli> designs = Stream.of(false, true)
                .map(second -> new Saltelli(names.size(), second))
                .toList();
        return designs.stream()
                .filter(design -> x.length % design.block() == 0 && misplaced(design) == x.length)
                .findFirst()
                .orElseThrow(() -> refusal(designs));
    }

    private IllegalArgumentException refusal(List<Saltelli> designs) {
        int row = designs.stream().mapToInt(this::misplaced).max().orElseThrow();
        String where = row < x.length ? "row " + (row + 1) + " is out of place" : "the last block is cut off";
        return new IllegalArgumentException("sobol-indices: the table is no Saltelli table of the inputs " + names
                + ": "
                + where + ", " + x.length + " rows, blocks of " + designs.get(0).block() + " or "
                + designs.get(1).block()
                + " rows wanted (A; A with one column of B, for each; B); keep the rows in the order of sobol-design");
    }

    /** The first row, from 0, that does not belong where it is; the number of rows if there is none. */
    private int misplaced(Saltelli design) {
        for (int row = 0; row < x.length; row++) {
            int block = row - row % design.block();
            int last = block + design.block() - 1;
            if (last < x.length && !fits(design, row - block, x[row], x[block], x[last])) {
                return row;
            }
        }
        return x.length;
    }

    private boolean fits(Saltelli design, int run, double[] found, double[] a, double[] b) {
        for (int i = 0; i < slack.length; i++) {
            double wanted = design.fromB(run, i) ? b[i] : a[i];
            if (!(Math.abs(found[i] - wanted) <= slack[i])) {
                return false;
            }
        }
        return true;
    }
}
