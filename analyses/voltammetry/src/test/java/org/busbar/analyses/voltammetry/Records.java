package org.busbar.analyses.voltammetry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;

/** Records for tests: read from files, or made from a formula. */
final class Records {

    static final double NFAC = 96485.33212 * 1e-5 * 2;

    private Records() {}

    /** The voltammogram at that many mV/s, with exact A, c, n and T. */
    static Values voltammogram(int rate) throws IOException {
        List<double[]> rows = rows("cv_reversible_" + rate + "mVs.csv");
        return Values.of("time", Series.of("s", column(rows, 0)))
                .with("potential", Series.of("V", column(rows, 1)))
                .with("current", Series.of("A", column(rows, 2)))
                .with(electrode(7.07e-6, 1))
                .with("temperature", Quantity.of(298.15, 0, "K"));
    }

    static Values cottrell() throws IOException {
        List<double[]> rows = rows("ca_cottrell.csv");
        return Values.of("time", Series.of("s", column(rows, 0)))
                .with("current", Series.of("A", column(rows, 1)))
                .with(electrode(1e-5, 2));
    }

    /** Exact Cottrell current of D = 1e-9 m2/s, with noise relative to it. */
    static Values cottrell(double noise, long seed) {
        Random random = new Random(seed);
        double[] t = IntStream.range(0, 200)
                .mapToDouble(i -> 0.01 * Math.pow(1000, i / 199.0))
                .toArray();
        double[] current = Arrays.stream(t)
                .map(at -> NFAC * Math.sqrt(1e-9 / Math.PI / at) * (1 + noise * random.nextGaussian()))
                .toArray();
        return Values.of("time", Series.of("s", t))
                .with("current", Series.of("A", current))
                .with(electrode(1e-5, 2));
    }

    /** Reversible reduction at constant current: a quarter-wave potential of .2 V, then on to the next plateau. */
    static Values sand(double transition, double current) {
        double[] t = IntStream.range(0, 1000).mapToDouble(i -> 0.002 * i).toArray();
        double[] e = Arrays.stream(t).map(at -> 0.2 + wave(at, transition)).toArray();
        double[] i = new double[t.length];
        Arrays.fill(i, current);
        return Values.of("time", Series.of("s", t))
                .with("potential", Series.of("V", e))
                .with("current", Series.of("A", i))
                .with(electrode(1e-5, 2));
    }

    private static double wave(double t, double transition) {
        double ratio = (Math.sqrt(transition) - Math.sqrt(t)) / Math.sqrt(Math.max(t, 1e-6));
        return t < transition ? Math.max(-0.8, 0.025693 * Math.log(Math.max(ratio, 1e-300))) : -0.8;
    }

    /** i0 = .5 A/m2 at 1e-4 m2, alpha = .4 forwards and .6 backwards at 298.15 K, equilibrium at .1 V. */
    static Values tafel(double noise, double resistance) {
        Random random = new Random(7);
        double f = 96485.33212 / 8.314462618 / 298.15;
        double[] eta =
                IntStream.range(0, 101).mapToDouble(i -> -0.25 + 0.005 * i).toArray();
        double[] current = Arrays.stream(eta)
                .map(x -> 5e-5 * (Math.exp(0.4 * f * x) - Math.exp(-0.6 * f * x)))
                .map(i -> i * (1 + noise * random.nextGaussian()))
                .toArray();
        double[] potential = IntStream.range(0, 101)
                .mapToDouble(i -> 0.1 + eta[i] + resistance * current[i])
                .toArray();
        return Values.of("potential", Series.of("V", potential))
                .with("current", Series.of("A", current))
                .with("equilibrium_potential", Quantity.of(0.1, 0, "V"))
                .with("area", Quantity.of(1e-4, 0, "m2"))
                .with("electrons", Quantity.of(1, "1"))
                .with("temperature", Quantity.of(298.15, 0, "K"));
    }

    static Values electrode(double area, double concentration) {
        return Values.of("area", Quantity.of(area, 0, "m2"))
                .with("concentration", Quantity.of(concentration, 0, "mol/m3"))
                .with("electrons", Quantity.of(1, "1"));
    }

    static double[] column(Values values, String name) {
        return ((Series) values.get(name)).values();
    }

    private static List<double[]> rows(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Records.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
