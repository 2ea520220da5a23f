package org.busbar.forecast;

import java.util.HashMap;
import java.util.Map;
import org.busbar.api.experiment.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a sequence, or of a loop in it, can refer to. Of a loop only this pass and the one before are kept.
 */
final class Scope {

    private enum Kind {
        SEQUENCE,
        LOOP,
        TRIAL
    }

    private final Kind kind;
    private final @Nullable Scope around;
    private final String label;
    private final String title;
    private final String namespace;
    private final String place;
    private final Sequence sequence;
    private final Map<String, Reckoned> given;
    private Map<String, Map<String, Reckoned>> done = new HashMap<>();
    private Map<String, Map<String, Reckoned>> before = new HashMap<>();
    private long pass = 1;

    /** The scope of the sequence of a run. */
    Scope(Sequence sequence, Map<String, Reckoned> given) {
        this.kind = Kind.SEQUENCE;
        this.around = null;
        this.label = "";
        this.title = "Sequence " + sequence.name();
        this.namespace = "";
        this.place = "";
        this.sequence = sequence;
        this.given = given;
    }

    private Scope(Kind kind, Scope around, String label, Sequence sequence, Map<String, Reckoned> given) {
        this.kind = kind;
        this.around = around;
        this.label = label;
        this.title = around.title;
        this.place = kind == Kind.TRIAL ? around.place : around.place + label + "/";
        this.namespace = kind == Kind.SEQUENCE ? place : around.namespace;
        this.sequence = sequence;
        this.given = given;
    }

    /** The scope of a sequence that is a step in this one. */
    Scope nested(String step, Sequence inner, Map<String, Reckoned> inputs) {
        return new Scope(Kind.SEQUENCE, this, step, inner, inputs);
    }

    /** The scope of the passes of a loop in this one. */
    Scope loop(String step) {
        return new Scope(Kind.LOOP, this, step, sequence, given);
    }

    /** A scope that sees all this one does, and of which this one sees nothing. */
    Scope trial() {
        return new Scope(Kind.TRIAL, this, "", sequence, given);
    }

    Sequence sequence() {
        return sequence;
    }

    /** The sequence of the run, as people are told of it. */
    String title() {
        return title;
    }

    /** Tells the names of one sequence from those of another in the run. */
    String namespace() {
        return namespace;
    }

    /** Where a step stands in the sequence of the run, whatever the pass: {@code grid/inner/measure}. */
    String place(String step) {
        return place + step;
    }

    /** The path of the execution of a step in this pass: {@code grid[2]/inner/measure}. */
    String path(String step) {
        if (around == null || kind == Kind.TRIAL) {
            return around == null ? step : around.path(step);
        }
        return around.path(label) + (kind == Kind.LOOP ? "[" + pass + "]/" : "/") + step;
    }

    /** Keeps what a step has given. */
    void finish(String step, Map<String, Reckoned> outputs) {
        done.put(step, outputs);
    }

    /** The input of the sequence. */
    Reckoned given(String name) {
        return given.getOrDefault(name, Reckoned.UNKNOWN);
    }

    /** The output of a step that is done. */
    Reckoned output(String step, String name) {
        Map<String, Reckoned> outputs = done.get(step);
        if (outputs == null && around != null && kind != Kind.SEQUENCE) {
            return around.output(step, name);
        }
        return outputs == null ? Reckoned.UNKNOWN : outputs.getOrDefault(name, Reckoned.UNKNOWN);
    }

    /** The output of a step in the pass before; {@code first} if it was not done then. */
    Reckoned previous(String step, String name, Reckoned first) {
        if (around != null && kind == Kind.TRIAL) {
            return around.previous(step, name, first);
        }
        Map<String, Reckoned> outputs = before.get(step);
        return outputs == null ? first : outputs.getOrDefault(name, Reckoned.UNKNOWN);
    }

    /** Begins the next pass of a loop. */
    void nextPass() {
        Map<String, Map<String, Reckoned>> older = before;
        before = done;
        older.clear();
        done = older;
        pass++;
    }

    /** Ends a loop: what its last pass gave can be referred to from the scope around. */
    void endLoop() {
        if (around != null) {
            around.done.putAll(done);
        }
    }
}
