package org.busbar.distribution.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;

/** A device that is at work until it is told to stop, and notes when it was told to make itself safe. */
final class Furnace implements Device {

    /** What a healthy one needs to make itself safe. */
    static final Duration COOLING = Duration.ofMillis(20);

    /** What every one may need. */
    static final Duration BOUND = Duration.ofSeconds(1);

    private final CountDownLatch hung;
    private final CountDownLatch atWork = new CountDownLatch(1);
    private volatile long told;
    private volatile long answered;

    /** @param hung it neither stops nor answers before this is open */
    Furnace(CountDownLatch hung) {
        this.hung = hung;
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.action("heat").does(inputs -> heat()));
    }

    private Values heat() throws InterruptedException {
        atWork.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            awaitDeaf();
            throw e;
        }
        return Values.none();
    }

    /** Waits whatever interrupts it. */
    private void awaitDeaf() {
        while (hung.getCount() > 0) {
            try {
                hung.await();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }

    @Override
    public void makeSafe() throws InterruptedException {
        told = System.nanoTime();
        awaitDeaf();
        Thread.sleep(COOLING.toMillis());
        answered = System.nanoTime();
    }

    @Override
    public Duration stopBound() {
        return BOUND;
    }

    void awaitWork() throws InterruptedException {
        atWork.await();
    }

    /** When it was told to make itself safe, ms since {@code begin} in the time of {@link System#nanoTime}. */
    double told(long begin) {
        return (told - begin) / 1e6;
    }

    /** When it was safe, ms since {@code begin}. */
    double answered(long begin) {
        return (answered - begin) / 1e6;
    }
}
