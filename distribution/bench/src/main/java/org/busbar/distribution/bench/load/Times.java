package org.busbar.distribution.bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** How long each answer took and how many were no good. For many threads. */
final class Times {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    void took(long time) {
        nanos.add(time);
    }

    /** Counts an answer that was no good; one of 5xx apart. */
    void failed(int status) {
        (status >= 500 ? broken : refused).incrementAndGet();
    }

    /** One line of JSON. */
    String report(double seconds) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "{\"good\": %d, \"refused\": %d, \"broken\": %d, \"seconds\": %.3f, \"p50\": %.3f, \"p99\": %.3f, \"max\": %.3f}",
                sorted.size(),
                refused.get(),
                broken.get(),
                seconds,
                quantile(sorted, 0.5),
                quantile(sorted, 0.99),
                quantile(sorted, 1));
    }

    /** In milliseconds; 0 of nothing. */
    private static double quantile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}
