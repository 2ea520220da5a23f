package org.busbar.distribution.bench.studies.electrolyte;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.Outlook;
import org.busbar.distribution.bench.studies.product.Expectation;
import org.busbar.distribution.bench.studies.product.Regression;
import org.busbar.distribution.bench.studies.product.Score;
import org.busbar.distribution.bench.studies.product.Shelf;

/** A model of one temperature, taught half of the formulations; the others are measured later. */
final class Shot {

    /** Steps of the grid along each side. */
    static final int GRID = 100;

    /** How many proposals are made. */
    static final int PROPOSALS = 100;

    private static final double NEAR = 0.05; // of the ranges, for a proposal to stand for a formulation

    private final Temperature pool;
    private final List<Integer> held;
    private final Regression learnt;
    private final double[][] taughtRows;

    private Shot(Temperature pool, List<Integer> held, Regression learnt, double[][] taughtRows) {
        this.pool = pool;
        this.held = held;
        this.learnt = learnt;
        this.taughtRows = taughtRows;
    }

    static Shot of(Temperature pool, String surrogate, long seed) throws InterruptedException {
        List<Integer> order = Expedition.first(pool, pool.size(), seed);
        List<Integer> taught = order.subList(0, order.size() / 2);
        double[] all = pool.conductivities();
        double[] values = taught.stream().mapToDouble(i -> all[i]).toArray();
        double[][] rows = pool.rows(taught);
        Regression learnt = Regression.fit(surrogate, rows, values, seed);
        return new Shot(pool, order.subList(order.size() / 2, order.size()), learnt, rows);
    }

    /** How well the held-out formulations are met. */
    Score score() {
        Score score = new Score();
        List<Expectation> expected = learnt.at(pool.rows(held));
        double[] all = pool.conductivities();
        for (int i = 0; i < held.size(); i++) {
            score.add(expected.get(i), all[held.get(i)]);
        }
        return score;
    }

    /** The middles of all cells of the grid; share changes fastest. */
    static double[][] grid() {
        return IntStream.range(0, GRID * GRID)
                .mapToObj(i -> new double[] {(i % GRID + 0.5) / GRID, (i / GRID + 0.5) / GRID})
                .toArray(double[][]::new);
    }

    /** What is expected on the grid, mS/cm, one row per step of salt; NaN where the model abstains. */
    double[][] map() {
        List<Expectation> expected = learnt.at(grid());
        double[][] map = new double[GRID][GRID];
        for (int i = 0; i < expected.size(); i++) {
            Expectation each = expected.get(i);
            map[i / GRID][i % GRID] = each.abstains() ? Double.NaN : each.mean();
        }
        return map;
    }

    /** The cells worth most by the mixed rule with alpha = 1, of those where the model speaks. */
    List<double[]> proposals() throws InterruptedException {
        double[][] grid = grid();
        List<Expectation> expected = learnt.at(grid);
        double[] worth = worth(grid);
        return IntStream.range(0, grid.length)
                .filter(i -> !expected.get(i).abstains())
                .boxed()
                .sorted((a, b) -> Double.compare(worth[b], worth[a]))
                .limit(PROPOSALS)
                .map(i -> grid[i])
                .toList();
    }

    private double[] worth(double[][] grid) throws InterruptedException {
        double[] values =
                learnt.at(taughtRows).stream().mapToDouble(Expectation::mean).toArray();
        boolean[] feasible = new boolean[values.length];
        Arrays.fill(feasible, true);
        Outlook outlook = new Outlook(
                List.of(learnt.model()),
                taughtRows,
                new double[][] {values},
                feasible,
                new double[0][],
                grid,
                new double[] {Double.NaN},
                Values.of("alpha", new Quantity(1, Unit.ONE, Double.NaN)),
                0);
        return Shelf.OF_THE_PLATFORM.acquisition("mixed").weigh(outlook).of(grid);
    }

    /** What was measured later near a proposal, mS/cm. */
    double[] measuredNear(List<double[]> proposals) {
        double[] all = pool.conductivities();
        List<Double> near = new ArrayList<>();
        for (int i : held) {
            double[] row = pool.row(i);
            if (proposals.stream().anyMatch(each -> isNear(each, row))) {
                near.add(all[i]);
            }
        }
        return near.stream().mapToDouble(v -> v).toArray();
    }

    /** The best of those measured later, mS/cm. */
    double bestHeld() {
        double[] all = pool.conductivities();
        return held.stream().mapToDouble(i -> all[i]).max().orElse(Double.NaN);
    }

    private static boolean isNear(double[] one, double[] other) {
        double across = one[0] - other[0];
        double up = one[1] - other[1];
        return across * across + up * up <= NEAR * NEAR;
    }
}
