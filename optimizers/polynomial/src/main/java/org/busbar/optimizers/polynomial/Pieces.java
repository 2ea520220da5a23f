package org.busbar.optimizers.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Training;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * An ensemble for each value of a parameter.
 *
 * @param context the columns of that parameter; empty if there is one ensemble for all
 * @param free the other columns
 * @param keys for each ensemble the value, as in the columns of the parameter
 */
record Pieces(int[] context, int[] free, List<double[]> keys, List<Ensemble> ensembles) {

    /** Two values nearer than this share of the range are the same. */
    private static final double SAME = 1e-6;

    static Pieces of(Training training) throws InterruptedException {
        String name = Settings.piecewise(training.settings());
        int[] context = columns(training.columns(), name, true);
        int[] free = columns(training.columns(), name, false);
        if (!name.isEmpty() && context.length == 0) {
            throw new IllegalArgumentException("piecewise = " + name + ", but the space has no such parameter");
        }
        Settings settings = Settings.of(training.settings(), free.length);
        Pieces pieces = new Pieces(context, free, keys(training.rows(), context), List.of());
        return pieces.filled(training, settings);
    }

    private Pieces filled(Training training, Settings settings) throws InterruptedException {
        boolean[] linear = new boolean[free.length];
        for (int j = 0; j < free.length; j++) {
            linear[j] = training.columns().get(free[j]).kind() == Column.Kind.OPTION;
        }
        List<Ensemble> filled = new ArrayList<>();
        for (int piece = 0; piece < keys.size(); piece++) {
            int[] in = members(training.rows(), piece);
            double[] values =
                    Arrays.stream(in).mapToDouble(i -> training.values()[i]).toArray();
            double[][] rows =
                    Arrays.stream(in).mapToObj(i -> rest(training.rows()[i])).toArray(double[][]::new);
            filled.add(Ensemble.of(Places.of(rows, values), linear, settings, Keyed.of(training.seed(), piece)));
        }
        return new Pieces(context, free, keys, filled);
    }

    private static int[] columns(List<Column> columns, String name, boolean of) {
        return IntStream.range(0, columns.size())
                .filter(j -> columns.get(j).parameter().equals(name) == of)
                .toArray();
    }

    private static List<double[]> keys(double[][] rows, int[] context) {
        List<double[]> keys = new ArrayList<>();
        for (double[] row : rows) {
            double[] key = pick(row, context);
            if (keys.stream().noneMatch(other -> Places.same(key, other, SAME))) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Which rows belong to a piece. */
    int[] members(double[][] rows, int piece) {
        return IntStream.range(0, rows.length)
                .filter(i -> piece(rows[i]) == piece)
                .toArray();
    }

    /** The piece of a row; -1 if there is none. */
    int piece(double[] row) {
        double[] key = pick(row, context);
        return IntStream.range(0, keys.size())
                .filter(i -> Places.same(key, keys.get(i), SAME))
                .findFirst()
                .orElse(-1);
    }

    /** The numbers of a row which are not those of the parameter. */
    double[] rest(double[] row) {
        return pick(row, free);
    }

    Opinion opinion(double[] row) {
        int piece = piece(row);
        return piece < 0 ? Opinion.NONE : ensembles.get(piece).opinion(rest(row));
    }

    /** These pieces, one of which is another one. */
    Pieces with(int piece, Ensemble ensemble) {
        List<Ensemble> others = new ArrayList<>(ensembles);
        others.set(piece, ensemble);
        return new Pieces(context, free, keys, others);
    }

    private static double[] pick(double[] row, int[] columns) {
        return Arrays.stream(columns).mapToDouble(j -> row[j]).toArray();
    }
}
