package org.busbar.links;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads of all lines together: idle lines have none of their own. */
final class Workers implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("clock"));
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 2, TimeUnit.SECONDS, new SynchronousQueue<>(), named("work"));
    private final ThreadPoolExecutor teller =
            new ThreadPoolExecutor(1, 1, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("tell"));

    private @Nullable HttpClient http;

    Workers() {
        clock.setRemoveOnCancelPolicy(true);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        teller.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory named(String what) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "busbar-links-" + what + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** For what is done later, and quickly. */
    ScheduledExecutorService clock() {
        return clock;
    }

    /** For what blocks. */
    ExecutorService pool() {
        return pool;
    }

    /** For what is done one after the other. */
    ExecutorService teller() {
        return teller;
    }

    /** The one client for all requests, without cookies, caches and redirections. */
    synchronized HttpClient http(Duration patience) {
        if (http == null) {
            http = HttpClient.newBuilder()
                    .connectTimeout(patience)
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(pool)
                    .build();
        }
        return http;
    }

    @Override
    public synchronized void close() {
        http = null;
        clock.shutdownNow();
        pool.shutdownNow();
        teller.shutdown();
    }
}
