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
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;

/** Spectra for tests: read from files, or made from a circuit with seeded noise. */
final class Spectra {

    static final Quantity CELL = Quantity.of(0.51157, 0.00034, "cm-1");
    static final Quantity ROOM = Quantity.of(25, 0.1, "Cel");

    private Spectra() {}

    private static final double[] SERIES = {-10, 0, 10, 20, 25, 30, 40, 50, 60};

    /** Conductivities from nine spectra with the uncertainty of their resistance, for the analysis arrhenius. */
    static Values temperatureSeries() throws IOException {
        return series(false).with("uncertainty_holds", new Text("resistance"));
    }

    /** All of the uncertainty of the same conductivities, S/m. */
    static Series allUncertainties() throws IOException {
        return (Series) series(true).get("conductivity_uncertainty");
    }

    private static Values series(boolean whole) throws IOException {
        double[] kappa = new double[SERIES.length];
        double[] error = new double[SERIES.length];
        for (int i = 0; i < SERIES.length; i++) {
            Values found = new ConductivityFromImpedance()
                    .apply(file("sample_" + (int) SERIES[i] + "C.csv")
                            .with("temperature", Quantity.of(SERIES[i], 0.1, "Cel")));
            Quantity resistance = found.quantity("resistance");
            Quantity conductivity = found.quantity("conductivity").to(Unit.of("S/m"));
            kappa[i] = conductivity.value();
            error[i] = whole ? conductivity.uncertainty() : kappa[i] * resistance.uncertainty() / resistance.value();
        }
        return Values.of("temperature", Series.of("Cel", SERIES))
                .with("conductivity", Series.of("S/m", kappa))
                .with("conductivity_uncertainty", Series.of("S/m", error));
    }

    /** The numbers of a file without its first line. */
    static List<double[]> rows(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Spectra.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Spectra::row).toList();
        }
    }

    /** The file of that name as inputs at 25 Cel. */
    static Values file(String name) throws IOException {
        List<double[]> rows = rows(name);
        return inputs(column(rows, 0), column(rows, 1), column(rows, 2));
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
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
