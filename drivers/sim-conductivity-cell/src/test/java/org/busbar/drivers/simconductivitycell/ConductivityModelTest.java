package org.busbar.drivers.simconductivitycell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.busbar.drivers.simconductivitycell.HteTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductivityModelTest {

    private static final SortedMap<Double, List<Row>> TABLE = HteTable.byTemperature();
    private static final ConductivityModel MODEL = new ConductivityModel(TABLE);

    @Test
    void table_is_complete() {
        assertEquals(10, TABLE.size());
        assertEquals(84, TABLE.get(243.15).size());
        assertEquals(849, TABLE.values().stream().mapToInt(List::size).sum());
        assertTrue(TABLE.get(293.15).contains(new Row(0.098, 0.984, 7.803)));
    }

    /** Limits in mS/cm are a little above what the README states. */
    @ParameterizedTest
    @CsvSource({"273.15, 0.29, 0.36", "293.15, 0.35, 0.45", "313.15, 0.47, 0.57", "333.15, 0.72, 0.85"})
    void reproduces_the_table_and_foretells_formulations_left_out(double kelvin, double inSample, double leftOut) {
        List<Row> rows = TABLE.get(kelvin);
        double fitted = rms(rows, row -> MODEL.kappa(row.r(), row.c(), kelvin) - row.kappa());
        double foretold =
                rms(rows, row -> new LocalRegression(without(row, rows)).kappa(row.r(), row.c()) - row.kappa());
        assertTrue(fitted < inSample, "in-sample rms " + fitted);
        assertTrue(foretold < leftOut, "leave-one-out rmse " + foretold);
        assertTrue(fitted < foretold, fitted + " in sample, " + foretold + " left out");
    }

    @Test
    void stays_within_the_table_everywhere_and_never_steps() {
        for (double kelvin = 273.15; kelvin <= 333.2; kelvin += 15) {
            double least = extreme(kelvin, -1) * 0.95;
            double most = extreme(kelvin, 1) * 1.02;
            for (double r = 0; r <= 1.0001; r += 0.05) {
                double before = MODEL.kappa(r, 0.194, kelvin);
                for (double c = 0.194; c <= 2.5; c += 0.01) {
                    double kappa = MODEL.kappa(r, c, kelvin);
                    String where = kappa + " mS/cm at r = " + r + ", c = " + c + ", T = " + kelvin + " K";
                    assertTrue(kappa > least && kappa < most, where + " is not from " + least + " to " + most);
                    assertTrue(Math.abs(kappa - before) < 0.03 * most, where + " after " + before);
                    before = kappa;
                }
            }
        }
    }

    @Test
    void rises_with_temperature_without_steps() {
        for (double r = 0; r <= 1; r += 0.25) {
            for (double c = 0.2; c <= 2.5; c += 0.3) {
                for (double kelvin = 272.65; kelvin < 333.6; kelvin += 0.5) {
                    double growth = MODEL.kappa(r, c, kelvin + 0.5) / MODEL.kappa(r, c, kelvin) - 1;
                    assertTrue(growth > 0.003 && growth < 0.025, "growth " + growth + " at " + kelvin + " K, c = " + c);
                }
            }
        }
    }

    @Test
    void vanishes_with_the_salt() {
        assertEquals(ConductivityModel.RESIDUAL, MODEL.kappa(0.5, 0, 293.15), 1e-15);
        double half = MODEL.kappa(0.5, 0.097, 293.15) - ConductivityModel.RESIDUAL;
        double whole = MODEL.kappa(0.5, 0.194, 293.15) - ConductivityModel.RESIDUAL;
        assertEquals(whole, 2 * half, 1e-9);
        assertEquals(3.4, whole, 0.15);
    }

    @Test
    void outside_the_formulations_the_nearest_one_counts() {
        assertEquals(MODEL.kappa(0.087, 1, 293.15), MODEL.kappa(0, 1, 293.15));
        assertEquals(MODEL.kappa(0.5, 2.118, 293.15), MODEL.kappa(0.5, 2.5, 293.15));
    }

    @Test
    void least_squares_find_a_known_quadratic() {
        NormalEquations fit = new NormalEquations(3, 1e-12);
        for (double x = -2; x <= 2; x += 0.5) {
            fit.add(new double[] {1, x, x * x}, 3 - 2 * x + 0.5 * x * x, 1 + x * x);
        }
        double[] found = fit.solve();
        assertEquals(3, found[0], 1e-9);
        assertEquals(-2, found[1], 1e-9);
        assertEquals(0.5, found[2], 1e-9);
    }

    private static List<Row> without(Row row, List<Row> rows) {
        List<Row> others = new ArrayList<>(rows);
        others.remove(row);
        return others;
    }

    private static double rms(List<Row> rows, ToDoubleFunction<Row> error) {
        return Math.sqrt(
                rows.stream().mapToDouble(error).map(e -> e * e).average().orElseThrow());
    }

    /** The highest (1) or lowest (-1) value in the table at this temperature or the two next to it. */
    private static double extreme(double kelvin, int sign) {
        return sign
                * TABLE.entrySet().stream()
                        .filter(entry -> Math.abs(entry.getKey() - kelvin) < 9)
                        .map(Map.Entry::getValue)
                        .flatMap(List::stream)
                        .mapToDouble(row -> sign * row.kappa())
                        .max()
                        .orElseThrow();
    }
}
