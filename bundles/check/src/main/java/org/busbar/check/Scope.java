package org.busbar.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;

/** What a step may refer to: the steps done before it, the loop around it and what it may use. */
final class Scope {

    private final @Nullable Scope outer;
    private final Set<String> done = new HashSet<>();
    private final Optional<Set<String>> pass;
    private final Optional<Step.Use> use;

    private Scope(@Nullable Scope outer, Optional<Set<String>> pass, Optional<Step.Use> use) {
        this.outer = outer;
        this.pass = pass;
        this.use = use;
    }

    /** Of a list of steps that follows nothing. */
    static Scope fresh(Optional<Step.Use> use) {
        return new Scope(null, Optional.empty(), use);
    }

    Scope inner() {
        return new Scope(this, pass, use);
    }

    Scope inside(Step.Repeat loop) {
        return new Scope(this, Optional.of(Certain.in(loop.steps())), use);
    }

    Scope inside(Step.Use around) {
        return new Scope(this, pass, Optional.of(around));
    }

    void done(Step step) {
        Certain.add(step, done);
    }

    boolean sees(String step) {
        return done.contains(step) || outer != null && outer.sees(step);
    }

    /** What each pass of the innermost loop certainly does; empty outside of loops. */
    Optional<Set<String>> pass() {
        return pass;
    }

    /** The block around that has devices for itself. */
    Optional<Step.Use> use() {
        return use;
    }
}
