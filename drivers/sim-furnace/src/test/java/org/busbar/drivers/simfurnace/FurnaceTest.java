package org.busbar.drivers.simfurnace;

import static org.busbar.drivers.simfurnace.Furnaces.act;
import static org.busbar.drivers.simfurnace.Furnaces.furnace;
import static org.busbar.drivers.simfurnace.Furnaces.load;
import static org.busbar.drivers.simfurnace.Furnaces.number;
import static org.busbar.drivers.simfurnace.Furnaces.sinter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FurnaceTest {

    private static final Map<String, Object> QUICK = Map.of("speedup", 1e6, "noise", 0.0);

    @TempDir
    Path world;

    private static void refuses(Detail detail, Callable<Values> wrong, String... parts) {
        DeviceException no = assertThrows(DeviceException.class, wrong::call);
        assertEquals(detail, no.detail());
        for (String part : parts) {
            assertTrue(String.valueOf(no.getMessage()).contains(part), no.getMessage());
        }
    }

    @Test
    void a_pellet_is_fired_shrinks_and_can_be_measured_after() throws Exception {
        Furnace furnace = furnace(world, QUICK);
        load(furnace);
        Values out = sinter(furnace, 900, 5, 20);
        double[] shrinkage = ((Series) out.get("shrinkage")).values();
        assertEquals(0, shrinkage[0], 1e-9);
        assertTrue(shrinkage[shrinkage.length - 1] > 0.04, shrinkage[shrinkage.length - 1] + "");
        assertEquals(900, out.quantity("peak_temperature").in("Cel"), 20);
        act(furnace, "open_door");
        act(furnace, "unload");
        double density =
                act(furnace, "measure_density").quantity("relative_density").value();
        assertEquals(0.942, density, 0.02);
        String file = Files.readString(world.resolve("pellets/pellet-1.json"));
        assertTrue(file.contains("\"relative_density\": " + density) && file.contains("\"air\""), file);
    }

    @Test
    void a_firing_lasts_in_the_lab_as_long_as_expected() throws Exception {
        Furnace furnace = furnace(world, Map.of("speedup", 100_000.0));
        load(furnace);
        Series time = (Series) sinter(furnace, 500, 20, 60).get("time");
        double expected = Furnaces.action(furnace, "sinter")
                        .expected(Furnaces.firing(500, 20, 60))
                        .toNanos()
                / 1e9
                * 100_000;
        assertEquals(expected, time.value(time.size() - 1), 120);
    }

    @Test
    void what_is_out_of_order_is_refused_with_what_to_do() throws Exception {
        Furnace furnace = furnace(world, QUICK);
        refuses(Detail.REFUSED, () -> act(furnace, "load"), "do open_door first");
        refuses(Detail.REFUSED, () -> sinter(furnace, 900, 5, 1), "holds no pellet");
        act(furnace, "open_door");
        refuses(Detail.REFUSED, () -> act(furnace, "unload"), "holds no pellet, not pellet-1");
        refuses(Detail.REFUSED, () -> act(furnace, "measure_density"), "does not know pellet-1");
        act(furnace, "load");
        refuses(Detail.REFUSED, () -> act(furnace, "load"), "is loaded with pellet-1");
        refuses(Detail.INTERLOCK, () -> sinter(furnace, 900, 5, 1), "door open");
        refuses(Detail.REFUSED, () -> act(furnace, "measure_density"), "do unload first");
        act(furnace, "unload");
        Values other = Values.of("sample", new Sample("pellet-1")).with("acid", Quantity.of(5, "%"));
        refuses(Detail.REFUSED, () -> Furnaces.action(furnace, "load").perform(other), "was made with 0.0 %");
        Values odd = Values.of("sample", new Sample("../x")).with("acid", Quantity.of(5, "%"));
        refuses(Detail.REFUSED, () -> Furnaces.action(furnace, "load").perform(odd), "../x");
    }

    @Test
    void the_guard_ends_a_firing_that_gets_too_hot() throws Exception {
        Furnace furnace = furnace(world, Map.of("speedup", 1e6, "hottest", 900.0, "limit", 901.0));
        load(furnace);
        refuses(Detail.INTERLOCK, () -> sinter(furnace, 900, 20, 60), "901.0 Cel", "reset it");
        assertEquals(0, number(furnace, "power", "W"));
    }

    @Test
    void making_safe_switches_the_heater_off_and_the_furnace_stays_hot_for_the_next_driver() throws Exception {
        Map<String, Object> settings = Map.of("speedup", 2000.0);
        Furnace furnace = furnace(world, settings);
        load(furnace);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        fire(furnace, end);
        awaitHotter(furnace, 400);
        furnace.makeSafe();
        assertInstanceOf(IllegalStateException.class, end.get(5, TimeUnit.SECONDS));
        assertEquals(0, number(furnace, "power", "W"));
        Furnace next = furnace(world, Map.of("speedup", 1.0));
        double temperature = number(next, "temperature", "Cel");
        assertTrue(temperature > 200 && temperature < 1100, temperature + " Cel");
        assertEquals(new Text("loaded"), act(next, "chamber").get("chamber"));
        refuses(Detail.REFUSED, () -> act(next, "open_door"), "has to cool to 80.0 Cel");
    }

    @Test
    void an_interrupted_firing_ends_at_once_and_the_pellet_keeps_what_it_got() throws Exception {
        Furnace furnace = furnace(world, Map.of("speedup", 2000.0));
        load(furnace);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = fire(furnace, end);
        awaitHotter(furnace, 400);
        worker.interrupt();
        assertInstanceOf(InterruptedException.class, end.get(5, TimeUnit.SECONDS));
        List<String> log = Files.readAllLines(world.resolve("furnace.log"));
        assertTrue(log.get(log.size() - 1).contains(" interrupted sinter "), log.toString());
        assertTrue(!Files.readString(world.resolve("pellets/pellet-1.json")).contains("\"work_s_per_K\": 0.0,"));
    }

    private static Thread fire(Device furnace, CompletableFuture<Throwable> end) {
        Thread worker = new Thread(() -> {
            try {
                sinter(furnace, 1000, 20, 1440);
                end.complete(new AssertionError("was complete"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    private static void awaitHotter(Device furnace, double celsius) throws Exception {
        while (number(furnace, "temperature", "Cel") < celsius) {
            Thread.sleep(5);
        }
    }

    @Test
    void a_logbook_that_cannot_be_read_is_told_by_the_self_test() throws Exception {
        Files.writeString(world.resolve("furnace.log"), "nonsense\n");
        refuses(
                Detail.REFUSED,
                () -> {
                    furnace(world, QUICK).selfTest();
                    return Values.none();
                },
                "nonsense",
                "begin a new logbook");
    }

    @ParameterizedTest
    @CsvSource({"speedup, 0", "hottest, 100", "limit, 1100", "cool, 30", "noise, -1"})
    void a_setting_out_of_its_range_is_named(String name, double value) {
        String message = assertThrows(IllegalArgumentException.class, () -> furnace(world, Map.of(name, value)))
                .getMessage();
        assertTrue(message.contains("furnace: " + name + " = " + value), message);
    }
}
