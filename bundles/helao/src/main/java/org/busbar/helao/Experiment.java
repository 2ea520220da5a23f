package org.busbar.helao;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.jspecify.annotations.Nullable;

/** An experiment of a thread and how far it has come. Guarded by its owner. */
final class Experiment {

    /** Lower priority numbers first, ties by arrival. */
    static final Comparator<Experiment> ORDER =
            Comparator.<Experiment>comparingInt(one -> one.priority).thenComparingInt(one -> one.serial);

    final int thread;
    final int serial;
    final int priority;
    final Soe soe;

    /** What the names meant when it began. */
    Mapping mapping = Mapping.none("");

    /** Its number in the run. */
    int number;

    /** The index of the next event. */
    int cursor;

    /** The number of the part that was divided off last; -1 before the first. */
    int part = -1;

    /** Where the part ends that is a run now. */
    int to;

    /** Whether a part is, or is about to be, a run that has not been seen to end. */
    boolean divided;

    /** Whether the orchestrator has taken the run on. */
    boolean submitted;

    boolean killed;

    /** How the run has ended; null before that. */
    LabEvent.@Nullable RunEnded end;

    /** The name of the step at work; empty between two. */
    String doing = "";

    /** The values of placeholders, by pointer. */
    Map<String, Datum> known = Map.of();

    /** The learning servers that are asked in the present part and have not answered. */
    final Set<String> asked = new HashSet<>();

    /** What the steps of the present part were given. */
    final Map<String, Values> given = new HashMap<>();

    Experiment(int thread, int serial, int priority, Soe soe) {
        this.thread = thread;
        this.serial = serial;
        this.priority = priority;
        this.soe = soe;
    }

    String id() {
        return "helao-" + thread + "-" + serial;
    }

    /** The id of the run of the present part. */
    String run() {
        return id() + "-" + part;
    }

    /** What it does just now, as HELAO's clients see it. */
    String current() {
        if (!doing.isEmpty() || divided || cursor >= soe.steps().size()) {
            return doing;
        }
        return soe.steps().get(cursor).name();
    }
}
