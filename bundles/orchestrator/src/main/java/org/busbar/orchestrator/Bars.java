package org.busbar.orchestrator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Bar;

/** Which devices and positions are given no work, and why. Not safe for use by many threads: the owner guards it. */
final class Bars {

    private final Map<String, Map<Bar.Kind, Bar>> bars = new TreeMap<>();

    /** Takes over what the journal says. */
    void replay(Recorded recorded) {
        if (recorded.event() instanceof LabEvent.Barred barred) {
            set(barred.device(), barred.bar());
        } else if (recorded.event() instanceof LabEvent.Unbarred unbarred) {
            clear(unbarred.device(), unbarred.kind());
        }
    }

    void set(String device, Bar bar) {
        bars.computeIfAbsent(device, key -> new TreeMap<>()).put(bar.kind(), bar);
    }

    void clear(String device, Bar.Kind kind) {
        bars.getOrDefault(device, new TreeMap<>()).remove(kind);
    }

    /** What bars it just now. */
    List<Bar> of(String device) {
        Instant now = Instant.now();
        return new ArrayList<>(bars.getOrDefault(device, Map.of()).values())
                .stream()
                        .filter(bar -> bar.until().map(now::isBefore).orElse(true))
                        .toList();
    }

    /** What keeps {@code who} from using it; a hold does not bar who holds it. */
    Optional<Bar> against(String device, String who) {
        return of(device).stream()
                .filter(bar -> bar.kind() != Bar.Kind.HOLD || !bar.by().equals(who))
                .findFirst();
    }

    /** When the next bar ends by itself. */
    Optional<Instant> nextEnd() {
        Instant now = Instant.now();
        return bars.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .flatMap(bar -> bar.until().stream())
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }
}
