package org.busbar.analyses.sensitivity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.busbar.api.Resource;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.artifact.Artifacts;
import org.busbar.artifacts.ContentAddressedStore;

/** A store with tables for tests. */
final class Bench implements AutoCloseable {

    private final ContentAddressedStore store;

    Bench(Path folder) throws IOException {
        store = new ContentAddressedStore(folder);
    }

    Artifacts artifacts() {
        return store;
    }

    /** The inputs of an analysis of that CSV text, whose output column is y. */
    Values table(String csv) throws IOException {
        Resource kept = store.keep(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "text/csv");
        return Values.of("table", kept).with("output", new Text("y"));
    }

    /** The inputs of an analysis of the runs, inputs named x1, x2, ... */
    Values table(double[][] x, double[] y) throws IOException {
        return table(csv(x, y));
    }

    Values table(double[][] x, ToDoubleFunction<double[]> f) throws IOException {
        return table(x, Arrays.stream(x).mapToDouble(f).toArray());
    }

    Values file(String name) throws IOException {
        return table(text(name));
    }

    static String csv(double[][] x, double[] y) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", names(x[0].length)) + ",y");
        for (int i = 0; i < x.length; i++) {
            lines.add(Arrays.stream(x[i]).mapToObj(Double::toString).collect(Collectors.joining(",")) + "," + y[i]);
        }
        return String.join("\n", lines) + "\n";
    }

    static List<String> names(int inputs) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= inputs; i++) {
            names.add("x" + i);
        }
        return names;
    }

    static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Bench.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The rows of a design. */
    static double[][] rows(Values design, int inputs) {
        double[] numbers = curve(design, "design");
        double[][] rows = new double[numbers.length / inputs][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(numbers, i * inputs, (i + 1) * inputs);
        }
        return rows;
    }

    static double[] curve(Values values, String name) {
        return ((Series) values.get(name)).values();
    }

    static String quality(Values outputs) {
        return ((Text) outputs.get("quality")).text();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
