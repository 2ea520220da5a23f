package org.busbar.analyses.eis.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.Parallel;
import org.busbar.analyses.eis.circuit.Series;

/**
 * Arcs of one shape in series may be exchanged without changing the impedance; this puts the fastest first. Arcs of which
 * the request bounds or fixes a parameter stay where they are.
 */
final class CanonicalOrder {

    private CanonicalOrder() {}

    /** The same circuit values with arcs in order. */
    static double[] of(Circuit circuit, Coordinates coordinates, double[] values) {
        double[] ordered = values.clone();
        order(circuit, coordinates, ordered);
        return ordered;
    }

    private static void order(Circuit circuit, Coordinates coordinates, double[] values) {
        if (circuit instanceof Parallel parallel) {
            parallel.parts().forEach(part -> order(part, coordinates, values));
        } else if (circuit instanceof Series series) {
            series.parts().forEach(part -> order(part, coordinates, values));
            groups(series, coordinates).values().forEach(group -> sort(group, values));
        }
    }

    private static Map<String, List<Circuit>> groups(Series series, Coordinates coordinates) {
        Map<String, List<Circuit>> groups = new LinkedHashMap<>();
        for (Circuit part : series.parts()) {
            if (Arc.first(part).isPresent() && movable(part, coordinates)) {
                groups.computeIfAbsent(part.shape(), shape -> new ArrayList<>()).add(part);
            }
        }
        return groups;
    }

    private static boolean movable(Circuit part, Coordinates coordinates) {
        return coordinates
                .all()
                .subList(part.first(), part.first() + part.parameters().size())
                .stream()
                .allMatch(coordinate -> coordinate.free() && !coordinate.chosen());
    }

    private static void sort(List<Circuit> group, double[] values) {
        double[] before = values.clone();
        List<Circuit> sorted = group.stream()
                .sorted(Comparator.comparingDouble(
                        part -> Arc.first(part).orElseThrow().time(before)))
                .toList();
        for (int i = 0; i < group.size(); i++) {
            System.arraycopy(
                    before,
                    sorted.get(i).first(),
                    values,
                    group.get(i).first(),
                    group.get(i).parameters().size());
        }
    }
}
