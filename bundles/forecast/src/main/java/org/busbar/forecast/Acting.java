package org.busbar.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Step;

/** An action: stands in line for a device, is at work on it for as long as is expected, and gives it back. */
final class Acting {

    private final Spot spot;
    private final Step.Act act;
    private final Map<String, Reckoned> inputs;
    private final Map<Action, Fitted> fitted = new HashMap<>();

    Acting(Spot spot, Step.Act act) {
        this.spot = spot;
        this.act = act;
        this.inputs = spot.inputs();
    }

    boolean begin() {
        List<Place> able = able();
        boolean any = act.device().isEmpty() && able.get(0).isAtHand();
        List<Place> willing = any ? able.stream().filter(this::accepts).toList() : able;
        if (willing.isEmpty()) {
            spot.refuse(refusal(able.get(0)).orElseThrow(), act.terms().recovery());
            return true;
        }
        VirtualLab lab = spot.setting().lab();
        Want want = new Want(lab, spot.course().cast(), spot.casting().role(act.device()), willing);
        List<Place> positions =
                act.terms().positions().stream().distinct().map(lab::position).toList();
        lab.enter(new Ticket(spot, List.of(want), positions, spot.frame().hold(), this::granted));
        return false;
    }

    /** Who could do it if the inputs are right; a device that is not at hand if nobody could. */
    private List<Place> able() {
        VirtualLab lab = spot.setting().lab();
        List<Place> able = act.device().isEmpty()
                ? lab.atHand().stream()
                        .filter(place -> place.action(act.action()).isPresent())
                        .toList()
                : spot.casting().suitable(act.device());
        String missing = act.device().isEmpty() ? "any " + act.action() : act.device();
        return able.isEmpty()
                ? List.of(lab.device(missing))
                : Casting.kept(able, spot.frame().hold());
    }

    private boolean accepts(Place device) {
        return refusal(device).isEmpty();
    }

    /** Why the device would not do it; a device that is not at hand is believed to. */
    private Optional<String> refusal(Place device) {
        Optional<Action> action = device.action(act.action());
        if (action.isEmpty()) {
            return device.isAtHand()
                    ? Optional.of(device.name() + " has no action " + act.action() + ", only " + device.actions())
                    : Optional.empty();
        }
        List<String> refusals = fitted(action.get()).refusals();
        return refusals.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", refusals));
    }

    private Fitted fitted(Action action) {
        return fitted.computeIfAbsent(action, one -> Fitted.of(one.capability(), inputs, spot::path));
    }

    private void granted(Set<Place> taken) {
        Place device = taken.iterator().next();
        boolean failing = spot.course().isFailing();
        Optional<String> refusal = failing ? Optional.empty() : refusal(device);
        if (failing || refusal.isPresent()) {
            refusal.ifPresent(why -> spot.refuse(why, act.terms().recovery()));
            end(taken);
        } else {
            work(device, taken);
        }
    }

    private void work(Place device, Set<Place> taken) {
        Expectation expectation = device.action(act.action())
                .map(action -> Expectation.of(spot, action, fitted(action)))
                .orElseGet(() -> Expectation.missing(spot, device.name()));
        spot.lasts(device.name(), expectation.time());
        spot.setting().agenda().in(expectation.time(), () -> {
            spot.finish(expectation.outputs());
            end(taken);
        });
    }

    private void end(Set<Place> taken) {
        spot.setting().lab().release(taken);
        spot.branch().goOn();
    }
}
