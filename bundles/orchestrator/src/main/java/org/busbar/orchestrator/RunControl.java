package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busbar.api.experiment.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What a run was told and what its branches do. The threads of a run are interrupted to wake them; what for, they see
 * here. Safe for use by many threads.
 */
final class RunControl {

    /** What is to become of the run; it only goes down this list. */
    enum Mode {
        GO,
        /** Let what is at work finish. */
        STOP,
        /** The same, since a step has failed. */
        FAIL,
        /** Interrupt what is at work. */
        ABORT,
        /** Leave what is at work alone. */
        HALT
    }

    static final String PAUSED = "paused";

    private Mode mode = Mode.GO; // guarded by this, as all below
    private String reason = "";
    private boolean paused;
    private boolean suspended;
    private boolean cleaning;
    private boolean begun;
    private final Set<Thread> threads = new HashSet<>();
    private final Map<String, Flight> flights = new LinkedHashMap<>();
    private final Map<String, Progress.Activity> doing = new LinkedHashMap<>();
    private final Map<String, String> cancelled = new LinkedHashMap<>();
    private final Map<String, Thread> waiting = new LinkedHashMap<>();

    synchronized void enter() {
        threads.add(Thread.currentThread());
        if (isEnding()) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void leave() {
        threads.remove(Thread.currentThread());
        Thread.interrupted(); // it was a call to look here
        notifyAll();
    }

    /** Says what is to become of the run; false if that, or worse, was said before. */
    synchronized boolean tell(Mode wanted, String why) {
        if (wanted.compareTo(mode) <= 0) {
            return false;
        }
        mode = wanted;
        reason = why;
        wake();
        return true;
    }

    synchronized Mode mode() {
        return mode;
    }

    synchronized String reason() {
        return reason;
    }

    /** The server stops: leaves the run open, to go on when the server is back. */
    synchronized void suspend() {
        suspended = true;
        wake();
    }

    synchronized boolean isSuspended() {
        return suspended;
    }

    private void wake() {
        threads.forEach(Thread::interrupt);
        notifyAll();
    }

    synchronized void pause() {
        paused = true;
        notifyAll();
    }

    synchronized void resume() {
        paused = false;
        doing.replaceAll((path, activity) -> activity.detail().equals(PAUSED)
                ? new Progress.Activity(path, "goes on", Instant.now(), Duration.ZERO)
                : activity);
        notifyAll();
    }

    synchronized boolean isPaused() {
        return paused;
    }

    /** From here on only a halt ends it. */
    synchronized void clean() {
        cleaning = true;
        paused = false;
        Thread.interrupted();
    }

    synchronized boolean isCleaning() {
        return cleaning;
    }

    /** Whether nothing new may begin. */
    synchronized boolean isEnding() {
        return suspended || mode == Mode.HALT || mode != Mode.GO && !cleaning;
    }

    /** Whether what is at work is to be stopped. */
    synchronized boolean isInterrupting() {
        return suspended || mode == Mode.ABORT && !cleaning;
    }

    /**
     * Passes when the next step may begin; waits while the run is paused.
     *
     * @throws InterruptedException if the run is to end
     */
    synchronized void checkpoint() throws InterruptedException {
        goOn();
        while (paused && !cleaning) {
            wait();
            goOn();
        }
    }

    private void goOn() throws InterruptedException {
        if (isEnding()) {
            throw new InterruptedException("The run is to end");
        }
    }

    synchronized void begin() {
        begun = true;
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    synchronized void depart(Flight flight) {
        flights.put(flight.path(), flight);
    }

    /** The calling thread has turned away from the action. */
    synchronized void land(Flight flight) {
        flights.remove(flight.path());
        flight.land();
        if (!isEnding()) {
            Thread.interrupted(); // a call that came too late
        }
        notifyAll();
    }

    synchronized List<Flight> flights() {
        return new ArrayList<>(flights.values());
    }

    synchronized @Nullable Flight flight(String path) {
        return flights.get(path);
    }

    /** The calling thread waits for a device for that step, until {@link #stopWaiting}. */
    synchronized void startWaiting(String path) {
        waiting.put(path, Thread.currentThread());
    }

    /** Why the step was cancelled meanwhile; null if it was not. */
    synchronized @Nullable String stopWaiting(String path) {
        waiting.remove(path);
        return cancelled.remove(path);
    }

    /** Has a step that waits for a device give up; false if it does not wait. */
    synchronized boolean cancel(String path, String why) {
        Thread thread = waiting.get(path);
        if (thread != null) {
            cancelled.put(path, why);
            thread.interrupt();
        }
        return thread != null;
    }

    synchronized boolean isWaiting(String path) {
        return waiting.containsKey(path);
    }

    synchronized void tell(String path, String detail, Duration expected) {
        doing.put(path, new Progress.Activity(path, detail, Instant.now(), expected));
    }

    void tell(String path, String detail) {
        tell(path, detail, Duration.ZERO);
    }

    /** Says more of a step that is at work. */
    synchronized void remark(String path, String detail) {
        doing.computeIfPresent(
                path, (at, activity) -> new Progress.Activity(at, detail, activity.since(), activity.expected()));
    }

    synchronized void done(String path) {
        doing.remove(path);
    }

    synchronized List<Progress.Activity> doing() {
        return new ArrayList<>(doing.values());
    }
}
