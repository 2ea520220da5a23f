package org.busbar.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.experiment.Step;

/** The passes of a Repeat; all of them if it is not known before a run when its condition will hold. */
final class Looping implements Frame.Ending {

    private static final Parameter.Whole TIMES = Parameter.whole("times", 1, Long.MAX_VALUE);

    private final Spot spot;
    private final Step.Repeat repeat;
    private final Scope scope;
    private final Frame body;
    private boolean certain = true;
    private double times;
    private double pass = 1;

    Looping(Spot spot, Step.Repeat repeat) {
        this.spot = spot;
        this.repeat = repeat;
        this.scope = spot.scope().loop(repeat.id());
        this.body = new Frame(scope, spot.frame().hold(), repeat.steps(), this);
    }

    void begin() {
        Reckoned wanted = spot.value(repeat.times());
        Optional<String> refusal = wanted.value().flatMap(TIMES::refusal);
        if (refusal.isPresent() && !wanted.isAssumed()) {
            spot.refuse(refusal.get());
            return;
        }
        certain = !wanted.isAssumed();
        if (!certain) {
            spot.noteAssumed("the number of passes of ", "", List.of("times"));
        }
        times = wanted.value().map(Looping::whole).orElse(1.0);
        spot.branch().enter(body);
    }

    private static double whole(Value value) {
        boolean isNumber = value instanceof Quantity number && number.unit().measuresSameAs(Unit.ONE);
        return isNumber ? Math.max(1, Math.rint(((Quantity) value).in(Unit.ONE))) : 1;
    }

    @Override
    public boolean again() {
        if (pass >= times || isOver()) {
            return false;
        }
        scope.nextPass();
        pass++;
        return true;
    }

    private boolean isOver() {
        if (repeat.until().isEmpty()) {
            return false;
        }
        try {
            Optional<Boolean> over =
                    new Spot(spot.branch(), body, repeat).holds(repeat.until().get());
            if (over.isEmpty()) {
                certain = false;
                spot.note("when its condition will hold is not known: all passes are counted");
            }
            return over.orElse(false);
        } catch (IllegalArgumentException e) {
            spot.refuse(String.valueOf(e.getMessage()));
            return true;
        }
    }

    @Override
    public void leave(boolean failed) {
        if (!failed) {
            scope.endLoop();
            Value passes = Quantity.of(pass, "1");
            spot.finish(Map.of("passes", certain ? Reckoned.known(passes) : Reckoned.assumed(passes)));
        }
    }
}
