package org.busbar.drivers.simdropletcell;

import static org.busbar.drivers.simdropletcell.Cells.act;
import static org.busbar.drivers.simdropletcell.Cells.action;
import static org.busbar.drivers.simdropletcell.Cells.cell;
import static org.busbar.drivers.simdropletcell.Cells.inputs;
import static org.busbar.drivers.simdropletcell.Cells.log;
import static org.busbar.drivers.simdropletcell.Cells.moveToSample;
import static org.busbar.drivers.simdropletcell.Cells.number;
import static org.busbar.drivers.simdropletcell.Cells.word;
import static org.busbar.drivers.simdropletcell.Cells.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DropletCellTest {

    private static final double QUICK = 1e7;
    private static final List<String> ORDER =
            List.of("moveToWaste", "removeDroplet", "moveToSample", "touchDown", "measure", "liftUp");

    @TempDir
    Path world;

    private static Values point(DropletCell cell, double x, double y) throws Exception {
        Values measured = Values.none();
        for (String name : ORDER) {
            Values outputs = action(cell, name).perform(inputs(name, x, y));
            measured = name.equals("measure") ? outputs : measured;
        }
        return measured;
    }

    @Test
    void measures_the_function_where_the_head_touches() throws Exception {
        DropletCell cell = cell(world, QUICK);
        Values measured = point(cell, 45, 12.5);
        assertEquals(Quantity.of(Schwefel.at(400, -250), "1"), measured.get("schwefel"));
        assertEquals(Quantity.of(45, "mm"), measured.get("x"));
        assertEquals(Quantity.of(12.5, "mm"), measured.get("y"));
        assertEquals(Quantity.of(60, "s"), measured.get("duration"));
    }

    @Test
    void the_logbook_has_each_physical_motion_once_with_its_kind_and_its_time() throws Exception {
        DropletCell cell = cell(world, QUICK);
        point(cell, 20, 25);
        List<String> log = log(world);
        assertEquals(10, log.size(), "moveToWaste was there already: " + log);
        assertEquals(
                "end droplet removeDroplet seconds=8.0 x=-20.0 y=25.0 z=10.0 droplet=fresh electrolyte=49.98",
                words(log.get(1)));
        assertEquals(
                "begin motion moveToSample seconds=2.4 x=20.0 y=25.0 z=10.0 droplet=fresh electrolyte=49.98",
                words(log.get(2)));
        assertTrue(words(log.get(5)).startsWith("end motion touchDown seconds=5.04 "), log.get(5));
        assertTrue(words(log.get(5)).endsWith(" z=0.0 droplet=used electrolyte=49.98"), log.get(5));
        assertTrue(words(log.get(7)).startsWith("end measurement measure seconds=60.0 "), log.get(7));
        assertTrue(words(log.get(9)).startsWith("end motion liftUp seconds=0.9 "), log.get(9));
    }

    @Test
    void channels_show_the_physical_state() throws Exception {
        DropletCell cell = cell(world, QUICK);
        assertEquals("none", word(cell, "droplet"));
        act(cell, "removeDroplet");
        assertEquals("fresh", word(cell, "droplet"));
        moveToSample(cell, 10, 20);
        act(cell, "touchDown");
        assertEquals("down", word(cell, "contact"));
        assertEquals(10, number(cell, "position_x", "mm"));
        assertEquals(20, number(cell, "position_y", "mm"));
        assertEquals(0, number(cell, "position_z", "mm"));
        assertEquals(49.98, number(cell, "electrolyte", "mL"), 1e-9);
        act(cell, "liftUp");
        assertEquals("up", word(cell, "contact"));
        assertEquals("used", word(cell, "droplet"));
        assertTrue(cell.actions().stream().filter(Action::isReading).count() == 6);
    }

    @Test
    void what_is_physically_wrong_is_refused_and_changes_nothing() throws Exception {
        DropletCell cell = cell(world, QUICK);
        moveToSample(cell, 10, 10);
        refuses(() -> act(cell, "touchDown"), "without a droplet", "do moveToWaste and removeDroplet first");
        refuses(() -> act(cell, "removeDroplet"), "x = 10.0 mm", "do moveToWaste first");
        refuses(() -> act(cell, "measure"), "10.0 mm above the sample", "do touchDown first");
        act(cell, "moveToWaste");
        act(cell, "removeDroplet");
        refuses(() -> act(cell, "touchDown"), "x = -20.0 mm", "from 0 to 50.0 mm");
        moveToSample(cell, 10, 10);
        act(cell, "touchDown");
        refuses(() -> moveToSample(cell, 20, 10), "cannot travel", "do liftUp first");
        refuses(() -> act(cell, "moveToWaste"), "cannot travel", "do liftUp first");
        refuses(() -> act(cell, "touchDown"), "has touched down already");
        act(cell, "liftUp");
        refuses(() -> act(cell, "touchDown"), "a droplet that has touched a sample");
    }

    private void refuses(Callable<Values> wrong, String... parts) throws Exception {
        int lines = log(world).size();
        String message = assertThrows(DeviceException.class, wrong::call).getMessage();
        assertTrue(message.startsWith("cell "), message);
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
        assertEquals(lines, log(world).size());
    }

    @Test
    void an_empty_reservoir_gives_no_droplet() throws Exception {
        DropletCell cell = cell(world, Map.of("speedup", QUICK, "electrolyte", 0.05));
        act(cell, "removeDroplet");
        act(cell, "removeDroplet");
        refuses(() -> act(cell, "removeDroplet"), "mL of electrolyte left, less than the droplet of 0.02 mL");
    }

    @Test
    void the_head_is_where_it_was_for_the_next_driver() throws Exception {
        DropletCell before = cell(world, QUICK);
        act(before, "removeDroplet");
        moveToSample(before, 10, 20);
        act(before, "touchDown");
        before.stop();
        DropletCell after = cell(world, QUICK);
        assertEquals("down", word(after, "contact"));
        assertEquals(10, act(after, "measure").quantity("x").in("mm"));
    }

    @Test
    void after_a_kill_in_mid_motion_the_head_is_where_the_motion_led() throws Exception {
        moveToSample(cell(world, QUICK), 10, 20);
        Files.writeString(world.resolve("cell.log"), log(world).get(0) + "\n");
        assertEquals(10, number(cell(world, QUICK), "position_x", "mm"));
    }

    @Test
    void an_interrupted_move_ends_in_between_and_the_logbook_says_where() throws Exception {
        DropletCell cell = cell(world, 1); // the way takes 3.9 s
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = start(cell, "moveToSample", end);
        double seen = awaitWay(cell);
        worker.interrupt();
        assertInstanceOf(InterruptedException.class, end.get(5, TimeUnit.SECONDS));
        double x = number(cell, "position_x", "mm");
        assertTrue(x >= seen && x < 50, x + " after " + seen);
        String last = log(world).get(1);
        assertTrue(words(last).startsWith("stopped motion moveToSample seconds="), last);
        assertTrue(last.contains(" x=" + x + " ") && last.endsWith(" by=InterruptedException"), last);
        assertEquals(x, number(cell(world, QUICK), "position_x", "mm"));
        moveToSample(cell(world, QUICK), 40, 40);
    }

    private static Thread start(DropletCell cell, String action, CompletableFuture<Throwable> end) {
        Thread worker = new Thread(() -> {
            try {
                action(cell, action).perform(inputs(action, 50, 50));
                end.complete(new AssertionError("was complete"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        worker.start();
        return worker;
    }

    /** Waits until the head is seen on its way. */
    private static double awaitWay(DropletCell cell) throws Exception {
        double x = number(cell, "position_x", "mm");
        while (x <= -15) {
            Thread.sleep(2);
            x = number(cell, "position_x", "mm");
        }
        return x;
    }

    @Test
    void making_safe_stops_at_once_and_lifts_the_head() throws Exception {
        DropletCell cell = cell(world, Map.of("speedup", 1.0, "removal", 0.1)); // touching down takes 5 s
        act(cell, "removeDroplet");
        moveToSample(cell, 0, 25);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        start(cell, "touchDown", end);
        while (number(cell, "position_z", "mm") > 9) {
            Thread.sleep(2);
        }
        cell.makeSafe();
        assertInstanceOf(IllegalStateException.class, end.get(5, TimeUnit.SECONDS));
        assertEquals(10, number(cell, "position_z", "mm"));
        assertEquals("fresh", word(cell, "droplet"));
        List<String> log = log(world);
        assertTrue(words(log.get(log.size() - 3)).startsWith("stopped motion touchDown "), log.toString());
        assertTrue(words(log.get(log.size() - 1)).startsWith("end motion liftUp "), log.toString());
        assertTrue(cell.stopBound().compareTo(Duration.ofSeconds(5)) > 0);
    }

    @Test
    void a_droplet_half_removed_is_no_droplet() throws Exception {
        DropletCell cell = cell(world, 1);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        start(cell, "removeDroplet", end);
        while (!Files.exists(world.resolve("cell.log"))) {
            Thread.sleep(2);
        }
        cell.stop();
        assertInstanceOf(IllegalStateException.class, end.get(5, TimeUnit.SECONDS));
        assertEquals("none", word(cell, "droplet"));
    }

    @Test
    void expected_and_real_times_agree() throws Exception {
        DropletCell cell = cell(world, QUICK);
        Random random = new Random(3);
        double expected = 0;
        double real = 0;
        for (int i = 0; i < 200; i++) {
            double x = 2.5 * random.nextInt(21);
            double y = 2.5 * random.nextInt(21);
            for (String name : ORDER) {
                Values inputs = inputs(name, x, y);
                double wanted = action(cell(world, 1), name).expected(inputs).toNanos() / 1e9;
                double took =
                        action(cell, name).perform(inputs).quantity("duration").in("s");
                if (!name.equals("moveToWaste")) {
                    assertEquals(wanted, took, 1e-8, name + " to " + x + ", " + y);
                }
                expected += wanted;
                real += took;
            }
        }
        assertEquals(real, expected, 0.01 * real, "the ways to the waste are right on average");
    }

    @Test
    void lasts_on_the_wall_what_it_says() throws Exception {
        DropletCell cell = cell(world, 20);
        long start = System.nanoTime();
        moveToSample(cell, 20, 25);
        double wall = (System.nanoTime() - start) / 1e9;
        assertTrue(wall >= 2.4 / 20, wall + " s");
        assertTrue(wall < 2.4, wall + " s");
        assertEquals(Duration.ofMillis(120), action(cell, "moveToSample").expected(inputs("moveToSample", 20, 25)));
    }

    @Test
    void noise_is_off_unless_wanted_and_the_same_for_the_same_seed_and_place() throws Exception {
        Map<String, Object> noisy = Map.of("speedup", QUICK, "noise", 2.0, "seed", 5L);
        Values one = point(cell(world, noisy), 10, 10);
        assertEquals(one, point(cell(world, noisy), 10, 10));
        assertEquals(2, one.quantity("schwefel").uncertainty());
        double clean = Schwefel.onPlate(10, 10, 50);
        assertNotEquals(clean, one.quantity("schwefel").value());
        assertEquals(clean, one.quantity("schwefel").value(), 10);
        Map<String, Object> other = Map.of("speedup", QUICK, "noise", 2.0, "seed", 6L);
        assertNotEquals(one.get("schwefel"), point(cell(world, other), 10, 10).get("schwefel"));
    }

    @Test
    void moves_wipes_and_lifts_may_be_repeated_but_not_touching_and_measuring() {
        DropletCell cell = cell(world, 1);
        for (String name : List.of("moveToWaste", "removeDroplet", "moveToSample", "liftUp")) {
            assertTrue(action(cell, name).isRepeatable(), name);
        }
        assertFalse(action(cell, "touchDown").isRepeatable());
        assertFalse(action(cell, "measure").isRepeatable());
    }

    @Test
    void a_world_that_cannot_be_written_is_refused_before_anything_moves() throws Exception {
        Path file = Files.writeString(world.resolve("file"), "");
        String message = assertThrows(DeviceException.class, () -> act(cell(file, QUICK), "removeDroplet"))
                .getMessage();
        assertTrue(message.startsWith("Nothing was done") && message.contains(file.toString()), message);
    }
}
