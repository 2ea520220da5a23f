package org.busbar.links;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.busbar.api.link.LinkFault.Kind;

/** What goes wrong in one exchange or one listening. Each failure is asked once whether it hits it. */
final class Mishaps {

    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
    private static final Set<Kind> CUTS = EnumSet.of(Kind.DROP_BEFORE, Kind.DROP_DURING);
    private static final Set<Kind> HEARD = EnumSet.of(Kind.DROP_BEFORE, Kind.DROP_DURING, Kind.HANG, Kind.GARBAGE);

    private final Line line;
    private final Step step;
    private final Set<ActiveFault> asked = new HashSet<>();

    Mishaps(Line line) {
        this.line = line;
        step = line.step();
    }

    /** For a message that is about to be sent. */
    Act sending() {
        Act act = line.faults().next(ALL, asked);
        step.act(act);
        note(act);
        return act;
    }

    /** For a listening that begins. A reply that is still to be swallowed or damaged stays so. */
    Act listening() {
        boolean pending = step.act().is(Kind.HANG) || step.act().is(Kind.GARBAGE);
        Act act = heard(pending ? CUTS : HEARD);
        if (act.is(Kind.HANG)) {
            step.received().clear();
        }
        return act;
    }

    /** For a listening that waits: failures that were added since it began. */
    Act waiting() {
        return heard(CUTS);
    }

    private Act heard(Set<Kind> kinds) {
        Act act = line.faults().next(kinds, asked);
        if (act != Act.NONE) {
            step.act(act);
            note(act);
        }
        return act;
    }

    private void note(Act act) {
        if (act != Act.NONE) {
            line.trace().note(act.words());
        }
    }

    /** An exchange is over. If the impostor has answered as often as it was to, the right instrument is plugged in again. */
    void over() {
        if (step.act().is(Kind.WRONG_DEVICE) && !line.faults().has(Kind.WRONG_DEVICE)) {
            step.act(Act.NONE);
            line.putBack();
        }
    }
}
