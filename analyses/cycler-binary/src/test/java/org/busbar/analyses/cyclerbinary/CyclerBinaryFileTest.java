package org.busbar.analyses.cyclerbinary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CyclerBinaryFileTest implements AnalysisContract {

    @TempDir
    Path folder;

    private Files files;

    @BeforeEach
    void open() throws Exception {
        files = Files.in(folder);
    }

    @AfterEach
    void close() throws Exception {
        files.close();
    }

    @Override
    public Analysis analysis() {
        return files.reader();
    }

    @Override
    public List<Values> examples() throws Exception {
        return List.of(
                files.file("new_nda_file.nda.gz"),
                files.file("46_1_5_60_ZZZZZZZZTEST_20250924092922.ndax"),
                files.file("123456789012_Unit27_Example_Data_File.ndax"),
                files.file("GCPL-0.mpr"),
                files.file("PEIS-0.mpr"));
    }

    @Test
    void each_example_has_its_charts() throws Exception {
        for (Values inputs : examples()) {
            assertEquals(
                    List.of("voltage", "current"),
                    analysis().charts(inputs, analysis().apply(inputs)).stream()
                            .map(Chart::name)
                            .toList());
        }
    }

    @Test
    void test_time_goes_on_from_step_to_step() throws Exception {
        double[] time = Files.column(files.read("46_1_5_60_ZZZZZZZZTEST_20250924092922.ndax"), "test_time");
        assertEquals(80, time[time.length - 1], 1e-9);
        for (int i = 1; i < time.length; i++) {
            assertTrue(time[i] >= time[i - 1], "row " + i);
        }
    }

    @Test
    void rows_that_the_file_does_not_hold_are_counted() throws Exception {
        Values found = files.read("46_1_5_60_ZZZZZZZZTEST_20250924092922.ndax");
        assertTrue(
                Files.quality(found).flags().stream().anyMatch(flag -> flag.contains("of 59 of 84 rows")),
                () -> Files.quality(found).toString());
    }

    @Test
    void the_current_of_a_biologic_file_without_one_is_that_of_its_charge() throws Exception {
        Values found = files.read("GCPL-0.mpr");
        assertTrue(Files.quality(found).has("current_from_charge"));
        assertTrue(Arrays.stream(Files.column(found, "voltage")).allMatch(v -> v > -10 && v < 10));
        assertArrayEquals(
                new double[0], Files.column(files.read("PEIS-0.mpr"), "temperature"), "no temperature in the file");
    }

    @Test
    void a_record_cut_at_the_end_is_reported() throws Exception {
        byte[] whole = Files.bytes("new_nda_file.nda.gz");
        Values found = files.reader().apply(files.keep(Arrays.copyOf(whole, whole.length - 40)));
        assertEquals(438, Files.column(found, "voltage").length);
        assertTrue(Files.quality(found).has("truncated"));
    }

    @Test
    void a_thread_told_to_stop_stops() throws Exception {
        Values inputs = files.file("new_nda_file.nda.gz");
        Analysis analysis = analysis();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> analysis.apply(inputs));
    }
}
