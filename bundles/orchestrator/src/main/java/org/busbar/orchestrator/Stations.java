package org.busbar.orchestrator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Station;

/** Every device as people see it. */
final class Stations {

    private final Resources resources;
    private final Absences absences;

    Stations(Resources resources, Absences absences) {
        this.resources = resources;
        this.absences = absences;
    }

    List<Station> all() {
        List<Station> stations = new ArrayList<>();
        resources.benches().values().forEach(bench -> stations.add(station(bench)));
        Map<String, Integer> missing = resources.missing();
        Map<String, Absences.Absence> absent = absences.all();
        absent.keySet().removeAll(resources.benches().keySet());
        absent.forEach((id, absence) -> stations.add(absent(id, absence, missing.getOrDefault(id, 0))));
        missing.keySet().removeAll(absent.keySet());
        missing.forEach((id, waiting) -> stations.add(missing(id, waiting)));
        return stations;
    }

    private Station absent(String id, Absences.Absence absence, int waiting) {
        return new Station(
                id,
                absence.code().isPresent() ? Station.State.ERROR : Station.State.DRIVER_MISSING,
                absence.code(),
                absence.reason(),
                absence.since(),
                Agent.named(id),
                List.of(),
                waiting,
                resources.bars(id));
    }

    private Station missing(String id, int waiting) {
        return new Station(
                id,
                Station.State.DRIVER_MISSING,
                Optional.empty(),
                "Steps wait for it, and no plug-in and configuration bring it",
                Instant.now(),
                Agent.named(id),
                List.of(),
                waiting,
                resources.bars(id));
    }

    private Station station(Bench bench) {
        List<Bar> bars = resources.bars(bench.id());
        Readiness.Condition condition = bench.readiness().condition();
        Station.State state = state(bench, bars, condition);
        return new Station(
                bench.id(),
                state,
                condition.code(),
                detail(bench, bars, condition),
                state == condition.state() && !condition.isReady() ? condition.since() : bench.since(),
                bench.agent(),
                bench.actions().stream().map(Action::capability).toList(),
                resources.waiting(bench),
                bars);
    }

    private Station.State state(Bench bench, List<Bar> bars, Readiness.Condition condition) {
        boolean stopped = bars.stream().anyMatch(bar -> bar.kind() == Bar.Kind.STOPPED);
        if (stopped || !resources.latched().isEmpty()) {
            return Station.State.STOPPED;
        }
        if (resources.isQuiesced(bench.id())) {
            return Station.State.QUIESCING;
        }
        if (!condition.isReady()) {
            return condition.state();
        }
        if (bench.readiness().isAsking()) {
            return Station.State.INITIALIZING;
        }
        return resources.isTaken(bench.id()) || !bench.doing().isEmpty() ? Station.State.BUSY : Station.State.IDLE;
    }

    private String detail(Bench bench, List<Bar> bars, Readiness.Condition condition) {
        if (!resources.latched().isEmpty()) {
            return "safety-stop: " + resources.latched();
        }
        if (!bars.isEmpty()) {
            return Resources.told(bars.get(0));
        }
        return condition.reason().isEmpty() ? bench.doing() : condition.reason();
    }
}
