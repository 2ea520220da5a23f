package org.busbar.forecast;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.experiment.Step;

/**
 * Takes one way of a Choose: the right one if that is known before a run, else the one that takes longer. Which one
 * that is, is found out once for a run, by trying both in a lab in which nobody else is at work.
 */
final class Choosing {

    private final Spot spot;
    private final Step.Choose choose;

    Choosing(Spot spot, Step.Choose choose) {
        this.spot = spot;
        this.choose = choose;
    }

    void begin() {
        try {
            Optional<Boolean> holds = spot.holds(choose.condition());
            List<Step> way = holds.orElseGet(this::longer) ? choose.then() : choose.otherwise();
            spot.branch().enter(new Frame(spot.scope(), spot.frame().hold(), way, Frame.Ending.PLAIN));
        } catch (IllegalArgumentException e) {
            spot.refuse(String.valueOf(e.getMessage()));
        }
    }

    private boolean longer() {
        spot.note("whether its condition holds is not known: the way that takes longer is counted");
        Map<String, Boolean> known = spot.course().choices();
        Boolean before = known.get(spot.place());
        boolean then = before == null ? time(choose.then()).compareTo(time(choose.otherwise())) >= 0 : before;
        known.put(spot.place(), then);
        return then;
    }

    private Duration time(List<Step> way) {
        Setting aside = spot.setting().aside();
        spot.course().aside(aside).begin(way, spot.scope().trial());
        aside.agenda().run();
        return aside.agenda().now();
    }
}
