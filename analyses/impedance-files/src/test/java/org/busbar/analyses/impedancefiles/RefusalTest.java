package org.busbar.analyses.impedancefiles;

import static org.busbar.analyses.impedancefiles.SpectrumStore.column;
import static org.busbar.analyses.impedancefiles.SpectrumStore.quality;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad files. */
class RefusalTest {

    private static final String HEADINGS = "Frequency / Hz,Real Impedance / ohm,Imaginary Impedance / ohm\n";

    @TempDir
    Path folder;

    private SpectrumStore store;

    @BeforeEach
    void open() throws Exception {
        store = SpectrumStore.in(folder);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        refused(store.text(""), "impedance-file", "empty (0 bytes)");
    }

    @Test
    void headings_without_rows_are_refused() throws Exception {
        refused(store.text(HEADINGS), "no row with a frequency above 0");
    }

    @Test
    void a_text_without_a_spectrum_is_refused() throws Exception {
        refused(store.text("Dear colleague,\nthe data are in the other file.\n"), "no table with headings");
        refused(store.text("Test Time / s,Voltage / V,Current / A\n0,3.7,0.1\n"), "no table with headings");
    }

    @Test
    void a_binary_file_is_refused() throws Exception {
        refused(store.keep(new ByteArrayInputStream(new byte[1000])), "not a text file");
    }

    @Test
    void a_file_above_the_limit_is_refused() throws Exception {
        Values inputs = store.text(HEADINGS + "1,2,-3\n".repeat(1000)).with("max_bytes", Quantity.of(1000, "1"));
        refused(inputs, "longer than the limit of 1000 bytes", "max_bytes");
    }

    @Test
    void a_format_that_it_is_not_is_refused() throws Exception {
        refused(store.file("exampleDataZPlot.z").with("format", new Text("gamry")), "format = gamry", "zplot");
    }

    @Test
    void a_segment_that_is_not_there_is_refused() throws Exception {
        refused(store.file("exampleDataZPlot.z").with("segment", Quantity.of(2, "1")), "segment = 2", "1 table");
    }

    @Test
    void an_impedance_per_area_is_no_impedance() throws Exception {
        refused(store.text("freq/Hz,Zreal (ohm.cm2),Zimag (ohm.cm2)\n1,2,-3\n"), "no table with headings");
    }

    @Test
    void a_wrong_unit_is_refused() throws Exception {
        refused(store.text("freq/s,Re(Z)/Ohm,Im(Z)/Ohm\n1,2,-3\n"), "s", "Hz");
    }

    @Test
    void more_than_three_columns_without_headings_are_refused() throws Exception {
        refused(store.text("1,2,-3,4\n2,2,-3,4\n"), "no table with headings");
    }

    @Test
    void a_single_point_is_read() throws Exception {
        Values read = store.readText(HEADINGS + "1,2,-3\n");
        assertEquals(1, column(read, "frequency").length);
        assertEquals("ok", quality(read).text().text());
    }

    @Test
    void missing_and_infinite_numbers_are_counted_wherever_they_are() throws Exception {
        Values read = store.readText(HEADINGS + "5,nan,-3\n4,2,-3\n3,2,inf\n2,,-3\n-1,2,-3\n1,2,-3\n");
        assertEquals(2, column(read, "frequency").length);
        assertTrue(
                quality(read).flags().contains("invalid_rows: 4 of 6 left out, line 2, line 4, line 5, line 6"),
                quality(read)::toString);
    }

    @Test
    void a_cut_last_row_is_counted() throws Exception {
        Values read = store.readText("freq/Hz,Re(Z)/Ohm,Im(Z)/Ohm,time/s\n2,2,-3,0\n1,2,-3,1\n0.5,2,-");
        assertEquals(2, column(read, "frequency").length);
        assertEquals(
                "suspicious; truncated: 1 row cut at the end",
                quality(read).text().text());
    }

    @Test
    void a_short_row_that_is_not_the_last_is_counted() throws Exception {
        Values read = store.readText(HEADINGS + "3,2,-3\n2,2\n1,2,-3\n");
        assertEquals(2, column(read, "frequency").length);
        assertTrue(quality(read).flags().contains("invalid_rows: 1 of 3 left out, line 3"), quality(read)::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exampleDataGamry.DTA", "exampleDataBioLogic.mpt", "exampleDataAutolab.txt"})
    void a_file_cut_anywhere_is_refused_or_read_up_to_there(String name) throws Exception {
        byte[] whole;
        try (InputStream bytes = SpectrumStore.open(name)) {
            whole = bytes.readAllBytes();
        }
        int all = pointsOf(new String(whole, StandardCharsets.ISO_8859_1));
        for (int length = 500; length < whole.length; length += whole.length / 6) {
            assertTrue(pointsOf(new String(whole, 0, length, StandardCharsets.ISO_8859_1)) <= all);
        }
        assertFalse(all == 0);
    }

    private int pointsOf(String text) throws IOException, InterruptedException {
        try {
            return column(store.readText(text), "frequency").length;
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
}
