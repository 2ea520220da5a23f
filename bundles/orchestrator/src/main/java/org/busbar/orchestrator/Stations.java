package org.busbar.orchestrator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Station;

/** Every device as people see it. */
final class Stations {

    private final Resources resources;

    Stations(Resources resources) {
        this.resources = resources;
    }

    List<Station> all() {
        List<Station> stations = new ArrayList<>();
        resources.benches().values().forEach(bench -> stations.add(station(bench)));
        resources.missing().forEach((id, waiting) -> stations.add(missing(id, waiting)));
        return stations;
    }

    private Station missing(String id, int waiting) {
        return new Station(
                id,
                Station.State.DRIVER_MISSING,
                "Steps wait for it, and no plug-in and configuration bring it",
                Instant.now(),
                Agent.named(id),
                List.of(),
                waiting,
                resources.bars(id));
    }

    private Station station(Bench bench) {
        List<Bar> bars = resources.bars(bench.id());
        return new Station(
                bench.id(),
                state(bench, bars),
                detail(bench, bars),
                bench.since(),
                bench.agent(),
                bench.actions().stream().map(Action::capability).toList(),
                resources.waiting(bench),
                bars);
    }

    private Station.State state(Bench bench, List<Bar> bars) {
        boolean stopped = bars.stream().anyMatch(bar -> bar.kind() == Bar.Kind.STOPPED);
        if (stopped || !resources.latched().isEmpty()) {
            return Station.State.STOPPED;
        }
        if (resources.isQuiesced(bench.id())) {
            return Station.State.QUIESCING;
        }
        return resources.isTaken(bench.id()) || !bench.doing().isEmpty() ? Station.State.BUSY : Station.State.IDLE;
    }

    private String detail(Bench bench, List<Bar> bars) {
        if (!resources.latched().isEmpty()) {
            return "safety-stop: " + resources.latched();
        }
        return bars.isEmpty() ? bench.doing() : Resources.told(bars.get(0));
    }
}
