package org.busbar.analyses.cyclerbinary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference tables of the same files, to the last digit of single precision. */
class AcceptanceTest {

    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]xxx");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

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

    @ParameterizedTest
    @CsvSource({
        "123456789012_Unit27_Example_Data_File.ndax, 123456789012_Unit27_Example_Data_File.expected.csv, 301",
        "46_1_5_60_ZZZZZZZZTEST_20250924092922.ndax, 46_1_5_60_ZZZZZZZZTEST_20250924092922.expected.csv, 84",
        "new_nda_file.nda.gz, new_nda_file.expected.csv, 439"
    })
    void each_column_of_neware(String file, String expected, int rows) throws Exception {
        Values found = files.read(file);
        List<String[]> table = Files.table(expected);
        assertEquals(rows, Files.column(found, "voltage").length);
        assertEquals(rows, table.size() - 1);
        single(table, "Voltage", Files.column(found, "voltage"), 1);
        single(table, "Current(mA)", Files.column(found, "current"), 1000);
        single(table, "Charge_Capacity(mAh)", Files.column(found, "charge_counter"), 1000);
        single(table, "Discharge_Capacity(mAh)", Files.column(found, "discharge_counter"), 1000);
        exact(table, "Cycle", Files.column(found, "cycle"));
        exact(table, "Step", Files.column(found, "step"));
        single(table, "Time", sinceStep(found), 1);
        clock(table, Files.column(found, "unix_time"));
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012_Unit27_Example_Data_File.ndax, 123456789012_Unit27_Example_Data_File.expected.csv",
        "46_1_5_60_ZZZZZZZZTEST_20250924092922.ndax, 46_1_5_60_ZZZZZZZZTEST_20250924092922.expected.csv"
    })
    void the_temperature_of_neware(String file, String expected) throws Exception {
        single(Files.table(expected), "T1", Files.column(files.read(file), "temperature"), 1);
    }

    @Test
    void a_file_without_reference_opens() throws Exception {
        Values found = files.read("ZZZZZZZZTEST.ndax");
        assertEquals(301, Files.column(found, "voltage").length);
        Values other = files.read("filetype14-0.ndax");
        assertEquals(67, Files.column(other, "voltage").length);
        assertTrue(Files.quality(other).has("interpolated"));
    }

    @Test
    void a_zone_that_is_told_counts() throws Exception {
        Values inputs = files.file("new_nda_file.nda.gz");
        double[] local = Files.column(files.reader().apply(inputs), "unix_time");
        double[] told = Files.column(files.reader().apply(inputs.with("time_zone", new Text("+08:00"))), "unix_time");
        assertEquals(8 * 3600, local[0] - told[0]);
        assertTrue(Files.quality(files.reader().apply(inputs)).has("zone_unknown"));
    }

    @ParameterizedTest
    @CsvSource({"GCPL-0.mpr, 4", "MB-1.mpr, 13", "PEIS-0.mpr, 60"})
    void the_number_of_rows_of_biologic(String file, int rows) throws Exception {
        Values found = files.read(file);
        assertEquals(rows, Files.column(found, "test_time").length);
        assertEquals(new Text("biologic-mpr"), found.get("format"));
    }

    /** The last number is P/W over Ewe/V of the same row, columns that the reader does not use. */
    @Test
    void numbers_of_biologic() throws Exception {
        Values gcpl = files.read("GCPL-0.mpr");
        assertEquals(3.5150876, Files.column(gcpl, "voltage")[0], 1e-7);
        assertEquals(2.813, Files.column(gcpl, "test_time")[3], 1e-6);
        Values impedance = files.read("PEIS-0.mpr");
        assertEquals(3.0462732, Files.column(impedance, "voltage")[59], 1e-7);
        assertEquals(0.02238275e-3, Files.column(impedance, "current")[59], 1e-11);
        Values battery = files.read("MB-1.mpr");
        assertEquals(1, Files.column(battery, "step")[11]);
        assertEquals(6.61748e-5 / 4.395466, Files.column(battery, "current")[11], 1e-8);
    }

    private static double[] sinceStep(Values found) {
        double[] time = Files.column(found, "test_time");
        double[] step = Files.column(found, "step");
        double[] since = new double[time.length];
        double began = time[0];
        for (int i = 0; i < time.length; i++) {
            began = i > 0 && step[i] != step[i - 1] ? time[i] : began;
            since[i] = Math.round((time[i] - began) * 1e6) / 1e6;
        }
        return since;
    }

    private static int column(List<String[]> table, String name) {
        return Arrays.asList(table.get(0)).indexOf(name);
    }

    private static void single(List<String[]> table, String name, double[] found, double factor) {
        int column = column(table, name);
        assertEquals(table.size() - 1, found.length, name);
        for (int i = 0; i < found.length; i++) {
            float expected = Float.parseFloat(table.get(i + 1)[column]);
            assertEquals(expected, (float) (found[i] * factor), Math.ulp(expected), name + " in row " + (i + 1));
        }
    }

    private static void exact(List<String[]> table, String name, double[] found) {
        int column = column(table, name);
        double[] expected = table.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .toArray();
        assertArrayEquals(expected, found, name);
    }

    private static void clock(List<String[]> table, double[] found) {
        int column = column(table, "Timestamp");
        for (int i = 0; i < found.length; i++) {
            assertEquals(seconds(table.get(i + 1)[column]), found[i], 1e-3, "clock in row " + (i + 1));
        }
    }

    private static double seconds(String text) {
        return text.length() > 19
                ? OffsetDateTime.parse(text, ZONED).toInstant().toEpochMilli() / 1000.0
                : LocalDateTime.parse(text, LOCAL).toEpochSecond(ZoneOffset.UTC);
    }
}
