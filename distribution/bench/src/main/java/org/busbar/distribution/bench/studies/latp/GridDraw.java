package org.busbar.distribution.bench.studies.latp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.busbar.optimizers.search.numeric.Cholesky;
import org.busbar.optimizers.search.numeric.Keyed;

/** Draws from a Gaussian process on a grid: as the covariance is a product, one axis after the other. */
final class GridDraw {

    private final Grid grid;
    private final double deviation;
    private final double[][][] roots;

    GridDraw(Grid grid, Roughness roughness) {
        this.grid = grid;
        deviation = roughness.deviation();
        roots = new double[][][] {
            root(grid.acids(), roughness.acid(), x -> x),
            root(grid.temperatures(), roughness.temperature(), x -> x),
            root(grid.times(), roughness.time(), StrictMath::log)
        };
    }

    private static double[][] root(double[] levels, double length, DoubleUnaryOperator scale) {
        double[][] covariance = new double[levels.length][levels.length];
        for (int i = 0; i < levels.length; i++) {
            for (int j = 0; j < levels.length; j++) {
                double apart = scale.applyAsDouble(levels[i]) - scale.applyAsDouble(levels[j]);
                covariance[i][j] = Roughness.matern(apart / length);
            }
        }
        Cholesky factor = Cholesky.of(covariance);
        double[][] root = new double[levels.length][];
        for (int i = 0; i < levels.length; i++) {
            root[i] = factor.row(i);
        }
        return root;
    }

    Map<Condition, Double> draw(Keyed keyed) {
        int count = roots[0].length * roots[1].length * roots[2].length;
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(deviation * keyed.normal());
        }
        int stride = count;
        for (double[][] root : roots) {
            stride /= root.length;
            values = along(root, stride, values);
        }
        return named(values);
    }

    private static List<Double> along(double[][] root, int stride, List<Double> values) {
        List<Double> mixed = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int level = i / stride % root.length;
            int first = i - level * stride;
            double sum = 0;
            for (int j = 0; j <= level; j++) {
                sum += root[level][j] * values.get(first + j * stride);
            }
            mixed.add(sum);
        }
        return mixed;
    }

    private Map<Condition, Double> named(List<Double> values) {
        Map<Condition, Double> named = new LinkedHashMap<>();
        List<Condition> conditions = grid.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            named.put(conditions.get(i), values.get(i));
        }
        return named;
    }
}
