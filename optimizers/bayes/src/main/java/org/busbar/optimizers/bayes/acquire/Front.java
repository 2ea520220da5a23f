package org.busbar.optimizers.bayes.acquire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points of several objectives, more being better in each, none of which is beaten by another. */
public final class Front {

    private Front() {}

    /** Those of the points that no other is as good as in all and better in one; of equal points the first. */
    public static double[][] of(double[][] points) {
        List<double[]> front = new ArrayList<>();
        for (double[] point : points) {
            if (front.stream().noneMatch(other -> reaches(other, point))) {
                front.removeIf(other -> reaches(point, other));
                front.add(point);
            }
        }
        return front.toArray(double[][]::new);
    }

    /** The front of those points that are better than a reference in all objectives. */
    static double[][] beyond(double[][] points, double[] reference) {
        return of(
                Arrays.stream(points).filter(point -> exceeds(point, reference)).toArray(double[][]::new));
    }

    /**
     * The volume of all that is as good as some point or worse, and better than the reference: exact, for any number of
     * objectives, fast for two to four.
     *
     * @param reference the worst of interest; points not better than it in all objectives add nothing
     */
    public static double hypervolume(double[][] points, double[] reference) {
        double[][] front = beyond(points, reference);
        if (front.length == 0) {
            return 0;
        }
        double[] top = front[0].clone();
        for (double[] point : front) {
            Arrays.setAll(top, m -> Math.max(top[m], point[m]));
        }
        double volume = new Cell(list(reference), list(top)).volume(top);
        for (Cell cell : Cell.beyond(front, reference)) {
            volume -= cell.volume(top);
        }
        return Math.max(0, volume);
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static boolean reaches(double[] one, double[] other) {
        for (int m = 0; m < one.length; m++) {
            if (one[m] < other[m]) {
                return false;
            }
        }
        return true;
    }

    private static boolean exceeds(double[] one, double[] other) {
        for (int m = 0; m < one.length; m++) {
            if (!(one[m] > other[m])) {
                return false;
            }
        }
        return true;
    }
}
