package org.busbar.optimizers.bayes.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gaussian processes on the rows nearest to some centres, for data too large for one process. The process of the nearest
 * centre predicts, so predictions step a little where centres change. Centres are rows far from each other, one for every
 * 250 rows; each process has the 500 nearest rows, in the distance scaled by the length scales. Immutable; any thread.
 */
public final class LocalProcess implements Posterior {

    /** The most rows that are taken. */
    public static final int MOST_ROWS = 10_000;

    private static final int ROWS_PER_CENTRE = 250;
    private static final int NEAREST = 500;

    private final double[] lengths;
    private final List<Expert> experts;

    private record Expert(double[] centre, double radius, GaussianProcess process) {}

    private LocalProcess(double[] lengths, List<Expert> experts) {
        this.lengths = lengths;
        this.experts = experts;
    }

    /**
     * Conditions on data.
     *
     * @throws IllegalArgumentException if there are no rows or more than 10,000
     */
    public static LocalProcess of(Kernel kernel, Hyperparameters hyperparameters, Data data) {
        return of(kernel, Fitted.given(hyperparameters), data);
    }

    static LocalProcess of(Kernel kernel, Fitted fitted, Data data) {
        if (data.size() == 0 || data.size() > MOST_ROWS) {
            throw new IllegalArgumentException(
                    data.size() + " rows are not 1 to " + MOST_ROWS + ": leave out the oldest or least useful rows");
        }
        double[] lengths = fitted.hyperparameters().lengths();
        List<Expert> experts = new ArrayList<>();
        double[] nearest = new double[data.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int from = 0; from < data.size(); from += ROWS_PER_CENTRE) {
            double[] centre = data.row(from == 0 ? 0 : farthest(nearest));
            double[] distances = distances(lengths, centre, data);
            Arrays.setAll(nearest, i -> Math.min(nearest[i], distances[i]));
            experts.add(expert(kernel, fitted, data, centre, distances));
        }
        return new LocalProcess(lengths, List.copyOf(experts));
    }

    private static Expert expert(Kernel kernel, Fitted fitted, Data data, double[] centre, double[] distances) {
        int[] near = IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> distances[i]))
                .limit(NEAREST)
                .mapToInt(i -> i)
                .toArray();
        double radius = distances[near[near.length - 1]];
        Arrays.sort(near);
        return new Expert(centre, radius, GaussianProcess.of(kernel, fitted, data.take(near)));
    }

    private static int farthest(double[] nearest) {
        int farthest = 0;
        for (int i = 1; i < nearest.length; i++) {
            farthest = nearest[i] > nearest[farthest] ? i : farthest;
        }
        return farthest;
    }

    private static double[] distances(double[] lengths, double[] centre, Data data) {
        double[] distances = new double[data.size()];
        Arrays.setAll(distances, i -> distance(lengths, centre, data.at(i)));
        return distances;
    }

    /** Squared, in units of the length scales. */
    private static double distance(double[] lengths, double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < lengths.length; k++) {
            double difference = (a[k] - b[k]) / lengths[k];
            sum += difference * difference;
        }
        return sum;
    }

    /** The process that predicts at a row. */
    public GaussianProcess near(double[] row) {
        return experts.get(nearest(row)).process();
    }

    private int nearest(double[] row) {
        double[] checked = Data.checked(columns(), row, 0);
        int nearest = 0;
        for (int e = 1; e < experts.size(); e++) {
            boolean nearer = distance(lengths, checked, experts.get(e).centre())
                    < distance(lengths, checked, experts.get(nearest).centre());
            nearest = nearer ? e : nearest;
        }
        return nearest;
    }

    @Override
    public int columns() {
        return lengths.length;
    }

    @Override
    public Moments predict(double[]... rows) {
        int[] by = Arrays.stream(rows).mapToInt(this::nearest).toArray();
        Moments moments = new Moments(new double[rows.length], new double[rows.length]);
        for (int e = 0; e < experts.size(); e++) {
            int expert = e;
            int[] own =
                    IntStream.range(0, by.length).filter(r -> by[r] == expert).toArray();
            Moments some = experts.get(e)
                    .process()
                    .predict(Arrays.stream(own).mapToObj(r -> rows[r]).toArray(double[][]::new));
            for (int i = 0; i < own.length; i++) {
                moments.means()[own[i]] = some.means()[i];
                moments.sds()[own[i]] = some.sds()[i];
            }
        }
        return moments;
    }

    @Override
    public Tangent tangent(double[] row) {
        return near(row).tangent(row);
    }

    /** By the one process that is nearest to the first row. */
    @Override
    public double[][] covariance(double[][] rows, double[][] others) {
        return rows.length == 0 ? new double[0][] : near(rows[0]).covariance(rows, others);
    }

    /** Tells the process that predicts at the row and all whose rows surround it. */
    @Override
    public LocalProcess with(double[] row, double value, double variance) {
        int nearest = nearest(row);
        List<Expert> told = new ArrayList<>();
        for (int e = 0; e < experts.size(); e++) {
            Expert expert = experts.get(e);
            boolean near = e == nearest || distance(lengths, row, expert.centre()) < expert.radius();
            told.add(
                    near
                            ? new Expert(
                                    expert.centre(),
                                    expert.radius(),
                                    expert.process().with(row, value, variance))
                            : expert);
        }
        return new LocalProcess(lengths, List.copyOf(told));
    }
}
