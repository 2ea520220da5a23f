package org.busbar.helao;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A thread of HELAO: one experiment at a time, others in a queue of its own. Guarded by its owner. */
final class Lane {

    final int number;
    final Queue<Experiment> queue = new PriorityQueue<>(Experiment.ORDER);

    /** Finished runs, newest first. */
    final List<Place> history = new ArrayList<>();

    /** Where its data go; null if it is not initialized. */
    @Nullable
    Place place;

    @Nullable
    Experiment current;

    /** The number of its latest experiment. */
    int experiment;

    /** Whether that number is used up. */
    boolean used;

    boolean paused;

    /** Why it is paused, or what it waits for; empty if that goes without saying. */
    String reason = "";

    private int accepted;

    Lane(int number) {
        this.number = number;
    }

    void add(int priority, Soe soe) {
        queue.add(new Experiment(number, accepted, priority, soe));
        accepted++;
    }

    /** The id of the experiment that came last. */
    String latest() {
        return "helao-" + number + "-" + (accepted - 1);
    }

    int nextExperiment() {
        return place == null ? 0 : used ? experiment + 1 : experiment;
    }

    boolean isIdle() {
        return current == null && queue.isEmpty();
    }

    /** Whether it has a file, or something is on the way that gives it one. */
    boolean isExpected() {
        return place != null || !isIdle();
    }

    void hold(String why) {
        paused = true;
        reason = why;
    }

    /** As HELAO calls it. */
    String status() {
        if (paused) {
            return "paused";
        }
        if (isIdle()) {
            return place == null ? "uninitialized" : "clear";
        }
        return place == null && current == null ? "uninitialized" : "running";
    }
}
