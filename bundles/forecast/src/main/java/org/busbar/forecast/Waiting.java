package org.busbar.forecast;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Step;

/** Waits for a time; for all of it if it is not known before a run when the condition will hold. */
final class Waiting {

    private static final Parameter.Real TIME = Parameter.real("time", "s", 0, Expectation.LONGEST.toSeconds());

    private final Spot spot;
    private final Step.Wait wait;

    Waiting(Spot spot, Step.Wait wait) {
        this.spot = spot;
        this.wait = wait;
    }

    boolean begin() {
        try {
            return wait.until().isPresent() ? awaits(wait.until().get()) : pass(time(), false);
        } catch (IllegalArgumentException e) {
            spot.refuse(String.valueOf(e.getMessage()));
            return true;
        }
    }

    private boolean awaits(Condition until) {
        Optional<Boolean> holds = spot.holds(until);
        if (holds.isEmpty()) {
            spot.note("whether its condition holds is not known: all of its time is counted");
        }
        return holds.orElse(false) ? pass(Duration.ZERO, false) : pass(time(), holds.isPresent());
    }

    private boolean pass(Duration time, boolean inVain) {
        spot.lasts("", time);
        spot.setting().agenda().in(time, () -> {
            if (inVain) {
                spot.refuse("its condition does not hold after " + time.toSeconds() + " s");
            }
            spot.branch().goOn();
        });
        return false;
    }

    private Duration time() {
        Reckoned time = spot.value(wait.time());
        if (time.isAssumed()) {
            spot.noteAssumed("the duration of ", "", List.of("time"));
            return time.value().filter(TIME::accepts).map(Waiting::duration).orElse(Duration.ZERO);
        }
        Value known = time.value().orElseThrow();
        TIME.refusal(known).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return duration(known);
    }

    private static Duration duration(Value time) {
        double seconds = ((Quantity) time).in(TIME.unit());
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
