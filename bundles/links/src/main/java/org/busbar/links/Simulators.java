package org.busbar.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;
import org.jspecify.annotations.Nullable;

/** The simulators that are there, and the instruments that were made by them. Safe for use by many threads. */
final class Simulators {

    private final Map<String, List<Simulator>> byName = new TreeMap<>();
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Simulator> makers = new HashMap<>();

    /** The first one of a name serves it. */
    synchronized void add(String name, Simulator simulator) {
        byName.computeIfAbsent(name, any -> new ArrayList<>()).add(simulator);
    }

    /** Its instruments go with it. */
    synchronized void remove(String name, Simulator simulator) {
        List<Simulator> all = byName.getOrDefault(name, List.of());
        all.remove(simulator);
        if (all.isEmpty()) {
            byName.remove(name);
        }
        makers.entrySet().removeIf(maker -> maker.getValue() == simulator);
        instruments.keySet().retainAll(makers.keySet());
    }

    synchronized @Nullable Simulator find(String name) {
        List<Simulator> all = byName.getOrDefault(name, List.of());
        return all.isEmpty() ? null : all.get(0);
    }

    /** @throws Unreachable if it is not there */
    synchronized Simulator get(String name) throws Unreachable {
        Simulator simulator = find(name);
        if (simulator == null) {
            throw new Unreachable("there is no simulator " + name + "; there "
                    + (byName.isEmpty() ? "are none" : "are: " + String.join(", ", byName.keySet()))
                    + ". Install the plug-in that brings it");
        }
        return simulator;
    }

    /** The instrument of a URI, made now if it is not there yet. */
    synchronized Instrument instrument(String uri, Simulator simulator, Map<String, String> options) {
        Instrument instrument = makers.get(uri) == simulator ? instruments.get(uri) : null;
        if (instrument == null) {
            instrument = simulator.instrument(options);
            instruments.put(uri, instrument);
            makers.put(uri, simulator);
        }
        return instrument;
    }
}
