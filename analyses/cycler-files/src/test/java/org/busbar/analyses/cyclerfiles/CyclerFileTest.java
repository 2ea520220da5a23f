package org.busbar.analyses.cyclerfiles;

import static org.busbar.analyses.cyclerfiles.CyclerStore.column;
import static org.busbar.analyses.cyclerfiles.CyclerStore.format;
import static org.busbar.analyses.cyclerfiles.CyclerStore.quality;
import static org.busbar.analyses.files.CyclerColumn.CURRENT;
import static org.busbar.analyses.files.CyclerColumn.CYCLE;
import static org.busbar.analyses.files.CyclerColumn.DISCHARGE_CAPACITY;
import static org.busbar.analyses.files.CyclerColumn.STEP;
import static org.busbar.analyses.files.CyclerColumn.TEMPERATURE;
import static org.busbar.analyses.files.CyclerColumn.TEST_TIME;
import static org.busbar.analyses.files.CyclerColumn.UNIX_TIME;
import static org.busbar.analyses.files.CyclerColumn.VOLTAGE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CyclerFileTest implements AnalysisContract {

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

    @Override
    public Analysis analysis() {
        return store.reader();
    }

    @Override
    public List<Values> examples() throws Exception {
        return List.of(
                store.file("sample.bdf.csv"),
                store.file("sample_data_novonix.csv"),
                store.file("Sample_data_biologic_timestamped.txt"));
    }

    @Test
    void shows_voltage_and_current_against_time() throws Exception {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis().charts(inputs, analysis().apply(inputs));
            assertEquals(
                    List.of("voltage", "current"),
                    charts.stream().map(Chart::name).toList());
        }
    }

    @Test
    void legacy_names_of_bdf_are_known_and_milliseconds_divided_by_1000() throws Exception {
        Values read = store.readText("cycle_dimensionless,date_time_millisecond,test_time_millisecond,current_ampere,"
                + "voltage_volt,ambient_temperature_celsius\n"
                + "1,1494377253170,0,0.5,.241154,25\n1,1494526035123,148781953,0.5,.3,25.5\n");
        assertEquals("bdf", format(read));
        assertArrayEquals(new double[] {0, 148_781.953}, column(read, TEST_TIME));
        assertArrayEquals(new double[] {1494377253.170, 1494526035.123}, column(read, UNIX_TIME));
        assertArrayEquals(new double[] {.241154, .3}, column(read, VOLTAGE));
        assertArrayEquals(new double[] {25, 25.5}, column(read, TEMPERATURE));
        assertArrayEquals(new double[] {1, 1}, column(read, CYCLE));
    }

    @Test
    void the_step_index_of_bdf_numbers_records_and_is_no_step() throws Exception {
        Values read =
                store.readText("Test Time / s,Voltage / V,Current / A,Step Index / 1\n0,3.7,0.1,1\n1,3.7,0.1,2\n");
        assertEquals(0, column(read, STEP).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
    void encodings_are_told_apart(String name) throws Exception {
        byte[] text = "Time (s);Voltage (V);Current (µA);Temp (°C)\n0;3,7;100;25,5\n1;3,6;100;25,5\n"
                .getBytes(Charset.forName(name));
        Values read = analysis().apply(store.keep(new ByteArrayInputStream(text)));
        assertArrayEquals(new double[] {1e-4, 1e-4}, column(read, CURRENT), 1e-18);
        assertArrayEquals(new double[] {3.7, 3.6}, column(read, VOLTAGE));
        assertArrayEquals(new double[] {25.5, 25.5}, column(read, TEMPERATURE));
    }

    @ParameterizedTest
    @CsvSource({"C, D", "CC Charge, CC DChg", "CHARGE, DISCHARGE", "cccv_chg, cc_dchg"})
    void states_give_the_sign_that_the_current_lacks(String charge, String discharge) throws Exception {
        Values read = store.readText(
                "Time/s,Volts/V,Amps/A,State\n0,3.7,1," + charge + "\n1,3.6,2," + discharge + "\n2,3.6,0,R\n");
        assertArrayEquals(new double[] {1, -2, 0}, column(read, CURRENT));
        assertFalse(quality(read).has("sign_unknown"));
    }

    @Test
    void a_sign_against_the_states_is_turned() throws Exception {
        Values read = store.readText("Time/s,Volts/V,Amps/A,State\n0,3.7,-1,C\n1,3.6,2,D\n2,3.6,0,R\n");
        assertArrayEquals(new double[] {1, -2, 0}, column(read, CURRENT));
    }

    @Test
    void a_sign_against_the_counters_is_turned() throws Exception {
        Values read = store.readText("time/s,voltage/V,current/mA,charge_capacity/mAh,discharge_capacity/mAh\n"
                + "0,3.7,-10,0,0\n360,3.8,-10,1,0\n720,3.6,10,1,1\n");
        assertArrayEquals(new double[] {.01, .01, -.01}, column(read, CURRENT));
        assertArrayEquals(new double[] {0, 0, .001}, column(read, DISCHARGE_CAPACITY));
        assertFalse(quality(read).has("sign_unknown"));
    }

    @Test
    void a_sign_that_nothing_tells_is_flagged_until_it_is_given() throws Exception {
        Values inputs = store.text("time/s,voltage/V,current/A\n0,3.7,0.1\n1,3.6,-0.1\n");
        assertTrue(quality(analysis().apply(inputs)).has("sign_unknown"));
        Values told = analysis().apply(inputs.with("positive", new Text("discharge")));
        assertArrayEquals(new double[] {-.1, .1}, column(told, CURRENT));
        assertFalse(quality(told).has("sign_unknown"));
    }

    @Test
    void a_unit_that_is_told_is_used_where_none_is_stated() throws Exception {
        Values inputs = store.text("time,voltage,current\n0,3700,0\n1,3600,0\n")
                .with("voltage_unit", new Text("mV"))
                .with("time_unit", new Text("min"))
                .with("current_unit", new Text("mA"));
        Values read = analysis().apply(inputs);
        assertArrayEquals(new double[] {3.7, 3.6}, column(read, VOLTAGE));
        assertArrayEquals(new double[] {0, 60}, column(read, TEST_TIME));
        assertFalse(quality(read).has("unit_missing"));
    }

    @Test
    void a_column_of_the_right_name_and_another_unit_is_not_taken_for_it() throws Exception {
        Values read = store.readText("Test,Step (Sec),Step,Time (Sec),Volts (V),Amps (A)\n25195,5,2,7,3.7,0\n");
        assertArrayEquals(new double[] {2}, column(read, STEP));
        assertArrayEquals(new double[] {7}, column(read, TEST_TIME));
    }

    @Test
    void the_origin_of_each_column_is_told() throws Exception {
        Values read = store.read("maccor_two.txt");
        String columns = ((Text) read.get("columns")).text();
        assertTrue(columns.startsWith("test_time: TestTime (min); voltage: Voltage [V]"), columns);
    }

    @Test
    void a_quoted_cell_may_hold_the_delimiter() throws Exception {
        String text = "\"Time, total (s)\",\"time/s\",\"voltage/V\",\"current/A\"\n\"a, b\",0,3.7,0\n\"c\",1,3.6,0\n";
        assertArrayEquals(
                new double[] {0, 1},
                column(
                        analysis().apply(store.keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))),
                        TEST_TIME));
    }
}
