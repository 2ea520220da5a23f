package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition;

/**
 * The numbers of a row that a climb may change, as one vector: columns of free numbers, then shares of linked ones in the
 * pieces nearest to the row. Steps are not heeded.
 */
final class Chart {

    private record Variable(NumberAxis axis, int column, Optional<Member> member) {}

    private final double[] row;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Domain> domains = new ArrayList<>();
    private final int free;
    private final double[] start;

    Chart(EncodedSpace space, double[] row) {
        this.row = row;
        Axes axes = space.axes();
        Region region = space.region();
        for (int i : region.free()) {
            variables.add(new Variable((NumberAxis) axes.axis(i), axes.start(i), Optional.empty()));
            domains.add(region.domain(i));
        }
        free = variables.size();
        List<double[]> shares = new ArrayList<>();
        for (Block block : region.blocks()) {
            double[] at = region.shares(block, axes.coordinates(row));
            Piece piece = block.near(at).findFirst().orElseThrow();
            pieces.add(piece);
            shares.add(piece.polytope().project(at));
            for (Member member : piece.members()) {
                int parameter = member.parameter();
                variables.add(
                        new Variable((NumberAxis) axes.axis(parameter), axes.start(parameter), Optional.of(member)));
                domains.add(member.domain());
            }
        }
        start = start(shares);
    }

    private double[] start(List<double[]> shares) {
        double[] x = new double[variables.size()];
        for (int i = 0; i < free; i++) {
            x[i] = row[variables.get(i).column];
        }
        int at = free;
        for (double[] part : shares) {
            System.arraycopy(part, 0, x, at, part.length);
            at += part.length;
        }
        return x;
    }

    double[] start() {
        return start;
    }

    /** Whether nothing but bounds limits the numbers. */
    boolean isBox() {
        return pieces.isEmpty();
    }

    Halfspaces limits() {
        double[] low = new double[variables.size()];
        double[] high = new double[variables.size()];
        for (int i = 0; i < low.length; i++) {
            low[i] = measure(i, domains.get(i).min());
            high[i] = measure(i, domains.get(i).max());
        }
        List<Halfspaces.Row> rows = new ArrayList<>();
        int at = free;
        for (Piece piece : pieces) {
            for (Halfspaces.Row one : piece.limits().rows()) {
                rows.add(new Halfspaces.Row(wide(one.weights(), at), one.least(), one.most(), one.size()));
            }
            at += piece.members().size();
        }
        return new Halfspaces(low, high, rows);
    }

    private double measure(int i, double coordinate) {
        Variable variable = variables.get(i);
        return variable.member.map(member -> member.share(coordinate)).orElseGet(() -> variable.axis.share(coordinate));
    }

    /** The directions in which one can move; orthonormal. */
    List<double[]> directions() {
        List<double[]> directions = new ArrayList<>();
        for (int i = 0; i < free; i++) {
            directions.add(Vectors.unit(variables.size(), i, 1));
        }
        int at = free;
        for (Piece piece : pieces) {
            for (double[] direction : piece.polytope().directions()) {
                directions.add(wide(direction, at));
            }
            at += piece.members().size();
        }
        return directions;
    }

    private double[] wide(double[] part, int at) {
        double[] wide = new double[variables.size()];
        System.arraycopy(part, 0, wide, at, part.length);
        return wide;
    }

    /** The row of a vector. */
    double[] row(double[] x) {
        double[] changed = row.clone();
        for (int i = 0; i < x.length; i++) {
            Variable variable = variables.get(i);
            changed[variable.column] =
                    variable.member.isEmpty() ? x[i] : variable.axis.share(coordinate(variable.member.get(), x[i]));
        }
        return changed;
    }

    private static double coordinate(Member member, double share) {
        return member.zero() + member.range() * share;
    }

    /** The worth at a vector with its sign changed, to be minimised; NaN if the acquisition gives no slope there. */
    double cost(Acquisition.Worth worth, double[] x, double[] slope) {
        double[] ofRow = new double[row.length];
        Optional<Double> value = worth.climb(row(x), ofRow);
        for (int i = 0; i < x.length; i++) {
            slope[i] = -ofRow[variables.get(i).column] * stretch(variables.get(i), x[i]);
        }
        return value.map(v -> -v).orElse(Double.NaN);
    }

    private static double stretch(Variable variable, double x) {
        return variable.member
                .map(member -> variable.axis.slope(coordinate(member, x)) * member.range())
                .orElse(1.0);
    }
}
