package org.busbar.distribution.bench.optimizers.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The exact volume between a reference point and the outcomes that exceed it in two or three objectives. Immutable. */
public final class Hypervolume {

    private final double[] reference;

    /**
     * Takes a point that counts as worthless, larger being better.
     *
     * @throws IllegalArgumentException unless it has two or three objectives
     */
    public Hypervolume(double... reference) {
        if (reference.length < 2 || reference.length > 3) {
            throw new IllegalArgumentException("A hypervolume is measured in 2 or 3 objectives, not " + reference.length
                    + "; leave some objectives out");
        }
        this.reference = reference.clone();
    }

    /**
     * The volume that at least one of the outcomes dominates; 0 if none exceeds the reference in every objective.
     *
     * @param outcomes per point the value of each objective, larger is better; any order, doubles allowed
     * @throws IllegalArgumentException if an outcome has another number of objectives than the reference
     */
    public double of(List<double[]> outcomes) {
        List<double[]> edges = new ArrayList<>();
        for (double[] outcome : outcomes) {
            if (outcome.length != reference.length) {
                throw new IllegalArgumentException("An outcome of " + outcome.length
                        + " objectives does not fit a reference point of " + reference.length);
            }
            edge(outcome, edges);
        }
        return reference.length == 2 ? area(edges) : volume(edges);
    }

    private void edge(double[] outcome, List<double[]> edges) {
        double[] edge = new double[reference.length];
        for (int i = 0; i < edge.length; i++) {
            edge[i] = outcome[i] - reference[i];
            if (!(edge[i] > 0)) {
                return;
            }
        }
        edges.add(edge);
    }

    /** Sweeps from the largest first objective down; only what rises in the second adds a strip. */
    private static double area(List<double[]> edges) {
        List<double[]> sorted = sorted(edges, 0);
        double area = 0;
        double height = 0;
        for (double[] edge : sorted) {
            if (edge[1] > height) {
                area += edge[0] * (edge[1] - height);
                height = edge[1];
            }
        }
        return area;
    }

    /** Adds slabs from the largest third objective down; the area of a slab is that of all edges above it. */
    private static double volume(List<double[]> edges) {
        List<double[]> sorted = sorted(edges, 2);
        double volume = 0;
        for (int i = 0; i < sorted.size(); i++) {
            double below = i + 1 < sorted.size() ? sorted.get(i + 1)[2] : 0;
            if (sorted.get(i)[2] > below) {
                volume += (sorted.get(i)[2] - below) * area(sorted.subList(0, i + 1));
            }
        }
        return volume;
    }

    private static List<double[]> sorted(List<double[]> edges, int objective) {
        return edges.stream()
                .sorted(Comparator.comparingDouble((double[] edge) -> edge[objective])
                        .reversed())
                .toList();
    }
}
