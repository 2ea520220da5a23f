package org.busbar.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
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
                .filter(place -> suits(place, role.get()))
                .toList());
    }

    /** Those of them that the hold keeps; all if it keeps none of them. */
    static List<Place> kept(List<Place> places, @Nullable Hold hold) {
        List<Place> kept =
                hold == null ? List.of() : places.stream().filter(hold::keeps).toList();
        return kept.isEmpty() ? places : kept;
    }

    private static boolean suits(Place place, Role role) {
        List<Action> actions = role.actions().stream()
                .flatMap(name -> place.action(name).stream())
                .toList();
        return actions.size() == role.actions().size()
                && role.needs().entrySet().stream().allMatch(need -> meets(actions, need));
    }

    private static boolean meets(List<Action> actions, Map.Entry<String, Value> need) {
        List<Parameter> inputs = actions.stream()
                .flatMap(action -> action.capability().inputs().stream())
                .filter(input -> input.name().equals(need.getKey()))
                .toList();
        return !inputs.isEmpty() && inputs.stream().allMatch(input -> input.accepts(need.getValue()));
    }
}
