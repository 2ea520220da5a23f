package org.busbar.rest;

import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;

/** Reads what a person says became of a step. */
final class Settlements {

    private static final List<String> WAYS = List.of("happened", "repeat", "giveUp");

    private final List<Station> stations;

    Settlements(List<Station> stations) {
        this.stations = stations;
    }

    record Said(Settlement settlement, String by) {}

    /** Reads one of {@code happened}, {@code repeat} and {@code giveUp}, and who says so. */
    Said read(Body body, Sequence sequence, String step) {
        body.only("happened", "repeat", "giveUp", "by");
        String by = body.text("by");
        if (WAYS.stream().filter(body::has).count() != 1) {
            throw Refused.invalid(
                    "",
                    "Say one of \"happened\": {outputs}, \"repeat\": true and \"giveUp\": \"why\", and who says so");
        }
        return new Said(settlement(body, sequence, step), by);
    }

    private Settlement settlement(Body body, Sequence sequence, String step) {
        if (body.has("happened")) {
            return new Settlement.Happened(Inputs.read("happened", body.object("happened"), outputs(sequence, step)));
        }
        if (body.has("giveUp")) {
            return new Settlement.GiveUp(body.text("giveUp"));
        }
        if (!body.isTrue("repeat")) {
            throw Refused.invalid("repeat", "repeat can only be true");
        }
        return new Settlement.Repeat();
    }

    /** What the step gives, as far as a device that is at hand tells. */
    private List<Parameter> outputs(Sequence sequence, String step) {
        return sequence.steps().stream()
                .filter(s -> s.id().equals(step) && s instanceof Step.Act)
                .flatMap(s -> actions((Step.Act) s))
                .flatMap(action -> action.outputs().stream())
                .toList();
    }

    private Stream<Capability> actions(Step.Act act) {
        return stations.stream()
                .filter(station -> act.device().isEmpty() || act.device().equals(station.id()))
                .flatMap(station -> station.actions().stream())
                .filter(action -> action.name().equals(act.action()));
    }
}
