package org.busbar.analyses.cyclerbinary;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.artifacts.ContentAddressedStore;

/** A store with files for tests, and the reader on it. */
record Files(ContentAddressedStore store) implements AutoCloseable {

    static Files in(Path folder) throws IOException {
        return new Files(new ContentAddressedStore(folder));
    }

    CyclerBinaryFile reader() {
        return new CyclerBinaryFile(store);
    }

    Values file(String name) throws IOException {
        return keep(bytes(name));
    }

    Values keep(byte[] bytes) throws IOException {
        return Values.of("file", store.keep(new ByteArrayInputStream(bytes), "application/octet-stream"));
    }

    Values read(String name) throws IOException, InterruptedException {
        return reader().apply(file(name));
    }

    /** The bytes of a test file; one that ends with .gz is expanded. */
    static byte[] bytes(String name) throws IOException {
        try (InputStream raw = Objects.requireNonNull(Files.class.getResourceAsStream(name), name);
                InputStream bytes = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return bytes.readAllBytes();
        }
    }

    /** The cells of a table with commas, its heading first. */
    static List<String[]> table(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Files.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split(",", -1)).toList();
        }
    }

    static double[] column(Values outputs, String name) {
        return ((Series) outputs.get(name)).values();
    }

    static Quality quality(Values outputs) {
        return Quality.of(outputs).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
