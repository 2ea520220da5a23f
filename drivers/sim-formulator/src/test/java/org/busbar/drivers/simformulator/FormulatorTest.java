package org.busbar.drivers.simformulator;

import static org.busbar.drivers.simformulator.Settled.formulator;
import static org.busbar.drivers.simformulator.Settled.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormulatorTest {

    private static final double QUICK = 1e7;

    @TempDir
    Path world;

    @Test
    void sample_file_is_the_golden_one() throws Exception {
        formulate(formulator("formulator", world, QUICK), request(0.5, 1, 5));
        try (var golden = FormulatorTest.class.getResourceAsStream("formulator-1.json")) {
            assertEquals(
                    new String(golden.readAllBytes(), StandardCharsets.UTF_8),
                    Files.readString(world.resolve("samples/formulator-1.json")));
        }
    }

    @Test
    void reports_what_it_dosed_within_the_error_of_dosing() throws Exception {
        Values out = formulate(formulator("formulator", world, QUICK), request(0.5, 1, 5));
        Quantity share = out.quantity("pc_share_dosed");
        Quantity molality = out.quantity("salt_molality_dosed");
        assertEquals(0.5, share.value(), 5 * 0.0004);
        assertEquals(1, molality.value(), 5 * 0.0015);
        assertNotEquals(1, molality.value());
        assertTrue(share.uncertainty() > 1e-6 && share.uncertainty() < 1e-4, share.toString());
        assertTrue(molality.uncertainty() > 1e-5 && molality.uncertainty() < 1e-3, molality.toString());
    }

    @Test
    void says_how_long_it_lasts_in_the_lab_and_on_the_wall() throws Exception {
        Action action = formulator("formulator", world, 1000).actions().get(0);
        Values request = request(0.5, 1, 5);
        long start = System.nanoTime();
        double seconds = action.perform(request).quantity("duration").in("s");
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        Duration expected = action.expected(request);
        assertEquals(seconds, expected.toNanos() / 1e9 * 1000, 1);
        assertEquals(255, seconds, 10); // 20 s settling, 120 s mixing, 43 s liquids, 66 s salt
        assertTrue(wall.compareTo(expected.multipliedBy(98).dividedBy(100)) > 0, wall + " is less than " + expected);
    }

    @Test
    void logs_one_begin_and_one_end_for_each_sample() throws Exception {
        Formulator formulator = formulator("formulator", world, QUICK);
        for (int i = 0; i < 3; i++) {
            formulate(formulator, request(0.1 * i, 1, 5));
        }
        List<String> log = log("formulator");
        assertEquals(6, log.size(), log.toString());
        for (int i = 0; i < 3; i++) {
            String what = "formulate sample=formulator-" + (i + 1) + " pc_share=";
            assertTrue(words(log.get(2 * i)).startsWith("begin " + what), log.toString());
            assertTrue(words(log.get(2 * i + 1)).startsWith("end " + what), log.toString());
            assertFalse(instant(log.get(2 * i)).isAfter(instant(log.get(2 * i + 1))));
        }
    }

    @Test
    void ids_are_never_used_again_after_a_restart() throws Exception {
        assertEquals("formulator-1", made(formulator("formulator", world, QUICK)));
        assertEquals("formulator-2", made(formulator("formulator", world, QUICK)));
        Files.delete(world.resolve("samples/formulator-2.json"));
        assertEquals("formulator-3", made(formulator("formulator", world, QUICK)));
        assertEquals("formulator-2-1", made(formulator("formulator-2", world, QUICK)));
        assertEquals("formulator-4", made(formulator("formulator", world, QUICK)));
    }

    @Test
    void ids_stay_unique_if_the_claims_were_lost() throws Exception {
        made(formulator("formulator", world, QUICK));
        Files.delete(world.resolve("claims/formulator-1"));
        assertEquals("formulator-2", made(formulator("formulator", world, QUICK)));
    }

    @Test
    void devices_side_by_side_never_share_an_id_even_under_one_name() throws Exception {
        Set<String> ids = new HashSet<>();
        List<Callable<List<String>>> devices = IntStream.range(0, 4)
                .<Callable<List<String>>>mapToObj(i -> () -> many(formulator("twin-" + i / 2, world, QUICK), 25))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<String>> made : threads.invokeAll(devices)) {
                ids.addAll(made.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(100, ids.size());
        assertEquals(100, log("twin-0").size());
        assertEquals(100, log("twin-1").size());
        try (var files = Files.list(world.resolve("samples"))) {
            assertEquals(100, files.count());
        }
    }

    @Test
    void same_request_and_seed_give_the_same_doses_in_any_order_on_any_device() throws Exception {
        Formulator left = formulator("left", world, QUICK);
        Formulator right = formulator("right", world, QUICK);
        formulate(left, request(0.2, 1.5, 5));
        Values late = formulate(left, request(0.7, 0.8, 5));
        Values early = formulate(right, request(0.7, 0.8, 5).with("mass", Quantity.of(5000, "mg")));
        assertEquals(late.get("salt_molality_dosed"), early.get("salt_molality_dosed"));
        assertEquals(masses("left-2"), masses("right-1"));
        assertNotEquals(masses("left-1"), masses("right-1"));
    }

    @Test
    void interruption_leaves_no_sample_but_a_line_and_a_lost_vial() throws Exception {
        Throwable end = endOf(Thread::interrupt, formulator("formulator", world, 1));
        assertInstanceOf(InterruptedException.class, end);
        assertStopped("InterruptedException");
    }

    @Test
    void making_safe_ends_the_action_with_an_unknown_outcome() throws Exception {
        Formulator formulator = formulator("formulator", world, 1);
        Throwable end = endOf(worker -> formulator.makeSafe(), formulator);
        assertInstanceOf(IllegalStateException.class, end);
        assertTrue(end.getMessage().startsWith("stopped by makeSafe"), end.getMessage());
        assertStopped("IllegalStateException");
    }

    @Test
    void making_safe_when_idle_does_not_touch_the_next_action() throws Exception {
        Formulator formulator = formulator("formulator", world, QUICK);
        formulator.makeSafe();
        assertEquals("formulator-1", made(formulator));
        formulator.makeSafe();
        assertEquals("formulator-2", made(formulator));
    }

    @Test
    void a_world_that_cannot_be_written_is_refused_before_anything_is_dosed() throws Exception {
        Path file = Files.writeString(world.resolve("file"), "");
        DeviceException e = assertThrows(DeviceException.class, () -> made(formulator("formulator", file, QUICK)));
        assertTrue(e.getMessage().startsWith("Nothing was dosed"), e.getMessage());
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }

    private static Throwable endOf(Consumer<Thread> blow, Formulator formulator) throws Exception {
        var end = new CompletableFuture<Throwable>();
        Thread worker = new Thread(() -> {
            try {
                formulate(formulator, request(0.5, 1, 5));
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
        List<String> log = log("formulator");
        assertEquals(2, log.size(), log.toString());
        assertTrue(words(log.get(1)).startsWith("interrupted formulate sample=formulator-1 "), log.toString());
        assertTrue(log.get(1).endsWith("by=" + by), log.toString());
        try (var files = Files.list(world.resolve("samples"))) {
            assertEquals(0, files.count());
        }
        assertEquals("formulator-2", made(formulator("formulator", world, QUICK)));
    }

    private static Values formulate(Formulator formulator, Values request) throws Exception {
        return formulator.actions().get(0).perform(request);
    }

    private static String made(Formulator formulator) throws Exception {
        return formulate(formulator, request(0.5, 1, 5)).get("sample").toString();
    }

    private static List<String> many(Formulator formulator, int count) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(made(formulator));
        }
        return ids;
    }

    private List<String> masses(String id) throws Exception {
        return Files.readAllLines(world.resolve("samples/" + id + ".json")).stream()
                .filter(line -> line.contains("_g\""))
                .toList();
    }

    private List<String> log(String labId) throws Exception {
        return Files.readAllLines(world.resolve(labId + ".log"));
    }

    private static Instant instant(String line) {
        return Instant.parse(line.substring(0, line.indexOf(' ')));
    }

    private static String words(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
