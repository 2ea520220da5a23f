package org.busbar.distribution.bench.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StopwatchTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Stopwatch watch = new Stopwatch();

    /** Works until the thread has used so much processor time. */
    private static void burn(long milliseconds) {
        long end = THREADS.getCurrentThreadCpuTime() + milliseconds * 1_000_000;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void helpers_count_for_the_process_and_not_for_the_asking_thread() throws Exception {
        CountDownLatch burnt = new CountDownLatch(1);
        CountDownLatch noted = new CountDownLatch(1);
        Thread helper = new Thread(() -> {
            burn(200);
            burnt.countDown();
            awaitUninterrupted(noted);
        });
        String result = watch.time(() -> {
            helper.start();
            burnt.await();
            return "done";
        });
        noted.countDown();
        helper.join();
        assertEquals("done", result);
        assertTrue(watch.process().get(0) > 0.15, "process " + watch.process());
        assertTrue(watch.thread().get(0) < 0.15, "thread " + watch.thread());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_process_has_used_at_least_what_the_asking_thread_has() throws Exception {
        for (int i = 0; i < 5; i++) {
            watch.time(() -> {
                burn(2);
                return "";
            });
            assertTrue(watch.thread().get(i) >= 0.002);
            assertTrue(watch.process().get(i) >= watch.thread().get(i));
        }
    }

    @Test
    void work_that_fails_is_not_noted() {
        assertThrows(
                IllegalStateException.class,
                () -> watch.time(() -> {
                    throw new IllegalStateException("no");
                }));
        assertEquals(List.of(), watch.wall());
    }
}
