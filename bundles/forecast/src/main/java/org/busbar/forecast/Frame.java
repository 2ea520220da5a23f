package org.busbar.forecast;

import java.util.List;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;

/** A list of steps under way, and how far it is. */
final class Frame {

    /** What follows when the steps of a frame are done. */
    interface Ending {

        /** Nothing follows. */
        Ending PLAIN = failed -> {};

        /** All steps are done; true to begin them again. */
        default boolean again() {
            return false;
        }

        /**
         * The frame is left for good.
         *
         * @param failed whether because the run fails
         */
        void leave(boolean failed);
    }

    private final Scope scope;
    private final @Nullable Hold hold;
    private final List<Step> steps;
    private final Ending ending;
    private int next;

    /** @param hold around the steps; null if there is none */
    Frame(Scope scope, @Nullable Hold hold, List<Step> steps, Ending ending) {
        this.scope = scope;
        this.hold = hold;
        this.steps = steps;
        this.ending = ending;
    }

    Scope scope() {
        return scope;
    }

    @Nullable
    Hold hold() {
        return hold;
    }

    /** The step to begin; null if all are done. */
    @Nullable
    Step next() {
        return next < steps.size() ? steps.get(next++) : null;
    }

    /** Whether the steps begin again. */
    boolean again() {
        boolean again = ending.again();
        next = again ? 0 : next;
        return again;
    }

    void leave(boolean failed) {
        ending.leave(failed);
    }
}
