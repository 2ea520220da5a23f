package org.busbar.analyses.cycling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The halves in one direction of all cycles of a recording. */
final class HalfCycles {

    private final Recording recording;
    private final Direction direction;
    private final NavigableMap<Long, List<Integer>> rows = new TreeMap<>();

    HalfCycles(Recording recording, Direction direction, Direction[] directions, long[] numbers) {
        this.recording = recording;
        this.direction = direction;
        for (int i = 0; i < numbers.length; i++) {
            if (directions[i] == direction) {
                rows.computeIfAbsent(numbers[i], cycle -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The cycles in which a current flows in this direction, ascending. */
    List<Long> cycles() {
        return List.copyOf(rows.keySet());
    }

    /**
     * dQ/dV of each cycle that spans enough of the voltage.
     *
     * @throws InterruptedException if told to stop
     */
    NavigableMap<Long, IncrementalCurve> curves(IncrementalCurve.Settings settings) throws InterruptedException {
        NavigableMap<Long, IncrementalCurve> curves = new TreeMap<>();
        for (Map.Entry<Long, List<Integer>> half : rows.entrySet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("incremental-capacity was told to stop at cycle " + half.getKey());
            }
            int[] of = half.getValue().stream().mapToInt(Integer::intValue).toArray();
            IncrementalCurve.of(recording, of, direction, settings)
                    .ifPresent(curve -> curves.put(half.getKey(), curve));
        }
        return Collections.unmodifiableNavigableMap(curves);
    }
}
