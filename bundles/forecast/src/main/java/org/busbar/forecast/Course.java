package org.busbar.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Step;

/** One run in the dry-run, from its first step to its end; when it fails, with its clean-up steps. */
final class Course {

    private final Setting setting;
    private final Run run;
    private final Cast cast;
    private final Map<String, Boolean> choices;
    private final Runnable ended;
    private boolean begun;
    private boolean failing;

    /** @param ended is told once when the run is over */
    Course(Setting setting, Run run, Runnable ended) {
        this(setting, run, new Cast(), new HashMap<>(), ended);
    }

    private Course(Setting setting, Run run, Cast cast, Map<String, Boolean> choices, Runnable ended) {
        this.setting = setting;
        this.run = run;
        this.cast = cast;
        this.choices = choices;
        this.ended = ended;
    }

    /** The same run as it stands, to be tried out in another setting. */
    Course aside(Setting other) {
        return new Course(other, run, cast.copy(), choices, () -> {});
    }

    Setting setting() {
        return setting;
    }

    Run run() {
        return run;
    }

    Cast cast() {
        return cast;
    }

    /** Which way was found to be the longer one of choices that cannot be decided, by place; true for the first. */
    Map<String, Boolean> choices() {
        return choices;
    }

    boolean isFailing() {
        return failing;
    }

    /** Begins nothing new from now on but the clean-up steps, once what is at work has ended. */
    void fail() {
        failing = true;
        setting.lab().withdraw(this);
    }

    /** A step has begun, so that there is something to clean up if the run fails. */
    void hasBegun() {
        begun = true;
    }

    /** Begins the run; nothing of it if its inputs would be refused. */
    void begin() {
        Optional<Scope> scope = Opening.run(this);
        Branch branch =
                new Branch(this, scope.map(own -> (Runnable) () -> clean(own)).orElse(ended));
        scope.ifPresent(own -> branch.enter(new Frame(own, null, run.sequence().steps(), Frame.Ending.PLAIN)));
        branch.goOn();
    }

    /** Begins these steps only. */
    void begin(List<Step> steps, Scope scope) {
        Branch branch = new Branch(this, ended);
        branch.enter(new Frame(scope, null, steps, Frame.Ending.PLAIN));
        branch.goOn();
    }

    /** Does the clean-up steps of the run's own sequence if it fails. */
    private void clean(Scope scope) {
        boolean needed = failing && begun;
        failing = false;
        begin(needed ? run.sequence().cleanup() : List.of(), scope);
    }
}
