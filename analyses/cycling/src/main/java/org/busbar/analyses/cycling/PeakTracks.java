package org.busbar.analyses.cycling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;

/** Follows the peaks of one cycle through the others, from cycle to cycle by the nearest position. */
final class PeakTracks {

    private final NavigableMap<Long, List<Peak>> peaks;
    private final double reach;

    /** A peak of one cycle; {@code number} is that of the chosen cycle that it continues, from 1. */
    record Row(int number, long cycle, Peak peak) {}

    /** Peaks by cycle; from one cycle to the next a peak moves by at most {@code reach}, V. */
    PeakTracks(NavigableMap<Long, List<Peak>> peaks, double reach) {
        this.peaks = peaks;
        this.reach = reach;
    }

    /** The rows of all peaks of {@code chosen}, by number, then by cycle. A peak that is not found again ends. */
    List<Row> from(long chosen) {
        List<Peak> start = peaks.getOrDefault(chosen, List.of());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < start.size(); i++) {
            rows.add(new Row(i + 1, chosen, start.get(i)));
        }
        rows.addAll(follow(start, peaks.tailMap(chosen, false)));
        rows.addAll(follow(start, peaks.headMap(chosen, false).descendingMap()));
        rows.sort(Comparator.comparingInt(Row::number).thenComparingLong(Row::cycle));
        return rows;
    }

    private List<Row> follow(List<Peak> start, SortedMap<Long, List<Peak>> others) {
        List<Row> rows = new ArrayList<>();
        List<Optional<Peak>> last =
                new ArrayList<>(start.stream().map(Optional::of).toList());
        others.forEach((cycle, found) -> {
            boolean[] taken = new boolean[found.size()];
            for (int track = 0; track < last.size(); track++) {
                int number = track + 1;
                Optional<Peak> next = last.get(track).flatMap(peak -> nearest(peak, found, taken));
                next.ifPresent(peak -> rows.add(new Row(number, cycle, peak)));
                last.set(track, next);
            }
        });
        return rows;
    }

    private Optional<Peak> nearest(Peak from, List<Peak> found, boolean[] taken) {
        int best = -1;
        double distance = reach;
        for (int i = 0; i < found.size(); i++) {
            double here = Math.abs(found.get(i).position() - from.position());
            if (!taken[i] && here <= distance) {
                best = i;
                distance = here;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        Arrays.fill(taken, 0, best + 1, true); // tracks keep their order
        return Optional.of(found.get(best));
    }
}
