package org.busbar.forecast;

import java.util.List;
import java.util.Optional;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Role;
import org.jspecify.annotations.Nullable;

/** Finds the devices that a sequence means by the name of a device or of a role. */
record Casting(VirtualLab lab, Cast cast, Scope scope) {

    /** What the run calls the role of that name; empty if it is no role. */
    String role(String called) {
        return scope.sequence().role(called).isPresent() ? scope.namespace() + called : "";
    }

    /** The {@code lab.id} behind the name; the name itself of a role nobody plays yet. */
    String meant(String called) {
        return cast.player(role(called)).orElse(called);
    }

    /**
     * The devices that the name may stand for: who plays the role, those who could if that is not decided, or the
     * device of that name, at hand or not. Empty if none suits the role.
     */
    List<Place> suitable(String called) {
        Optional<Role> role = scope.sequence().role(called);
        if (role.isEmpty()) {
            return List.of(lab.device(called));
        }
        return cast.player(role(called)).map(lab::device).map(List::of).orElseGet(() -> lab.atHand().stream()
                .filter(place -> role.get()
                        .isPlayedBy(
                                place.actions().stream().map(Action::capability).toList()))
                .toList());
    }

    /** Those of them that the hold keeps; all if it keeps none of them. */
    static List<Place> kept(List<Place> places, @Nullable Hold hold) {
        List<Place> kept =
                hold == null ? List.of() : places.stream().filter(hold::keeps).toList();
        return kept.isEmpty() ? places : kept;
    }
}
