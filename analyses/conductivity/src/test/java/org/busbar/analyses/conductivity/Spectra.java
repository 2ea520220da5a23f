package org.busbar.analyses.conductivity;

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

/** Spectra for tests: read from files, or made from a circuit with seeded noise. */
final class Spectra {

    static final Quantity CELL = Quantity.of(0.51157, 0.00034, "cm-1");
    static final Quantity ROOM = Quantity.of(25, 0.1, "Cel");

    private Spectra() {}

    /** The file of that name as inputs at 25 Cel. */
    static Values file(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Spectra.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            List<double[]> rows = lines.lines().skip(1).map(Spectra::row).toList();
            return inputs(column(rows, 0), column(rows, 1), column(rows, 2));
        }
    }

    /** Ten points per decade of {@code circuit} from 10 Hz to 100 kHz, each part with normal noise relative to |Z|. */
    static Values of(Circuit circuit, double noise, long seed) {
        return of(circuit, noise, seed, logarithmic(10, 1e5, 41));
    }

    static Values of(Circuit circuit, double noise, long seed, double... frequency) {
        Random random = new Random(seed);
        double[] real = new double[frequency.length];
        double[] imaginary = new double[frequency.length];
        for (int i = 0; i < frequency.length; i++) {
            Circuit.Complex z = circuit.impedance(2 * Math.PI * frequency[i]);
            double sigma = noise * Math.hypot(z.real(), z.imaginary());
            real[i] = z.real() + sigma * random.nextGaussian();
            imaginary[i] = z.imaginary() + sigma * random.nextGaussian();
        }
        return inputs(frequency, real, imaginary);
    }

    /** R, Q, alpha and L of a series circuit, in Ohm, S.s^alpha, 1 and H. */
    static Circuit circuit(double resistance, double q, double exponent, double inductance) {
        return new Circuit(resistance, 1 / q, exponent, inductance, 1);
    }

    static double[] logarithmic(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from * Math.pow(to / from, i / (count - 1.0)))
                .toArray();
    }

    static Values inputs(double[] frequency, double[] real, double[] imaginary) {
        return Values.of("frequency", Series.of("Hz", frequency))
                .with("z_real", Series.of("Ohm", real))
                .with("z_imag", Series.of("Ohm", imaginary))
                .with("cell_constant", CELL)
                .with("temperature", ROOM);
    }

    static double[] column(Values values, String name) {
        return ((Series) values.get(name)).values();
    }

    static Spectrum spectrum(Values values) {
        return Spectrum.of(column(values, "frequency"), column(values, "z_real"), column(values, "z_imag"));
    }

    private static double[] row(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
