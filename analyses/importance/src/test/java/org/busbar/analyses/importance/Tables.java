package org.busbar.analyses.importance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.artifacts.ContentAddressedStore;
import org.busbar.optimizers.search.numeric.Keyed;

/** A store with tables for the tests. */
final class Tables {

    private final ContentAddressedStore store;

    Tables(Path folder) {
        try {
            store = new ContentAddressedStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ContentAddressedStore store() {
        return store;
    }

    Values of(String csv, String output) {
        try {
            InputStream in = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
            return Values.of("table", store.keep(in, "text/csv")).with("output", new Text(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Values file(String name, String output) {
        try (InputStream in = Objects.requireNonNull(Tables.class.getResourceAsStream(name), name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return Values.of("table", store.keep(plain, "text/csv")).with("output", new Text(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of standard normal inputs x1, x2 ... and an output y in mS/cm. */
    static String drawn(int rows, int inputs, long seed, ToDoubleFunction<double[]> y) {
        StringBuilder csv = new StringBuilder();
        for (int j = 1; j <= inputs; j++) {
            csv.append("x").append(j).append(" [mol/kg],");
        }
        csv.append("y [mS/cm]\n");
        Keyed random = Keyed.of(seed, rows, inputs);
        for (int i = 0; i < rows; i++) {
            double[] x = new double[inputs + 1]; // the last number is for the noise
            for (int j = 0; j <= inputs; j++) {
                x[j] = random.normal();
                csv.append(j < inputs ? String.format(Locale.ROOT, "%.6f,", x[j]) : "");
            }
            csv.append(String.format(Locale.ROOT, "%.6f\n", y.applyAsDouble(x)));
        }
        return csv.toString();
    }

    static double[] numbers(Values outputs, String name) {
        return ((Series) outputs.get(name)).values();
    }

    static double number(Values outputs, String name) {
        return outputs.quantity(name).in(Unit.ONE);
    }

    static String text(Values outputs, String name) {
        return outputs.get(name).toString();
    }
}
