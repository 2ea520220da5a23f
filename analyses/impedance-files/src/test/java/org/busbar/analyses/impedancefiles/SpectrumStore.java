package org.busbar.analyses.impedancefiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.artifacts.ContentAddressedStore;

/** A store with files for tests, and the reader on it. */
record SpectrumStore(ContentAddressedStore store) implements AutoCloseable {

    static SpectrumStore in(Path folder) throws IOException {
        return new SpectrumStore(new ContentAddressedStore(folder));
    }

    ImpedanceFile reader() {
        return new ImpedanceFile(store);
    }

    Values file(String name) throws IOException {
        try (InputStream bytes = open(name)) {
            return keep(bytes);
        }
    }

    Values text(String text) throws IOException {
        return keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Values keep(InputStream bytes) throws IOException {
        return Values.of("file", store.keep(bytes, "text/plain"));
    }

    Values read(String name) throws IOException, InterruptedException {
        return reader().apply(file(name));
    }

    Values readText(String text) throws IOException, InterruptedException {
        return reader().apply(text(text));
    }

    static InputStream open(String name) {
        return Objects.requireNonNull(SpectrumStore.class.getResourceAsStream(name), name);
    }

    static double[] column(Values outputs, String name) {
        return ((Series) outputs.get(name)).values();
    }

    static String format(Values outputs) {
        return ((Text) outputs.get("format")).text();
    }

    static Quality quality(Values outputs) {
        return Quality.of(outputs).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
