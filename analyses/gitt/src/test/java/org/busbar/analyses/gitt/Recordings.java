package org.busbar.analyses.gitt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;

/** Recordings for tests: read from files, or made from the sum over 2 000 roots with seeded noise. */
final class Recordings {

    static final double GITT_TRUTH = 2e-15;
    static final double ICI_TRUTH = 1.2e-14;

    private Recordings() {}

    /** One pulse; a discharge of 1 mA. */
    static Values gitt() throws IOException {
        double[][] columns = columns("gitt_one_pulse.csv");
        double[] current =
                Arrays.stream(columns[1]).map(applied -> -1e-3 * applied).toArray();
        return inputs(columns[0], current, columns[2], Quantity.of(1.8e-6, 0, "m"));
    }

    /** 24 interruptions, exact or with noise. */
    static Values ici(String name) throws IOException {
        double[][] columns = columns(name);
        return inputs(columns[0], columns[1], columns[2], Quantity.of(2.5e-6, 0, "m"));
    }

    static Values inputs(double[] time, double[] current, double[] voltage, Quantity radius) {
        return Values.of("test_time", Series.of("s", time))
                .with("current", Series.of("A", current))
                .with("voltage", Series.of("V", voltage))
                .with("particle_radius", radius);
    }

    static Values with(Values inputs, String name, String word) {
        return inputs.with(name, new Text(word));
    }

    static Values window(Values inputs, double from, double to) {
        return inputs.with("window_start", Quantity.of(from, "s")).with("window_end", Quantity.of(to, "s"));
    }

    static double[] numbers(Values outputs, String name) {
        return ((Series) outputs.get(name)).values();
    }

    static double median(Values outputs, String name) {
        double[] sorted = numbers(outputs, name);
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    static Values noisy(Values inputs, double volt, long seed) {
        Random random = new Random(seed);
        Value voltage = inputs.get("voltage");
        double[] noisy = Arrays.stream(((Series) voltage).values())
                .map(v -> v + volt * random.nextGaussian())
                .toArray();
        return inputs.with("voltage", Series.of("V", noisy));
    }

    private static double[][] columns(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Recordings.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            List<String[]> rows =
                    lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
            double[][] columns = new double[3][];
            for (int c = 0; c < 3; c++) {
                int column = c;
                columns[c] = rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row[column]))
                        .toArray();
            }
            return columns;
        }
    }
}
