package org.busbar.analyses.cycling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.api.Series;
import org.busbar.api.Values;

/**
 * A cell whose charge is a sum of logistic functions of its voltage, cycled at constant current without resistance, so
 * that all is known in closed form. Rows are {@link #MOVE} apart in voltage.
 */
final class Cell {

    static final double LOW = 3.0;
    static final double HIGH = 4.2;
    static final double MOVE = 0.0004;
    static final double WIDTH = 0.02;
    static final double CURRENT = 0.5;

    private final List<double[]> rows = new ArrayList<>();
    private final double shift;
    private double time;

    /** Peaks of dQ/dV at 3.4 V (1 A.h) and 3.8 V (2 A.h), both moved by {@code shift}, V. */
    Cell(double shift) {
        this.shift = shift;
    }

    double charge(double volt) {
        return 1 / (1 + Math.exp(-(volt - 3.4 - shift) / WIDTH)) + 2 / (1 + Math.exp(-(volt - 3.8 - shift) / WIDTH));
    }

    double slope(double volt) {
        return logistic((volt - 3.4 - shift) / WIDTH) / WIDTH + 2 * logistic((volt - 3.8 - shift) / WIDTH) / WIDTH;
    }

    private static double logistic(double x) {
        return 1 / (2 + Math.exp(x) + Math.exp(-x));
    }

    /** Charge from LOW to {@code to}. */
    Cell charge(int cycle, double to) {
        return sweep(cycle, LOW, to, 1);
    }

    /** Discharge from HIGH to {@code to}. */
    Cell discharge(int cycle, double to) {
        return sweep(cycle, HIGH, to, -1);
    }

    private Cell sweep(int cycle, double from, double to, int sign) {
        int intervals = (int) Math.round(Math.abs(to - from) / MOVE);
        double start = time + 1e-9;
        for (int i = 0; i <= intervals; i++) {
            double volt = from + sign * i * MOVE;
            time = start + Math.abs(charge(volt) - charge(from)) / CURRENT * 3600;
            rows.add(new double[] {time, volt, sign * CURRENT, cycle, sign});
        }
        return this;
    }

    /** Ten rows without current. */
    Cell rest(int cycle, double volt) {
        for (int i = 0; i < 10; i++) {
            time += 60;
            rows.add(new double[] {time, volt, 0, cycle, 0});
        }
        return this;
    }

    /** {@code cycles} whole cycles with rests. */
    Cell cycles(int cycles) {
        for (int cycle = 1; cycle <= cycles; cycle++) {
            charge(cycle, HIGH).rest(cycle, HIGH).discharge(cycle, LOW).rest(cycle, LOW);
        }
        return this;
    }

    Values values() {
        return Values.of("test_time", column("s", row -> row[0]))
                .with("voltage", column("V", row -> row[1]))
                .with("current", column("A", row -> row[2]));
    }

    Values withCycles() {
        return values().with("cycle", column("1", row -> row[3]));
    }

    Values withSteps() {
        return withCycles().with("step", column("1", row -> row[4]));
    }

    private Series column(String ucum, ToDoubleFunction<double[]> of) {
        return Series.of(ucum, rows.stream().mapToDouble(of).toArray());
    }
}
