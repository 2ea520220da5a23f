package org.busbar.analyses.cyclerfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.busbar.analyses.files.CyclerColumn;
import org.busbar.api.Resource;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.artifacts.ContentAddressedStore;

/** A store with files for tests, and the reader on it. */
record CyclerStore(ContentAddressedStore store) implements AutoCloseable {

    static CyclerStore in(Path folder) throws IOException {
        return new CyclerStore(new ContentAddressedStore(folder));
    }

    CyclerFile reader() {
        return new CyclerFile(store);
    }

    /** The test file of that name as input; one that ends with .gz is expanded. */
    Values file(String name) throws IOException {
        try (InputStream bytes = open(name)) {
            return keep(bytes);
        }
    }

    Values text(String text) throws IOException {
        return keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Values keep(InputStream bytes) throws IOException {
        Resource resource = store.keep(bytes, "text/plain");
        return Values.of("file", resource);
    }

    Values read(String name) throws IOException, InterruptedException {
        return reader().apply(file(name));
    }

    Values readText(String text) throws IOException, InterruptedException {
        return reader().apply(text(text));
    }

    static InputStream open(String name) throws IOException {
        InputStream bytes = Objects.requireNonNull(CyclerStore.class.getResourceAsStream(name), name);
        return name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    static double[] column(Values outputs, CyclerColumn column) {
        return ((Series) outputs.get(column.output().name())).values();
    }

    static double last(Values outputs, CyclerColumn column) {
        double[] numbers = column(outputs, column);
        return numbers[numbers.length - 1];
    }

    static String format(Values outputs) {
        return ((Text) outputs.get("format")).text();
    }

    static Quality quality(Values outputs) {
        return Quality.of(outputs).orElseThrow();
    }

    static String flag(Values outputs, String word) {
        return quality(outputs).flags().stream()
                .filter(flag -> flag.startsWith(word))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
