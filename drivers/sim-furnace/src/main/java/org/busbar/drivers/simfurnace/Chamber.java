package org.busbar.drivers.simfurnace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The furnace in time: whoever looks at it sees it as it is now, with what the laws of heat have made of it since. Time
 * goes in steps of a second of the lab. Safe for use by many threads.
 */
final class Chamber {

    /**
     * One moment of a firing.
     *
     * @param time s since its begin
     * @param temperature Cel
     * @param shrinkage of the pellet, 1
     */
    record Moment(double time, double temperature, double shrinkage) {}

    /** How often a moment is kept, s. */
    private static final long EVERY = 60;

    private final LabClock clock;
    private final double cool;
    private final double limit;
    private final List<Moment> moments = new ArrayList<>();
    private State state;
    private long start = System.nanoTime();
    private long steps;
    private @Nullable Firing firing;
    private Firing.Progress progress = Firing.Progress.begin();
    private boolean tripped;

    /**
     * @param cool at which the door may be opened, K
     * @param limit at which the guard switches the heater off, K
     */
    Chamber(LabClock clock, State state, double cool, double limit) {
        this.clock = clock;
        this.state = state;
        this.cool = cool;
        this.limit = limit;
    }

    /** As it is now. */
    synchronized State now() {
        long due = (long) clock.since(start);
        while (steps < due && !(firing == null && state.heat().isCold())) {
            step();
        }
        steps = Math.max(steps, due);
        return state;
    }

    /** Puts it into another state, at once. */
    synchronized void put(State other) {
        now();
        state = other;
    }

    /** Begins a firing. */
    synchronized void begin(Firing next) {
        now();
        restart();
        firing = next;
        tripped = false;
        progress = Firing.Progress.begin();
        moments.clear();
    }

    /** Switches the heater off; the firing is over. */
    synchronized void stop() {
        now();
        firing = null;
    }

    /** Whether a firing has come to its end, or was stopped. */
    synchronized boolean isOver() {
        now();
        return firing == null || progress.stage() == Firing.Stage.DONE;
    }

    /** Whether the guard has switched the heater off in the last firing. */
    synchronized boolean isTripped() {
        return tripped;
    }

    /** What was seen in the last firing. */
    synchronized List<Moment> moments() {
        return List.copyOf(moments);
    }

    private void restart() {
        start = System.nanoTime();
        steps = 0;
    }

    private void step() {
        Firing current = firing;
        if (current != null && state.heat().pellet() > limit) {
            tripped = true;
            firing = null;
            current = null;
        }
        if (current != null) {
            keep();
            progress = current.after(progress, state.heat(), cool);
            firing = progress.stage() == Firing.Stage.DONE ? null : current;
        }
        state = state.after(current == null ? Heat.AMBIENT : progress.target());
        steps++;
    }

    private void keep() {
        Pellet pellet = state.pellet();
        if (steps % EVERY == 0) {
            moments.add(new Moment(steps, state.heat().celsius(), pellet == null ? 0 : pellet.shrinkage()));
        }
    }

    /** How long a firing lasts from a state on, s. */
    static double seconds(Firing firing, State from, double cool) {
        Firing.Progress progress = Firing.Progress.begin();
        State state = from.with(null);
        double seconds = 0;
        while (progress.stage() != Firing.Stage.DONE) {
            progress = firing.after(progress, state.heat(), cool);
            state = state.after(progress.target());
            seconds++;
        }
        return seconds;
    }
}
