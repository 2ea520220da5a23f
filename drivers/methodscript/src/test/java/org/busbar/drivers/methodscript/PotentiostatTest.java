package org.busbar.drivers.methodscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.LinkException;
import org.busbar.drivers.methodscript.simulator.PotentiostatSimulator;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.busbar.links.serve.InstrumentServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PotentiostatTest {

    private static final String QUICK = "sim:methodscript?speed=100000&noise=1e-6&resistance=10&reduced=0.999";

    private final LinkRoom room = new LinkRoom();

    @BeforeEach
    void plugIn() {
        room.add("methodscript", new PotentiostatSimulator());
    }

    @AfterEach
    void unplug() {
        room.close();
    }

    private Potentiostat potentiostat(String link, Map<String, Object> settings) {
        return Rig.potentiostat(room.links(Permissions.ALL), link, settings);
    }

    private static Values act(Device device, String name, Values inputs) throws Exception {
        return Rig.action(device, name).perform(inputs);
    }

    private static double[] curve(Values outputs, String name) {
        return ((Series) outputs.get(name)).values();
    }

    @Test
    void a_voltammogram_has_the_peaks_of_a_reversible_couple() throws Exception {
        Potentiostat device = potentiostat(QUICK, Map.of());
        Values out = act(device, "cyclic_voltammetry", Rig.voltammetry(-0.1, 0.5, -0.1, 1e-3, 0.1, 2));
        double[] current = curve(out, "current");
        double[] potential = curve(out, "potential");
        assertEquals(2 * 1200, current.length);
        double[] first = Arrays.copyOf(current, 1200);
        double highest = Arrays.stream(first).max().orElseThrow();
        double randles = 0.4463 * 96485.33 * 7.07e-6 * Math.sqrt(0.1 * 7e-10 / 0.025693);
        assertEquals(randles, highest, 0.06 * randles, "a staircase of 1 mV is not quite a ramp");
        assertEquals(0.2285, potential[indexOf(first, highest)], 0.005);
        double lowest = Arrays.stream(first).min().orElseThrow();
        assertEquals(0.2 - 0.03, potential[indexOf(first, lowest)], 0.006);
        assertEquals(new Text("good"), out.get("quality"));
        assertEquals(0.01, curve(out, "time")[0], 1e-9);
        assertEquals(24, curve(out, "time")[2399], 1e-6);
    }

    private static int indexOf(double[] values, double wanted) {
        int index = 0;
        while (values[index] != wanted) {
            index++;
        }
        return index;
    }

    @Test
    void a_cell_at_rest_shows_the_potential_of_its_couple() throws Exception {
        Values out = act(potentiostat(QUICK, Map.of()), "open_circuit_potential", Rig.openCircuit(10, 1));
        double[] potential = curve(out, "potential");
        assertEquals(10, potential.length);
        assertEquals(0.2 - 0.025693 * Math.log(999), potential[9], 0.001);
    }

    @Test
    void a_spectrum_begins_with_the_electrolyte() throws Exception {
        Values out =
                act(potentiostat(QUICK, Map.of()), "impedance_spectroscopy", Rig.impedance(0.2, 0.01, 200_000, 1, 4));
        double[] frequency = curve(out, "frequency");
        assertEquals(22, frequency.length);
        assertEquals(200_000, frequency[0], 1);
        assertEquals(1, frequency[21], 1e-6);
        assertEquals(10, curve(out, "impedance_real")[0], 2);
        assertTrue(Arrays.stream(curve(out, "impedance_imaginary")).allMatch(z -> z < 0));
    }

    @Test
    void what_is_beyond_the_widest_range_is_called_an_overload() throws Exception {
        Potentiostat device = potentiostat(QUICK, Map.of("current_max", 1e-7));
        assertEquals(
                new Text("overload"),
                act(device, "chronoamperometry", Rig.chronoamperometry(0.5, 1, 0.1))
                        .get("quality"));
        Potentiostat coarse = potentiostat(QUICK + "&seed=2", Map.of("current_min", 1e-3, "current_max", 1e-3));
        assertEquals(
                new Text("underload"),
                act(coarse, "chronoamperometry", Rig.chronoamperometry(0.1, 1, 0.1))
                        .get("quality"));
    }

    @Test
    void a_measurement_broken_off_by_the_instrument_leaves_the_cell_off() throws Exception {
        Potentiostat device = potentiostat(QUICK, Map.of("potential_max", 5.0));
        DeviceException no = assertThrows(
                DeviceException.class,
                () -> act(device, "cyclic_voltammetry", Rig.voltammetry(1.9, 2.5, 1.9, 0.1, 1, 1)));
        assertTrue(no.getMessage().contains("0x000F") && no.getMessage().contains("potential_max"), no.getMessage());
        assertEquals(Detail.REFUSED, no.detail());
        act(device, "open_circuit_potential", Rig.openCircuit(1, 0.5)); // refused by the instrument if its cell is on
    }

    @Test
    void an_interrupted_measurement_is_aborted_and_the_next_one_works() throws Exception {
        Potentiostat device = potentiostat("sim:methodscript?speed=20", Map.of());
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = measure(device, end);
        assertThrows(TimeoutException.class, () -> end.get(300, TimeUnit.MILLISECONDS), "it takes 30 s");
        worker.interrupt();
        assertInstanceOf(InterruptedException.class, end.get(5, TimeUnit.SECONDS));
        assertEquals(4, curve(act(device, "open_circuit_potential", Rig.openCircuit(4, 1)), "time").length);
    }

    @Test
    void making_safe_ends_a_measurement_of_another_thread() throws Exception {
        Potentiostat device = potentiostat("sim:methodscript?speed=20", Map.of());
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        measure(device, end);
        assertThrows(TimeoutException.class, () -> end.get(300, TimeUnit.MILLISECONDS), "it takes 30 s");
        device.makeSafe();
        assertInstanceOf(LinkException.class, end.get(5, TimeUnit.SECONDS));
        act(device, "open_circuit_potential", Rig.openCircuit(4, 1));
    }

    private static Thread measure(Device device, CompletableFuture<Throwable> end) {
        Thread worker = new Thread(() -> {
            try {
                act(device, "chronoamperometry", Rig.chronoamperometry(0.3, 600, 0.1));
                end.complete(new AssertionError("was complete"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    @Test
    void a_script_that_outlives_its_line_is_aborted_once_it_is_back() throws Exception {
        Instrument instrument = new PotentiostatSimulator().instrument(Map.of("speed", "20"));
        try (InstrumentServer server = InstrumentServer.tcp(instrument, 0)) {
            Potentiostat device = potentiostat("tcp://localhost:" + server.port(), Map.of());
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            measure(device, end);
            assertThrows(TimeoutException.class, () -> end.get(500, TimeUnit.MILLISECONDS), "it takes 30 s");
            server.unplug();
            LinkException lost = assertInstanceOf(LinkException.class, end.get(5, TimeUnit.SECONDS));
            assertEquals(LinkException.Kind.LOST, lost.kind());
            awaitSelfTest(device);
            act(device, "open_circuit_potential", Rig.openCircuit(4, 1)); // refused while another script is at work
        }
    }

    private static void awaitSelfTest(Device device) throws Exception {
        for (int i = 0; i < 200; i++) {
            try {
                device.selfTest();
                return;
            } catch (DeviceException offline) {
                assertEquals(Detail.OFFLINE, offline.detail());
                Thread.sleep(50);
            }
        }
        throw new AssertionError("It never came back");
    }

    @Test
    void another_serial_number_is_a_mismatch_and_none_asked_for_is_not() throws Exception {
        potentiostat(QUICK, Map.of()).selfTest();
        potentiostat(QUICK, Map.of("serial_number", Rig.SERIAL)).selfTest();
        DeviceException no =
                assertThrows(DeviceException.class, () -> potentiostat(QUICK, Map.of("serial_number", "ES4-1"))
                        .selfTest());
        assertEquals(Detail.IDENTITY_MISMATCH, no.detail());
        assertTrue(no.getMessage().contains("ES4-1") && no.getMessage().contains(Rig.SERIAL), no.getMessage());
    }

    @Test
    void closing_ends_a_measurement_and_is_quiet_if_nothing_was_ever_asked() throws Exception {
        potentiostat("sim:nothing-there", Map.of()).close();
        Potentiostat device = potentiostat("sim:methodscript?speed=20", Map.of());
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        measure(device, end);
        assertThrows(TimeoutException.class, () -> end.get(300, TimeUnit.MILLISECONDS), "it takes 30 s");
        device.close();
        end.get(5, TimeUnit.SECONDS);
        assertTrue(room.links().isEmpty());
    }
}
