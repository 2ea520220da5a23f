package org.busbar.analyses.cyclerfiles;

import static org.busbar.analyses.cyclerfiles.CyclerStore.column;
import static org.busbar.analyses.cyclerfiles.CyclerStore.flag;
import static org.busbar.analyses.cyclerfiles.CyclerStore.quality;
import static org.busbar.analyses.files.CyclerColumn.TEST_TIME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Values;
import org.busbar.api.artifact.Artifacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad files. */
class RefusalTest {

    private static final String HEADINGS = "Test Time / s,Voltage / V,Current / A\n";

    @TempDir
    Path folder;

    private CyclerStore store;

    @BeforeEach
    void open() throws Exception {
        store = CyclerStore.in(folder);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        refused(store.text(""), "cycler-file", "empty (0 bytes)");
    }

    @Test
    void headings_without_rows_are_refused() throws Exception {
        refused(store.text(HEADINGS), "no row with numbers");
    }

    @Test
    void a_text_without_a_table_is_refused() throws Exception {
        refused(store.text("Dear colleague,\nthe data are in the other file.\n"), "no line with headings");
    }

    @Test
    void a_half_cell_curve_without_time_is_refused() throws Exception {
        refused(store.text(",SOC_aligned,Voltage_aligned\n0,0.0,2.86\n"), "no line with headings");
    }

    @Test
    void a_binary_file_is_refused() throws Exception {
        byte[] bytes = new byte[1000];
        bytes[0] = 'B';
        refused(store.keep(new ByteArrayInputStream(bytes)), "not a text file");
    }

    @Test
    void a_parquet_file_is_refused_with_what_to_do() throws Exception {
        refused(store.file("legacy_start.bdf.parquet"), "Parquet", "CSV");
    }

    @Test
    void a_line_without_end_is_refused() throws Exception {
        refused(store.text("1,".repeat(600_000)), "longer than 1048576 characters");
    }

    @Test
    void a_file_above_the_limit_is_refused() throws Exception {
        Values inputs = store.text(HEADINGS + "0,3.7,0.1\n".repeat(100)).with("max_bytes", Quantity.of(1000, "1"));
        refused(inputs, "longer than the limit of 1000 bytes", "max_bytes");
    }

    @Test
    void a_gigabyte_is_refused_without_being_kept() {
        Values inputs = Values.of("file", new Resource(URI.create("artifact:big"), "text/csv", "0".repeat(64)));
        CyclerFile reader = new CyclerFile(new GeneratedFile(1_000_000_000));
        String message = assertThrows(IllegalArgumentException.class, () -> reader.apply(inputs))
                .getMessage();
        assertTrue(message.contains("limit of 512000000 bytes"), message);
    }

    @Test
    void a_wrong_unit_is_refused() throws Exception {
        refused(store.text("Test Time / s,Voltage / s,Current / A\n0,3.7,0.1\n"), "Voltage / s", "converted to V");
    }

    @Test
    void a_file_that_is_not_in_the_store_is_refused() {
        refused(
                Values.of("file", new Resource(URI.create("artifact:none"), "text/csv", "0".repeat(64))),
                "cannot be read");
    }

    @Test
    void words_and_infinite_numbers_are_counted() throws Exception {
        Values read = store.readText(HEADINGS + "0,3.7,0.1\n1,NaN,0.1\n2,3.7,inf\n3,OVL,0.1\n4,3.7,0.1\n");
        assertEquals(2, column(read, TEST_TIME).length);
        assertEquals("invalid_rows: 3 of 5 left out, line 3, line 4, line 5", flag(read, "invalid_rows"));
    }

    @Test
    void a_file_cut_anywhere_is_refused_or_read_up_to_there() throws Exception {
        byte[] whole;
        try (InputStream bytes = CyclerStore.open("sample_data_maccor.csv")) {
            whole = bytes.readAllBytes();
        }
        for (int length = 300; length < whole.length; length += 61) {
            int rows = rowsOf(new String(whole, 0, length, StandardCharsets.UTF_8));
            assertTrue(rows >= 0 && rows <= 15, "rows " + rows);
        }
    }

    @Test
    void time_that_goes_back_is_flagged() throws Exception {
        Values read = store.readText(HEADINGS + "0,3.7,0.1\n2,3.7,0.1\n1,3.7,0.1\n");
        assertEquals(
                "time_not_increasing: test time goes back 1 times, first at row 3", flag(read, "time_not_increasing"));
    }

    @Test
    void a_table_without_units_is_read_and_flagged() throws Exception {
        Values read = store.readText("time,voltage,current\n0,3.7,0\n1,3.7,0\n");
        assertTrue(quality(read).has("unit_missing"), quality(read)::toString);
        assertTrue(flag(read, "unit_missing").contains("3 headings"), quality(read)::toString);
    }

    private int rowsOf(String text) throws IOException, InterruptedException {
        try {
            return column(store.readText(text), TEST_TIME).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private void refused(Values inputs, String... parts) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> store.reader().apply(inputs))
                .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    /** A store of one file of lines of numbers that are made as they are read. */
    private record GeneratedFile(long size) implements Artifacts {

        @Override
        public Resource keep(InputStream bytes, String mediaType) {
            throw new UnsupportedOperationException("only for reading");
        }

        @Override
        public InputStream open(String sha256) {
            return new InputStream() {
                private long given;

                @Override
                public int read() {
                    return given++ < size ? (given % 20 == 0 ? '\n' : '1') : -1;
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    int n = (int) Math.min(length, size - given);
                    given += n;
                    return n > 0 ? n : -1;
                }
            };
        }
    }
}
