package org.busbar.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.jspecify.annotations.Nullable;

/** An action at work in a thread of its own. */
final class Attempt {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Instant started = Instant.now();
    private final Thread worker;
    private volatile @Nullable Values outputs;
    private volatile @Nullable Throwable fault;

    private Attempt(Action action, Values inputs) {
        worker = new Thread(
                () -> {
                    try {
                        outputs = action.perform(inputs);
                    } catch (Throwable e) { // whatever a driver throws is what the test looks at
                        fault = e;
                    } finally {
                        ended.countDown();
                    }
                },
                "kit-" + action.name());
        worker.setDaemon(true);
    }

    static Attempt at(Device device, String action, Values inputs) {
        Attempt attempt = new Attempt(find(device, action), inputs);
        attempt.worker.start();
        return attempt;
    }

    static Action find(Device device, String name) {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no action " + name + " any more"));
    }

    Instant started() {
        return started;
    }

    void interrupt() {
        worker.interrupt();
    }

    boolean endsWithin(Duration patience) throws InterruptedException {
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What it gave; null if it has not ended, or threw. */
    @Nullable
    Values outputs() {
        return outputs;
    }

    /** What it threw; null if it has not ended, or gave something. */
    @Nullable
    Throwable fault() {
        return fault;
    }
}
