package org.busbar.analyses.voltammetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One branch of a polarisation curve, by rising distance from equilibrium.
 *
 * @param overpotential V, its magnitude
 * @param logarithm decadic, of the magnitude of the current in A
 */
record TafelBranch(double[] overpotential, double[] logarithm) {

    /** Fewer points than this are refused. */
    static final int FEWEST = 5;

    /** Decades: residuals below it are not judged. */
    private static final double SMALL = 0.005;

    /** One measured row. */
    private record Row(double overpotential, double logarithm) {}

    /** The rows whose current and overpotential both have that sign. */
    static TafelBranch of(double[] overpotential, double[] current, int sign) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < current.length; i++) {
            if (sign * current[i] > 0 && sign * overpotential[i] > 0) {
                rows.add(new Row(sign * overpotential[i], Math.log10(sign * current[i])));
            }
        }
        rows.sort(Comparator.comparingDouble(Row::overpotential).thenComparingDouble(Row::logarithm));
        return new TafelBranch(
                rows.stream().mapToDouble(Row::overpotential).toArray(),
                rows.stream().mapToDouble(Row::logarithm).toArray());
    }

    int size() {
        return overpotential.length;
    }

    /** What lies within both limits, in V. */
    TafelBranch within(double from, double to) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (overpotential[i] >= from && overpotential[i] <= to) {
                rows.add(new Row(overpotential[i], logarithm[i]));
            }
        }
        return new TafelBranch(
                rows.stream().mapToDouble(Row::overpotential).toArray(),
                rows.stream().mapToDouble(Row::logarithm).toArray());
    }

    /** This branch without its upper end, as far as that is curved; five points at least are kept. */
    TafelBranch straight() {
        TafelBranch branch = this;
        while (branch.isCurved() && branch.size() > FEWEST) {
            int kept = Math.max(FEWEST, branch.size() - Math.max(1, branch.size() / 50));
            branch = branch.within(branch.overpotential[0], branch.overpotential[kept - 1]);
        }
        return branch;
    }

    /** Whether the residuals of a straight line are neither small nor noise. */
    boolean isCurved() {
        StraightLine line = fit();
        return line.noise() > SMALL && RunsTest.of(line.residuals()).rejects();
    }

    /** Logarithm of the current against overpotential. */
    StraightLine fit() {
        return StraightLine.of(overpotential, logarithm);
    }

    /** How many powers of ten of current it spans. */
    double decades() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double l : logarithm) {
            low = Math.min(low, l);
            high = Math.max(high, l);
        }
        return high - low;
    }
}
