package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * The rows that may be the best of some: those that are in any of 512 joint draws.
 *
 * <p>Left out beforehand are rows whose mean plus three deviations stays below what another surely reaches, and beyond
 * 200 rows those with the lowest mean plus deviation. At most {@value #MOST} remain, those most often best.
 */
final class Contenders {

    /** The most rows given back. */
    static final int MOST = 40;

    private static final int DRAWS = 512;
    private static final int DRAWN = 200;
    private static final double SURE = 3;

    private Contenders() {}

    /** Some of the rows, in their order. */
    static double[][] of(Model model, double[][] rows, Keyed keyed) {
        if (rows.length <= 1) {
            return rows;
        }
        double[][] some = pick(rows, promising(model.predict(rows)));
        int[] wins = wins(model, some, keyed);
        int[] best = highest(IntStream.range(0, some.length).filter(i -> wins[i] > 0), i -> wins[i], MOST);
        return pick(some, best);
    }

    private static int[] promising(Model.Forecast forecast) {
        double[] means = forecast.means();
        double[] deviations = forecast.deviations();
        IntStream all = IntStream.range(0, means.length);
        double sure = IntStream.range(0, means.length)
                .mapToDouble(i -> means[i] - SURE * deviations[i])
                .max()
                .orElseThrow();
        IntStream open = all.filter(i -> means[i] + SURE * deviations[i] >= sure);
        return highest(open, i -> means[i] + deviations[i], DRAWN);
    }

    private static int[] wins(Model model, double[][] rows, Keyed keyed) {
        int[] wins = new int[rows.length];
        Anchored anchored = new Anchored(model, rows);
        for (int s = 0; s < DRAWS; s++) {
            double[] values = anchored.values(NormalDraws.random(rows.length, keyed.at(s)));
            wins[highest(values)]++;
        }
        return wins;
    }

    /** The place of the highest number, the first of several. */
    static int highest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static int[] highest(IntStream some, IntToDoubleFunction worth, int most) {
        return some.boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -worth.applyAsDouble(i)))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static double[][] pick(double[][] rows, int[] places) {
        return Arrays.stream(places).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }
}
