package org.busbar.optimizers.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.optimizers.search.numeric.Cholesky;

/**
 * The point nearest to the origin among the weighted means of some points, found by P. Wolfe's method, Mathematical
 * Programming 11, 128 (1976), doi:10.1007/BF01580381.
 */
final class NearestPoint {

    private static final int STEPS = 200;
    private static final double ZERO = 1e-12;

    private final double[][] points;
    private final List<Integer> corral = new ArrayList<>();
    private double[] shares = {1};
    private double[] nearest;

    private NearestPoint(double[][] points) {
        this.points = points;
        int first = least(new double[points[0].length], true);
        corral.add(first);
        nearest = points[first];
    }

    /** Whether some weighted mean of the points, at least one, is as near to the origin as {@code near}. */
    static boolean reachesOrigin(double[][] points, double near) {
        NearestPoint search = new NearestPoint(points);
        for (int step = 0; step < STEPS; step++) {
            double square = dot(search.nearest, search.nearest);
            if (square <= near * near) {
                return true;
            }
            int next = search.least(search.nearest, false);
            double ahead = dot(points[next], search.nearest);
            boolean apart = ahead > near * Math.sqrt(square);
            if (apart || search.corral.contains(next) || !search.take(next)) {
                return false;
            }
        }
        return false;
    }

    /** The point that reaches least in a direction, or with the least length. */
    private int least(double[] direction, boolean length) {
        int least = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.length; i++) {
            double reach = dot(points[i], length ? points[i] : direction);
            if (reach < lowest) {
                least = i;
                lowest = reach;
            }
        }
        return least;
    }

    /** Takes a point in and drops those no longer needed; false where rounding leaves nothing to gain. */
    private boolean take(int next) {
        corral.add(next);
        double[] current = Arrays.copyOf(shares, corral.size());
        while (true) {
            double[] wanted = affine();
            double part = part(current, wanted);
            for (int i = 0; i < current.length; i++) {
                current[i] += part * (wanted[i] - current[i]);
            }
            if (part == 1) {
                return moved(current);
            }
            current = kept(current);
        }
    }

    private boolean moved(double[] current) {
        shares = current;
        double[] mean = new double[nearest.length];
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += shares[i] * points[corral.get(i)][j];
            }
        }
        boolean closer = dot(mean, mean) < dot(nearest, nearest);
        nearest = mean;
        return closer;
    }

    /** How far the shares may move to those wanted before one of them falls to 0. */
    private static double part(double[] current, double[] wanted) {
        double part = 1;
        for (int i = 0; i < current.length; i++) {
            if (wanted[i] <= ZERO) {
                part = Math.min(part, current[i] / Math.max(ZERO, current[i] - wanted[i]));
            }
        }
        return part;
    }

    private double[] kept(double[] current) {
        List<Double> kept = new ArrayList<>();
        for (int i = current.length - 1; i >= 0; i--) {
            if (current[i] <= ZERO) {
                corral.remove(i);
            } else {
                kept.add(0, current[i]);
            }
        }
        return kept.stream().mapToDouble(share -> share).toArray();
    }

    /**
     * The shares, some perhaps below 0, of the nearest point of the plane through the corral: with (ee' + PP') u = e they
     * are u / e'u.
     */
    private double[] affine() {
        int n = corral.size();
        double[][] a = new double[n][n];
        double[] ones = new double[n];
        for (int i = 0; i < n; i++) {
            ones[i] = 1;
            for (int j = 0; j < n; j++) {
                a[i][j] = 1 + dot(points[corral.get(i)], points[corral.get(j)]);
            }
        }
        double[] u = Cholesky.of(a).solve(ones);
        double sum = Arrays.stream(u).sum();
        return Arrays.stream(u).map(share -> share / sum).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
