package org.busbar.helao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The data of all runs that can still be addressed: those in use and the last few others. Guarded by its owner.
 *
 * <p>Everything is in the journal too; this is a view of it that is rebuilt at each start.
 */
final class DataTree {

    /** How many runs that no thread works on are kept. */
    static final int KEPT = 20;

    private record Key(String path, int run) {}

    private final Map<Key, RunData> runs = new LinkedHashMap<>();

    /** The data of a run, made if there are none. */
    RunData at(Place place) {
        return runs.computeIfAbsent(new Key(place.path(), place.run()), key -> new RunData());
    }

    Optional<RunData> find(String path, int run) {
        return Optional.ofNullable(runs.get(new Key(path, run)));
    }

    /** Forgets the oldest runs that nobody works on. */
    void forgetAllBut(List<Place> inUse) {
        Set<Key> needed =
                inUse.stream().map(place -> new Key(place.path(), place.run())).collect(Collectors.toSet());
        List<Key> idle = new ArrayList<>(runs.keySet());
        idle.removeAll(needed);
        idle.subList(0, Math.max(0, idle.size() - KEPT)).forEach(runs::remove);
    }

    /** Reads what was left for later. */
    void readAll() {
        List.copyOf(runs.values()).forEach(RunData::readAll);
    }
}
