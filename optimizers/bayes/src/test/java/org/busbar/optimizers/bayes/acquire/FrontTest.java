package org.busbar.optimizers.bayes.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

class FrontTest {

    @Test
    void keeps_what_no_other_beats() {
        double[][] points = {{1, 3}, {2, 2}, {1, 1}, {2, 2}, {3, 1}, {3, 0}};
        assertArrayEquals(new double[][] {{1, 3}, {2, 2}, {3, 1}}, Front.of(points));
        assertEquals(0, Front.of(new double[0][]).length);
    }

    @Test
    void hypervolume_is_that_of_inclusion_and_exclusion() {
        for (int m = 1; m <= 4; m++) {
            double[][] points = cloud(9, m);
            double[] reference = new double[m];
            Arrays.fill(reference, 0.1);
            assertEquals(united(points, reference), Front.hypervolume(points, reference), 1e-12, m + " objectives");
        }
        assertEquals(6, Front.hypervolume(new double[][] {{1, 3}, {2, 2}, {3, 1}}, new double[2]), 1e-14);
        assertEquals(0, Front.hypervolume(new double[][] {{1, -3}}, new double[2]));
    }

    private static double united(double[][] points, double[] reference) {
        double volume = 0;
        for (int set = 1; set < 1 << points.length; set++) {
            double common = 1;
            for (int m = 0; m < reference.length; m++) {
                double low = Double.POSITIVE_INFINITY;
                for (int i = 0; i < points.length; i++) {
                    low = (set >> i & 1) == 1 ? Math.min(low, points[i][m]) : low;
                }
                common *= Math.max(0, low - reference[m]);
            }
            volume += Integer.bitCount(set) % 2 == 1 ? common : -common;
        }
        return volume;
    }

    @Test
    void cells_hold_each_point_not_reached_once_and_no_other() {
        for (int m = 2; m <= 4; m++) {
            double[] reference = new double[m];
            double[][] front = Front.beyond(cloud(30, m), reference);
            List<Cell> cells = Cell.beyond(front, reference);
            for (double[] at : cloud(500, m)) {
                boolean reached = Arrays.stream(front).anyMatch(point -> within(at, new double[at.length], point));
                long holding = cells.stream()
                        .filter(cell -> within(at, numbers(cell.low()), numbers(cell.high())))
                        .count();
                assertEquals(reached ? 0 : 1, holding);
            }
        }
        assertEquals(
                4,
                Cell.beyond(new double[][] {{1, 3}, {2, 2}, {3, 1}}, new double[2])
                        .size());
    }

    private static boolean within(double[] at, double[] low, double[] high) {
        for (int m = 0; m < at.length; m++) {
            if (at[m] < low[m] || at[m] >= high[m]) {
                return false;
            }
        }
        return true;
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[][] cloud(int count, int objectives) {
        Keyed keyed = Keyed.of(3, count, objectives);
        double[][] cloud = new double[count][objectives];
        for (double[] point : cloud) {
            Arrays.setAll(point, m -> keyed.uniform());
        }
        return cloud;
    }
}
