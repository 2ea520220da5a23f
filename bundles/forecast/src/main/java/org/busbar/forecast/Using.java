package org.busbar.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busbar.api.experiment.Step;

/** Takes all devices and positions of a Use together, and keeps them until its steps are done. */
final class Using {

    private final Spot spot;
    private final Step.Use use;

    Using(Spot spot, Step.Use use) {
        this.spot = spot;
        this.use = use;
    }

    boolean begin() {
        VirtualLab lab = spot.setting().lab();
        List<Place> positions =
                use.positions().stream().distinct().map(lab::position).toList();
        lab.enter(new Ticket(spot, wants(), positions, spot.frame().hold(), this::granted));
        return false;
    }

    /** A device that is named twice, by itself or by roles it plays already, is wanted once. */
    private List<Want> wants() {
        Map<String, Want> wants = new LinkedHashMap<>();
        use.devices().forEach(device -> wants.putIfAbsent(spot.casting().meant(device), want(device)));
        return List.copyOf(wants.values());
    }

    private Want want(String device) {
        VirtualLab lab = spot.setting().lab();
        List<Place> suitable = spot.casting().suitable(device);
        List<Place> among = suitable.isEmpty() ? List.of(lab.device(device)) : suitable;
        return new Want(lab, spot.course().cast(), spot.casting().role(device), among);
    }

    private void granted(Set<Place> taken) {
        Hold hold = new Hold(spot.frame().hold(), taken);
        taken.forEach(place -> place.end(spot.setting().agenda().now()));
        spot.branch().enter(new Frame(spot.scope(), hold, use.steps(), failed -> release(hold)));
        spot.branch().goOn();
    }

    private void release(Hold hold) {
        spot.setting().lab().release(hold);
    }
}
