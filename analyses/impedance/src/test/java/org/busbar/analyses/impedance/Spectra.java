package org.busbar.analyses.impedance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Spectra for tests: read from files, with seeded noise if wanted. */
final class Spectra {

    private Spectra() {}

    /** The spectrum in the file of that name. */
    static Spectrum file(String name) throws IOException {
        return spectrum(rows(name));
    }

    /** The 55 points of the battery spectrum below 1 kHz with a negative imaginary part. */
    static Spectrum battery() throws IOException {
        return spectrum(rows("exampleData.csv").stream()
                .filter(row -> row[0] < 1000 && row[2] < 0)
                .toList());
    }

    /** Normal noise on both parts: relative to |Z|, and absolute in Ohm. */
    static Spectrum noisy(Spectrum exact, double relative, double absolute, Random random) {
        double[] real = exact.real();
        double[] imaginary = exact.imaginary();
        for (int i = 0; i < exact.size(); i++) {
            double sigma = relative * exact.modulus(i) + absolute;
            real[i] += sigma * random.nextGaussian();
            imaginary[i] += sigma * random.nextGaussian();
        }
        return Spectrum.of("test", 1, exact.frequency(), real, imaginary);
    }

    private static List<double[]> rows(String name) throws IOException {
        boolean zplot = name.endsWith(".z");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Spectra.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .dropWhile(line -> zplot && !line.startsWith("End Comments"))
                    .filter(line -> line.matches("[0-9].*"))
                    .map(line -> zplot ? row(line, "\t", 4) : row(line, ",", 1))
                    .toList();
        }
    }

    private static double[] row(String line, String separator, int real) {
        double[] numbers = Arrays.stream(line.split(separator, -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new double[] {numbers[0], numbers[real], numbers[real + 1]};
    }

    private static Spectrum spectrum(List<double[]> rows) {
        return Spectrum.of("test", 1, column(rows, 0), column(rows, 1), column(rows, 2));
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
