package org.busbar.analyses.eis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;

/** Spectra from the test resources. */
public final class Data {

    private Data() {}

    /** The numbers of a file with three columns; a header is passed over. */
    public static double[][] columns(String file) throws IOException {
        try (InputStream in = Data.class.getResourceAsStream(file)) {
            List<double[]> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("frequency"))
                    .map(Data::row)
                    .toList();
            double[][] columns = new double[3][rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                for (int c = 0; c < 3; c++) {
                    columns[c][i] = rows.get(i)[c];
                }
            }
            return columns;
        }
    }

    private static double[] row(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    public static Spectrum spectrum(String file) throws IOException {
        double[][] columns = columns(file);
        return Spectrum.of("test", 3, columns[0], columns[1], columns[2]);
    }

    /** The points of the battery that are not inductive. */
    public static Spectrum battery() throws IOException {
        Spectrum all = spectrum("exampleData.csv");
        return all.only(k -> all.imaginary(k) < 0);
    }

    public static Values inputs(double[][] columns) {
        return Values.of("frequency", Series.of("Hz", columns[0]))
                .with("z_real", Series.of("Ohm", columns[1]))
                .with("z_imag", Series.of("Ohm", columns[2]));
    }

    public static Values inputs(String file, String circuit) throws IOException {
        return inputs(columns(file)).with("circuit", new Text(circuit));
    }
}
