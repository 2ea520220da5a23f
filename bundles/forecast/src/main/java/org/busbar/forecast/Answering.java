package org.busbar.forecast;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.experiment.Step;
import org.busbar.api.optimize.Space;

/** A step that takes no time here: an analysis, a person, or an optimizer. What it would give is assumed. */
final class Answering {

    private final Spot spot;

    Answering(Spot spot) {
        this.spot = spot;
    }

    void begin() {
        if (spot.step() instanceof Step.Analyse analyse) {
            analyse(analyse);
        } else if (spot.step() instanceof Step.Ask ask) {
            ask(ask);
        } else if (spot.step() instanceof Step.Suggest suggest) {
            spot.course().hasBegun();
            spot.finish(suggested(suggest.problem().space()));
        }
    }

    private void analyse(Step.Analyse analyse) {
        Optional<Capability> capability = spot.setting().analyses().apply(analyse.analysis());
        if (capability.isEmpty()) {
            spot.note("the analysis " + analyse.analysis() + " is not at hand: nothing is known of what it gives");
            return;
        }
        Fitted inputs = Fitted.of(capability.get(), spot.inputs(), spot::path);
        if (inputs.isAccepted()) {
            spot.course().hasBegun();
            spot.finish(Reckoned.assumed(capability.get().outputs(), spot::path));
        } else {
            spot.refuse(String.join("; ", inputs.refusals()), analyse.terms().recovery());
        }
    }

    private void ask(Step.Ask ask) {
        spot.note("waits for a person: not counted");
        spot.lasts("", Duration.ZERO);
        spot.finish(Reckoned.assumed(ask.form(), spot::path));
    }

    private Map<String, Reckoned> suggested(Space space) {
        Map<String, Reckoned> middle = Reckoned.assumed(space.parameters(), spot::path);
        List<Values> candidates = space.candidates();
        if (!candidates.isEmpty()) {
            candidates.get(0).byName().forEach((name, value) -> middle.put(name, Reckoned.assumed(value)));
        }
        return middle;
    }
}
