package org.busbar.analyses.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.junit.jupiter.api.Test;

/** Numbers of an independent evaluation of the same files. */
class AcceptanceTest {

    private final CyclingFeatures analysis = new CyclingFeatures();

    @Test
    void the_integral_against_the_counter() throws IOException {
        Values found = analysis.apply(Tables.arbin("2017-05-09_test-TC-contact_CH33.csv"));
        assertEquals(0.602952, found.quantity("charge_throughput").in("A.h"), 5e-7);
        assertArrayEquals(new double[] {0.602952}, Tables.column(found, "charge_capacity"), 5e-7);
        assertArrayEquals(new double[] {0.603092}, Tables.column(found, "charge_by_counter"), 5e-7);
        assertArrayEquals(new double[] {0}, Tables.column(found, "discharge_capacity"));
        assertArrayEquals(new double[0], Tables.column(found, "coulombic_efficiency"));
        Quality quality = Quality.of(found).orElseThrow();
        assertTrue(quality.has("half_cycle"), quality::toString);
        assertTrue(!quality.has("counter_differs"), quality::toString);
    }

    @Test
    void rest_alone_has_no_efficiency() throws IOException {
        Values found = analysis.apply(Tables.arbin("FastCharge_000025_CH8.csv"));
        assertArrayEquals(new double[0], Tables.column(found, "coulombic_efficiency"));
        assertArrayEquals(new double[0], Tables.column(found, "charge_capacity"));
        assertEquals(0, found.quantity("charge_throughput").value());
        assertTrue(Quality.of(found).orElseThrow().has("no_charge_passed"));
    }

    @Test
    void a_clock_that_jumps_is_flagged_and_not_used() throws IOException {
        Values inputs = maccor();
        Values found = analysis.apply(inputs);
        List<String> flags = Quality.of(found).orElseThrow().flags();
        assertEquals(332, Tables.column(inputs, "test_time").length);
        assertTrue(
                flags.stream().anyMatch(flag -> flag.startsWith("clock_jump: 1, the largest by 7200")),
                flags::toString);
        assertEquals(
                0.0236349063 - 0.0191579754,
                found.quantity("discharge_throughput").in("A.h"),
                2e-4 * 0.0045);
        assertArrayEquals(new double[] {37}, Tables.column(found, "cycle"));
    }

    @Test
    void the_integral_of_a_potentiostat_against_its_counter() throws IOException {
        Tables table = Tables.of("sample_data_novonix.csv", "Date and Time", ",");
        Values found = analysis.apply(Values.of("test_time", table.series("Run Time (h)", "h"))
                .with("voltage", table.series("Potential (V)", "V"))
                .with("current", table.series("Current (A)", "A")));
        assertEquals(
                1.70648,
                found.quantity("charge_throughput").value()
                        + found.quantity("discharge_throughput").value(),
                5e-6);
    }

    /** Maccor: current without sign, direction in the column State; here it is signed already. */
    static Values maccor() throws IOException {
        Tables table = Tables.of("PredictionDiagnostics_000151_paused.052", "Rec#", "\t");
        DateTimeFormatter form = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss");
        double[] clock = new double[table.rows().size()];
        for (int i = 0; i < clock.length; i++) {
            clock[i] = LocalDateTime.parse(table.text(i, "DPt Time"), form).toEpochSecond(ZoneOffset.UTC);
        }
        return Values.of("test_time", table.series("Test (Sec)", "s"))
                .with("voltage", table.series("Volts", "V"))
                .with("current", table.series("Amps", "A"))
                .with("cycle", table.series("Cyc#", "1"))
                .with("step", table.series("Step", "1"))
                .with("unix_time", Series.of("s", clock))
                .with("clock_tolerance", Quantity.of(10, "s"));
    }
}
