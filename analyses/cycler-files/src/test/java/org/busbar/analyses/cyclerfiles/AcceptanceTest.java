package org.busbar.analyses.cyclerfiles;

import static org.busbar.analyses.cyclerfiles.CyclerStore.column;
import static org.busbar.analyses.cyclerfiles.CyclerStore.flag;
import static org.busbar.analyses.cyclerfiles.CyclerStore.format;
import static org.busbar.analyses.cyclerfiles.CyclerStore.last;
import static org.busbar.analyses.cyclerfiles.CyclerStore.quality;
import static org.busbar.analyses.files.CyclerColumn.CHARGE_CAPACITY;
import static org.busbar.analyses.files.CyclerColumn.CURRENT;
import static org.busbar.analyses.files.CyclerColumn.CYCLE;
import static org.busbar.analyses.files.CyclerColumn.STEP;
import static org.busbar.analyses.files.CyclerColumn.TEMPERATURE;
import static org.busbar.analyses.files.CyclerColumn.TEST_TIME;
import static org.busbar.analyses.files.CyclerColumn.UNIX_TIME;
import static org.busbar.analyses.files.CyclerColumn.VOLTAGE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers stated with the shared test files. */
class AcceptanceTest {

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
    void bdf_is_read_as_it_is() throws Exception {
        Values read = store.read("sample.bdf.csv");
        assertEquals("bdf", format(read));
        assertArrayEquals(new double[] {0, 1, 2}, column(read, TEST_TIME));
        assertArrayEquals(new double[] {3.7, 3.6, 3.5}, column(read, VOLTAGE));
        assertArrayEquals(new double[] {.1, .1, .1}, column(read, CURRENT));
        assertEquals("ok", quality(read).text().text());
    }

    @Test
    void arbin_integral_against_counter_with_three_columns_missing() throws Exception {
        Values read = store.read("2017-05-09_test-TC-contact_CH33.csv");
        assertEquals("arbin", format(read));
        assertEquals(287, column(read, TEST_TIME).length);
        assertEquals(1022.8913, last(read, TEST_TIME));
        assertEquals(3.298668, column(read, VOLTAGE)[0], 5e-7);
        assertEquals(3.411986, last(read, VOLTAGE), 5e-7);
        assertEquals(.603092, last(read, CHARGE_CAPACITY) - column(read, CHARGE_CAPACITY)[0], 1e-6);
        assertEquals(.602952, ampereHours(read), 1e-6);
        assertEquals(0, column(read, STEP).length);
        assertEquals(0, column(read, CYCLE).length);
        assertEquals(1494377253.17, column(read, UNIX_TIME)[0]);
        assertEquals("ok", quality(read).text().text());
    }

    @Test
    void a_rest_is_a_rest() throws Exception {
        Values read = store.read("FastCharge_000025_CH8.csv");
        assertEquals(248, column(read, TEST_TIME).length);
        assertEquals(10.0024, column(read, TEST_TIME)[0]);
        assertEquals(1800.0104, last(read, TEST_TIME));
        assertEquals(3.3009677, last(read, VOLTAGE));
        assertArrayEquals(new double[248], column(read, CURRENT));
        assertEquals("ok", quality(read).text().text());
    }

    @Test
    void a_clock_jump_is_found_and_test_time_goes_on() throws Exception {
        Values read = store.read("PredictionDiagnostics_000151_paused.052.gz");
        assertEquals("maccor", format(read));
        assertEquals(332, column(read, TEST_TIME).length);
        assertEquals(769267.24, column(read, TEST_TIME)[0]);
        assertEquals(769270.57, last(read, TEST_TIME));
        assertEquals(-4.84, column(read, CURRENT)[0], .001);
        assertTrue(flag(read, "clock_jump").startsWith("clock_jump: 1, first by 720"), quality(read)::toString);
        assertFalse(quality(read).has("time_not_increasing"));
        assertFalse(quality(read).has("sign_unknown"));
    }

    @Test
    void minutes_decimal_comma_and_a_cut_row() throws Exception {
        Values read = store.read("maccor_two.txt");
        assertEquals("maccor", format(read));
        assertEquals(213, column(read, TEST_TIME).length);
        assertEquals(12_720, last(read, TEST_TIME));
        assertEquals(.1377, column(read, VOLTAGE)[0]);
        assertEquals("truncated: 1 row cut at the end", flag(read, "truncated"));
        assertEquals(1, quality(read).flags().size(), quality(read)::toString);
    }

    @Test
    void broken_files_lose_what_is_broken_and_say_so() throws Exception {
        Values whole = store.read("custom_good_small.csv");
        assertEquals(60, column(whole, TEST_TIME).length);
        assertEquals(3600.96, last(whole, TEST_TIME));
        Values invalid = store.read("custom_nan_inf.csv");
        assertEquals(57, column(invalid, TEST_TIME).length);
        assertEquals("invalid_rows: 3 of 60 left out, line 24, line 28, line 32", flag(invalid, "invalid_rows"));
        Values cut = store.read("custom_truncated.csv");
        assertEquals(59, column(cut, TEST_TIME).length);
        assertEquals("truncated: 1 row cut at the end", flag(cut, "truncated"));
    }

    @Test
    void a_missing_column_is_refused_by_name() throws Exception {
        Values inputs = store.file("custom_missing_column.csv");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> store.reader().apply(inputs))
                .getMessage();
        assertTrue(message.contains("no column of voltage"), message);
    }

    @Test
    void two_decimals_lose_the_current() throws Exception {
        Values read = store.read("custom_data.csv.gz");
        assertEquals(2442, column(read, TEST_TIME).length);
        assertTrue(quality(read).has("resolution_lost"), quality(read)::toString);
        assertEquals(0, column(read, CHARGE_CAPACITY).length);
        assertEquals(Quality.Level.SUSPICIOUS, quality(read).level());
    }

    @Test
    void pec_with_times_of_colons() throws Exception {
        Values read = store.read("Test25195.csv");
        assertEquals("pec", format(read));
        assertEquals(19, column(read, TEST_TIME).length);
        assertEquals(162.363, last(read, TEST_TIME), 1e-9);
        assertEquals(-8e-6, column(read, CURRENT)[0]);
        assertEquals(0, column(read, TEMPERATURE).length);
        assertTrue(flag(read, "invalid_rows").contains("temperature"), quality(read)::toString);
    }

    @Test
    void arbin_with_byte_order_mark() throws Exception {
        Values read = store.read("sample_data_arbin.csv");
        assertEquals("arbin", format(read));
        assertEquals(13, column(read, TEST_TIME).length);
        assertEquals(30.0005, column(read, TEST_TIME)[0]);
        assertEquals(301.214, last(read, TEST_TIME));
        assertEquals(2.650138, last(read, CURRENT));
        assertEquals(24.68785, last(read, TEMPERATURE));
        assertEquals("ok", quality(read).text().text());
    }

    @Test
    void basytec() throws Exception {
        Values read = store.read("sample_data_basytec.txt");
        assertEquals("basytec", format(read));
        assertEquals(74, column(read, TEST_TIME).length);
        assertEquals(70.2358, last(read, TEST_TIME), 5e-5);
        assertEquals(0, column(read, CURRENT)[61]);
        assertTrue(column(read, CURRENT)[63] > 0);
        assertEquals("ok", quality(read).text().text());
    }

    @Test
    void biologic_without_the_lines_before_the_table() throws Exception {
        Values read = store.read("Sample_data_biologic_no_header.mpt");
        assertEquals("biologic", format(read));
        assertEquals(13, column(read, TEST_TIME).length);
        assertEquals(281_672.38, column(read, TEST_TIME)[0], 5e-3);
        assertEquals(2.9344745, column(read, VOLTAGE)[0]);
        assertEquals(24.443432, column(read, TEMPERATURE)[0]);
        assertEquals("ok", quality(read).text().text());
    }

    @Test
    void biologic_with_date_and_time_for_the_time() throws Exception {
        Values read = store.read("Sample_data_biologic_timestamped.txt");
        assertEquals("biologic", format(read));
        assertEquals(8, column(read, TEST_TIME).length);
        assertEquals(0, column(read, TEST_TIME)[0]);
        assertEquals(12.464, last(read, TEST_TIME), 1e-6);
        assertEquals(1732102734.171, last(read, UNIX_TIME), 1e-6);
        assertEquals(.4499184, last(read, CURRENT), 1e-9);
    }

    @Test
    void maccor_without_sign_or_state() throws Exception {
        Values read = store.read("sample_data_maccor.csv");
        assertEquals("maccor", format(read));
        assertEquals(15, column(read, TEST_TIME).length);
        assertEquals(28.844, Arrays.stream(column(read, CURRENT)).max().orElseThrow());
        assertTrue(quality(read).has("sign_unknown"), quality(read)::toString);
        assertEquals(Quality.Level.SUSPICIOUS, quality(read).level());
    }

    @Test
    void novonix() throws Exception {
        Values read = store.read("sample_data_novonix.csv");
        assertEquals("novonix", format(read));
        assertEquals(207, column(read, TEST_TIME).length);
        assertEquals(3.4131889, last(read, TEST_TIME) / 3600, 1e-9);
        assertEquals(1.70648, ampereHours(read), 5e-6);
        assertEquals("ok", quality(read).text().text());
    }

    private static double ampereHours(Values read) {
        double[] time = column(read, TEST_TIME);
        double[] current = column(read, CURRENT);
        double sum = 0;
        for (int i = 1; i < time.length; i++) {
            sum += (current[i] + current[i - 1]) / 2 * (time[i] - time[i - 1]);
        }
        return sum / 3600;
    }
}
