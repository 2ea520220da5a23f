package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A box in the space of objectives.
 *
 * @param low its lower corner
 * @param high its upper corner; may be infinite
 */
record Cell(List<Double> low, List<Double> high) {

    /**
     * Cuts all that is better than the reference and not reached by any point of a front into boxes without overlap.
     *
     * <p>Going down along the last objective, the part not reached changes only at a point; boxes of one objective less
     * that stay the same between points are kept as one. Two objectives give n + 1 boxes.
     */
    static List<Cell> beyond(double[][] front, double[] reference) {
        return beyond(List.of(front), reference, reference.length);
    }

    private static List<Cell> beyond(List<double[]> points, double[] reference, int objectives) {
        int last = objectives - 1;
        if (last == 0) {
            double low = points.stream().mapToDouble(point -> point[0]).reduce(reference[0], Math::max);
            return List.of(new Cell(List.of(low), List.of(Double.POSITIVE_INFINITY)));
        }
        List<double[]> passed = new ArrayList<>();
        Sweep sweep = new Sweep(beyond(passed, reference, last));
        for (double[] point : descending(points, last)) {
            passed.add(point);
            sweep.down(point[last], beyond(passed, reference, last));
        }
        return sweep.down(reference[last], List.of());
    }

    private static List<double[]> descending(List<double[]> points, int objective) {
        return points.stream()
                .sorted(Comparator.comparingDouble((double[] point) -> -point[objective]))
                .toList();
    }

    /** Its volume below a corner. */
    double volume(double[] top) {
        double volume = 1;
        for (int m = 0; m < top.length; m++) {
            volume *= Math.max(0, Math.min(high.get(m), top[m]) - low.get(m));
        }
        return volume;
    }

    /** This box, with one objective more. */
    private Cell raised(double bottom, double top) {
        List<Double> lower = new ArrayList<>(low);
        List<Double> upper = new ArrayList<>(high);
        lower.add(bottom);
        upper.add(top);
        return new Cell(List.copyOf(lower), List.copyOf(upper));
    }

    /** Boxes of one objective less, each with the height from which it goes down, and those whose bottom is reached. */
    private static final class Sweep {

        private final Map<Cell, Double> open = new LinkedHashMap<>();
        private final List<Cell> done = new ArrayList<>();

        Sweep(List<Cell> first) {
            first.forEach(cell -> open.put(cell, Double.POSITIVE_INFINITY));
        }

        /** Goes down to a height, below which these boxes are open; gives those done. */
        List<Cell> down(double height, List<Cell> next) {
            Set<Cell> staying = Set.copyOf(next);
            open.forEach((cell, top) -> {
                if (!staying.contains(cell) && top > height) {
                    done.add(cell.raised(height, top));
                }
            });
            open.keySet().retainAll(staying);
            next.forEach(cell -> open.putIfAbsent(cell, height));
            return done;
        }
    }
}
