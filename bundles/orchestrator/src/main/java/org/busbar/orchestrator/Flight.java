package org.busbar.orchestrator;

import java.time.Duration;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Order;
import org.jspecify.annotations.Nullable;

/** An action at work, and what it was told on the way. Safe for use by many threads. */
final class Flight {

    private final String path;
    private final Action action;
    private final Performance performance;
    private @Nullable Thread watcher; // guarded by this, as all below
    private @Nullable Order aborted;
    private boolean setBack;
    private boolean paused;
    private long pausedSince;
    private Duration pausedFor = Duration.ZERO;

    /** @param watcher the thread that waits for the end */
    Flight(String path, Action action, Performance performance, Thread watcher) {
        this.path = path;
        this.action = action;
        this.performance = performance;
        this.watcher = watcher;
    }

    String path() {
        return path;
    }

    Performance performance() {
        return performance;
    }

    /** Whether it can be paused in the middle, by its driver or by doing it again. */
    boolean canPause() {
        return action.pause().isPresent() || action.isRepeatable();
    }

    /** Pauses it, or has it stopped to be done again. */
    void pause() throws Exception {
        if (action.pause().isPresent()) {
            action.pause().get().give();
            synchronized (this) {
                paused = true;
                pausedSince = System.nanoTime();
            }
        } else {
            synchronized (this) {
                setBack = true;
                wake();
            }
        }
    }

    void resume() throws Exception {
        synchronized (this) {
            if (!paused) {
                return;
            }
        }
        action.resume().orElseThrow().give();
        synchronized (this) {
            paused = false;
            pausedFor = pausedFor.plusNanos(System.nanoTime() - pausedSince);
        }
    }

    synchronized void abort(Order order) {
        aborted = order;
        wake();
    }

    private void wake() {
        if (watcher != null) {
            watcher.interrupt();
        }
    }

    /** The watcher has turned away: it is called no more. */
    synchronized void land() {
        watcher = null;
    }

    /** Who had this very action stopped; null if nobody did. */
    synchronized @Nullable Order aborted() {
        return aborted;
    }

    /** Whether it is to be stopped and done again later. */
    synchronized boolean isSetBack() {
        return setBack;
    }

    synchronized boolean isPaused() {
        return paused;
    }

    /** How long it has been paused so far. */
    synchronized Duration pausedFor() {
        return paused ? pausedFor.plusNanos(System.nanoTime() - pausedSince) : pausedFor;
    }
}
