package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.junit.jupiter.api.Test;

/** What every acquisition must hold, for models that know a line and doubt more the farther they are from what was tried. */
public interface AcquisitionContract {

    Acquisition acquisition();

    /** How many objectives it takes; one by itself. */
    default int objectives() {
        return 1;
    }

    @Test
    default void weighs_the_same_alike() throws Exception {
        double[][] rows = grid();
        assertArrayEquals(worth(TRIED).of(rows), worth(TRIED).of(rows));
    }

    @Test
    default void is_never_nothing() throws Exception {
        for (double[][] tried : List.of(TRIED, new double[][] {{0.4}}, new double[0][])) {
            for (double worth : worth(tried).of(grid())) {
                assertFalse(Double.isNaN(worth), "a worth is no number after " + tried.length + " trials");
                assertFalse(worth == Double.POSITIVE_INFINITY, "a worth is infinite");
            }
        }
    }

    @Test
    default void its_slope_is_that_of_its_worth() throws Exception {
        Acquisition.Worth worth = worth(TRIED);
        double[] slope = new double[1];
        double[] row = {0.63};
        Optional<Double> climbed = worth.climb(row, slope);
        if (climbed.isPresent()) {
            double[] around = worth.of(new double[][] {{0.63 + 1e-6}, {0.63 - 1e-6}, row});
            assertEquals(around[2], climbed.orElseThrow(), 1e-8);
            assertEquals((around[0] - around[1]) / 2e-6, slope[0], 1e-3 * Math.max(1, Math.abs(slope[0])));
        }
    }

    /** Rows from 0 to 1. */
    double[][] TRIED = {{0.1}, {0.45}, {0.8}};

    private Acquisition.Worth worth(double[][] tried) throws InterruptedException {
        Model line = new Line(tried);
        List<Model> models = Stream.generate(() -> line).limit(objectives()).toList();
        double[][] values = new double[objectives()][];
        Arrays.setAll(values, i -> line.predict(tried).means());
        boolean[] feasible = new boolean[tried.length];
        Arrays.fill(feasible, true);
        double[] reference = new double[objectives()];
        Arrays.fill(reference, Double.NaN);
        return acquisition()
                .weigh(new Outlook(
                        models, tried, values, feasible, new double[0][], grid(), reference, Values.none(), 5));
    }

    private static double[][] grid() {
        double[][] rows = new double[21][];
        Arrays.setAll(rows, i -> new double[] {i / 20.0});
        return rows;
    }

    /** Expects the row's number; its doubt grows with the distance from the nearest row it knows. */
    final class Line implements Model {

        private final double[][] known;

        Line(double[][] known) {
            this.known = known;
        }

        @Override
        public Forecast predict(double[][] rows) {
            return new Forecast(
                    Arrays.stream(rows).mapToDouble(row -> row[0]).toArray(),
                    Arrays.stream(rows).mapToDouble(row -> doubt(row[0])).toArray());
        }

        private double doubt(double x) {
            double nearest = Arrays.stream(known)
                    .mapToDouble(row -> Math.abs(row[0] - x))
                    .min()
                    .orElse(1);
            return 0.05 + nearest;
        }

        @Override
        public Model with(double[] row, double value) {
            double[][] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = row;
            return new Line(more);
        }

        @Override
        public Optional<Slope> slope(double[] row) {
            double[] around = {doubt(row[0] + 1e-7), doubt(row[0] - 1e-7)};
            double[] ofDeviation = {Math.rint((around[0] - around[1]) / 2e-7)};
            return Optional.of(new Slope(row[0], doubt(row[0]), new double[] {1}, ofDeviation));
        }
    }
}
