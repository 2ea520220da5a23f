package org.busbar.analyses.drt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;

/** Inputs for tests, read from files. */
final class Spectra {

    private Spectra() {}

    /** The spectrum in the file of that name as inputs. */
    static Values file(String name) throws IOException {
        return inputs(rows(name));
    }

    /** The same, with few resamples, for tests that do not look at the band. */
    static Values quick(String name) throws IOException {
        return file(name).with("resamples", Quantity.of(20, "1"));
    }

    /** Rows of three numbers; of ZPlot files the columns 1, 5 and 6. */
    static List<double[]> rows(String name) throws IOException {
        boolean zplot = name.endsWith(".z");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Spectra.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .dropWhile(line -> zplot && !line.startsWith("End Comments"))
                    .filter(line -> line.matches("[0-9].*"))
                    .map(line -> zplot ? zplot(numbers(line, "\t")) : numbers(line, ","))
                    .toList();
        }
    }

    private static double[] zplot(double[] all) {
        return new double[] {all[0], all[4], all[5]};
    }

    private static double[] numbers(String line, String separator) {
        return Arrays.stream(line.split(separator, -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static Values inputs(List<double[]> rows) {
        return Values.of("frequency", Series.of("Hz", column(rows, 0)))
                .with("z_real", Series.of("Ohm", column(rows, 1)))
                .with("z_imag", Series.of("Ohm", column(rows, 2)));
    }

    static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    static double[] column(Values values, String name) {
        return ((Series) values.get(name)).values();
    }

    /** The one number of a column. */
    static double number(Values values, String name) {
        return column(values, name)[0];
    }
}
