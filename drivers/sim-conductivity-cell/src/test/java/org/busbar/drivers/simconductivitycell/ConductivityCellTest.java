package org.busbar.drivers.simconductivitycell;

import static org.busbar.drivers.simconductivitycell.Settled.cell;
import static org.busbar.drivers.simconductivitycell.Settled.place;
import static org.busbar.drivers.simconductivitycell.Settled.placeGolden;
import static org.busbar.drivers.simconductivitycell.Settled.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.DeviceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConductivityCellTest {

    private static final double QUICK = 1e7;
    private static final ConductivityModel MODEL = new ConductivityModel(HteTable.byTemperature());

    @TempDir
    Path world;

    @BeforeEach
    void place_a_sample_that_a_formulator_wrote() throws Exception {
        placeGolden(world);
    }

    @Test
    void measures_a_sample_that_a_formulator_wrote() throws Exception {
        Values out = measure(cell("cell", world, QUICK), request("formulator-1", 20));
        double kappa = 1000 * out.quantity("cell_constant").in("cm-1") / resistance(out);
        assertEquals(MODEL.kappa(0.49982, 0.99925, 293.15), kappa, 0.01 * kappa);
        assertEquals(7.1, kappa, 0.4);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.3, 0", "0.6, 1.0, 30", "0.9, 2.0, 60", "0, 2.5, 45", "1, 0.05, 20"})
    void resistance_follows_the_conductivity(double r, double c, double celsius) throws Exception {
        place(world, "s", r, c);
        double wanted = 512 / MODEL.kappa(r, c, celsius + 273.15);
        assertEquals(wanted, resistance(measure(cell("cell", world, QUICK), request("s", celsius))), 0.015 * wanted);
    }

    @Test
    void a_solvent_without_salt_hardly_conducts() throws Exception {
        place(world, "s", 0.5, 0);
        assertTrue(resistance(measure(cell("cell", world, QUICK), request("s", 20))) > 1e6);
    }

    @Test
    void states_cell_constant_and_temperature_with_their_uncertainties() throws Exception {
        Values out = measure(cell("cell", world, QUICK), request("formulator-1", 40));
        assertEquals(Quantity.of(0.512, 0.512 * 0.00066, "cm-1"), out.get("cell_constant"));
        assertEquals(Quantity.of(40, 0.1, "Cel"), out.get("temperature_reached"));
    }

    @Test
    void same_composition_gives_the_same_spectrum_in_any_order_in_any_cell() throws Exception {
        ConductivityCell left = cell("left", world, QUICK);
        place(world, "a", 0.3, 1);
        place(world, "b", 0.3, 1);
        measure(left, request("formulator-1", 10));
        Values late = measure(left, request("a", 30));
        Values early = measure(cell("right", world, QUICK), request("b", 30));
        assertEquals(late.get("z_real"), early.get("z_real"));
        assertEquals(late.get("z_imag"), early.get("z_imag"));
        assertNotEquals(late.get("z_real"), measure(left, request("a", 30.5)).get("z_real"));
    }

    @Test
    void another_seed_gives_another_spectrum() throws Exception {
        ConductivityCell other = new ConductivityCell(
                Settled.config(Map.of("lab_id", "other", "world", world.toString(), "speedup", QUICK, "seed", 8L)));
        assertNotEquals(
                measure(cell("cell", world, QUICK), request("formulator-1", 20)).get("z_real"),
                measure(other, request("formulator-1", 20)).get("z_real"));
    }

    @Test
    void lasts_longer_the_farther_the_temperature_is_away() throws Exception {
        Action action = cell("cell", world, 1e5).actions().get(0);
        double heating = checkedSeconds(action, 60);
        double steady = checkedSeconds(action, 60);
        double cooling = checkedSeconds(action, 50);
        assertEquals(180 * Math.log(350), heating - steady, 1e-6);
        assertEquals(180 * Math.log(100), cooling - steady, 1e-6);
        assertEquals(180 + 41 * 0.1 + 5 * 0.486, steady, 0.1);
    }

    @Test
    void logs_one_begin_and_one_end_for_each_measurement() throws Exception {
        ConductivityCell cell = cell("cell", world, QUICK);
        measure(cell, request("formulator-1", 20));
        measure(cell, request("formulator-1", 30));
        List<String> log = log();
        assertEquals(4, log.size(), log.toString());
        assertEquals("begin measure_impedance sample=formulator-1 temperature=20.0Cel", words(log.get(0)));
        assertEquals("end measure_impedance sample=formulator-1 temperature=20.0Cel", words(log.get(1)));
        assertEquals("end measure_impedance sample=formulator-1 temperature=30.0Cel", words(log.get(3)));
        assertFalse(instant(log.get(0)).isAfter(instant(log.get(1))));
    }

    @Test
    void a_missing_sample_is_refused_with_its_file_and_without_a_trace() {
        DeviceException e = assertThrows(
                DeviceException.class, () -> measure(cell("cell", world, QUICK), request("nowhere-1", 20)));
        assertTrue(
                e.getMessage().contains(world.resolve("samples/nowhere-1.json").toString()), e.getMessage());
        assertTrue(e.getMessage().contains("Formulate the sample first"), e.getMessage());
        assertTrue(Files.notExists(world.resolve("cell.log")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../formulator-1", "a/b", ".", "a b"})
    void an_id_that_is_no_file_name_is_refused(String id) {
        DeviceException e =
                assertThrows(DeviceException.class, () -> measure(cell("cell", world, QUICK), request(id, 20)));
        assertTrue(e.getMessage().contains("'" + id + "' is none of this world"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"s\",\"EC_g\":1                                             | expected",
                "{\"id\":\"t\",\"EC_g\":1,\"PC_g\":1,\"EMC_g\":1,\"LiPF6_g\":1}       | id is 't'",
                "{\"id\":\"s\",\"EC_g\":1,\"PC_g\":1,\"EMC_g\":1}                     | LiPF6_g is missing",
                "{\"id\":\"s\",\"EC_g\":-1,\"PC_g\":1,\"EMC_g\":1,\"LiPF6_g\":1}      | EC_g = -1 g",
                "{\"id\":\"s\",\"EC_g\":1e999,\"PC_g\":1,\"EMC_g\":1,\"LiPF6_g\":1}   | EC_g = 1e999 g",
                "{\"id\":\"s\",\"EC_g\":\"much\",\"PC_g\":1,\"EMC_g\":1,\"LiPF6_g\":1}| much",
                "{\"id\":\"s\",\"EC_g\":0,\"PC_g\":0,\"EMC_g\":1,\"LiPF6_g\":1}       | EC_g + PC_g = 0 g"
            })
    void a_file_that_cannot_be_understood_is_refused(String json, String reason) throws Exception {
        place(world, "s", json);
        DeviceException e =
                assertThrows(DeviceException.class, () -> measure(cell("cell", world, QUICK), request("s", 20)));
        assertTrue(e.getMessage().contains("s.json") && e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void interruption_ends_the_measurement_and_says_so_in_the_log() throws Exception {
        assertInstanceOf(InterruptedException.class, endOf(Thread::interrupt, cell("cell", world, 1)));
        assertStopped("InterruptedException");
    }

    @Test
    void making_safe_ends_the_measurement_and_switches_the_thermostat_off() throws Exception {
        ConductivityCell cell = cell("cell", world, 100);
        Action action = cell.actions().get(0);
        Throwable end = endOf(worker -> cell.makeSafe(), cell);
        assertInstanceOf(IllegalStateException.class, end);
        assertTrue(end.getMessage().startsWith("stopped by makeSafe"), end.getMessage());
        assertStopped("IllegalStateException");
        assertEquals(
                Sweep.seconds() + 180,
                action.expected(request("formulator-1", 25)).toNanos() / 1e7,
                1e-3);
    }

    @Test
    void making_safe_when_idle_does_not_touch_the_next_action() throws Exception {
        ConductivityCell cell = cell("cell", world, QUICK);
        cell.makeSafe();
        measure(cell, request("formulator-1", 20));
        cell.makeSafe();
        measure(cell, request("formulator-1", 20));
        assertEquals(4, log().size());
    }

    private static double checkedSeconds(Action action, double celsius) throws Exception {
        Values request = request("formulator-1", celsius);
        double expected = action.expected(request).toNanos() / 1e9 * 1e5;
        double seconds = action.perform(request).quantity("duration").in("s");
        assertEquals(expected, seconds, 1e-3);
        return seconds;
    }

    /** Mean real part from 10 to 100 kHz without that of the electrodes. */
    private static double resistance(Values out) {
        double[] frequency = ((Series) out.get("frequency")).values();
        double[] real = ((Series) out.get("z_real")).values();
        return Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
                .mapToDouble(i ->
                        real[i] - Math.cos(0.93 * Math.PI / 2) / (2.2e-5 * Math.pow(2 * Math.PI * frequency[i], 0.93)))
                .average()
                .orElseThrow();
    }

    private static Throwable endOf(Consumer<Thread> blow, ConductivityCell cell) throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                measure(cell, request("formulator-1", 60));
                end.complete(new AssertionError("was complete"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        worker.start();
        Thread.sleep(200);
        blow.accept(worker);
        return end.get(2, TimeUnit.SECONDS);
    }

    private void assertStopped(String by) throws Exception {
        List<String> log = log();
        assertEquals(2, log.size(), log.toString());
        assertEquals(
                "interrupted measure_impedance sample=formulator-1 temperature=60.0Cel by=" + by, words(log.get(1)));
    }

    private static Values measure(ConductivityCell cell, Values request) throws Exception {
        return cell.actions().get(0).perform(request);
    }

    private List<String> log() throws Exception {
        return Files.readAllLines(world.resolve("cell.log"));
    }

    private static Instant instant(String line) {
        return Instant.parse(line.substring(0, line.indexOf(' ')));
    }

    private static String words(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
