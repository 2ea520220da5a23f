package org.busbar.optimizers.designs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.busbar.api.Values;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * A Latin hypercube of n points: along each parameter, every n-th part of the range has one point. The best of some tries
 * is taken: the one whose two nearest points are the farthest apart (maximin).
 *
 * <p>M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21, 239 (1979), doi:10.2307/1268522; M. D. Morris, T. J.
 * Mitchell, J. Stat. Plan. Inference 43, 381 (1995), doi:10.1016/0378-3758(94)00035-T.
 */
final class LatinHypercube implements Design {

    private static final int TRIES = 100;
    /** Distances that may be computed: 100 tries of 600 points. */
    private static final double DISTANCES = 4e7;

    @Override
    public Plan on(Ground ground) {
        String title = "Latin hypercube";
        ground.refuseMixtures(title);
        if (!ground.space().constraints().isEmpty()) {
            throw new IllegalArgumentException("The " + title + " cannot keep the constraint "
                    + ground.space().constraints().get(0) + "; take the design sobol or random");
        }
        int points = ground.choices().whole(Choices.POINTS, 10 * ground.axes().size());
        int tries = tries(ground.choices().whole(Choices.TRIES, TRIES), points);
        Spread spread = new Spread(ground);
        List<Values> all = Arrays.stream(best(points, tries, ground))
                .map(spread::at)
                .flatMap(Optional::stream)
                .toList();
        return new Plan(title, all, OptionalInt.of(points), Map.of("tries", Integer.toString(tries)));
    }

    private static int tries(int wanted, int points) {
        return (int) Math.max(1, Math.min(wanted, DISTANCES / points / points));
    }

    private static double[][] best(int points, int tries, Ground ground) {
        double[][] best = {};
        double widest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < tries; i++) {
            double[][] cube = draw(points, ground.axes().size(), ground.random().at(5, i));
            double nearest = tries == 1 ? 0 : nearest(cube);
            if (nearest > widest) {
                best = cube;
                widest = nearest;
            }
        }
        return best;
    }

    /** One point in each of n parts of every column, anywhere within its part. */
    static double[][] draw(int points, int width, Keyed random) {
        double[][] cube = new double[points][width];
        for (int column = 0; column < width; column++) {
            int[] parts = random.permutation(points);
            for (int row = 0; row < points; row++) {
                cube[row][column] = (parts[row] + random.uniform()) / points;
            }
        }
        return cube;
    }

    private static double nearest(double[][] cube) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < cube.length; i++) {
            for (int j = 0; j < i; j++) {
                nearest = Math.min(nearest, squared(cube[i], cube[j]));
            }
        }
        return nearest;
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
