package org.busbar.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.experiment.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of a campaign went; all times in s.
 *
 * @param elapsed from the beginning to the end of the campaign
 * @param busy how much of that at least one step was being done
 * @param kinds the kinds of steps, in the order of their first occurrence
 */
record TimeBudget(double elapsed, double busy, List<Kind> kinds) {

    /**
     * All steps of one name and capability.
     *
     * @param agents who did them
     * @param share total over the elapsed time; the shares of steps done at the same time add up to more than 1
     * @param lab how long they take in a real laboratory; null if none of them told
     */
    record Kind(
            String step,
            String capability,
            List<String> agents,
            int count,
            double total,
            double mean,
            double share,
            @Nullable Double lab) {}

    private record Name(String step, String capability) {}

    static TimeBudget of(History history) {
        double elapsed = seconds(history.elapsed());
        Map<Name, List<Performed>> byName = new LinkedHashMap<>();
        for (Performed performed : history.steps()) {
            Name name = new Name(
                    performed.provenance().step(), performed.provenance().capability());
            byName.computeIfAbsent(name, n -> new ArrayList<>()).add(performed);
        }
        List<Kind> kinds = new ArrayList<>();
        byName.forEach((name, steps) -> kinds.add(kind(name, steps, elapsed)));
        return new TimeBudget(elapsed, busy(history), kinds);
    }

    /** The part of the elapsed time in which no step was being done; 0 if no time has passed. */
    double idleShare() {
        return elapsed > 0 ? (elapsed - busy) / elapsed : 0;
    }

    private static Kind kind(Name name, List<Performed> steps, double elapsed) {
        double total = steps.stream().mapToDouble(s -> seconds(s.provenance())).sum();
        return new Kind(
                name.step(),
                name.capability(),
                steps.stream().map(s -> s.provenance().agent().id()).distinct().toList(),
                steps.size(),
                total,
                total / steps.size(),
                elapsed > 0 ? total / elapsed : 0,
                lab(steps));
    }

    private static @Nullable Double lab(List<Performed> steps) {
        double[] told = steps.stream()
                .mapToDouble(Performed::lab)
                .filter(Double::isFinite)
                .toArray();
        return told.length == 0 ? null : Double.valueOf(Arrays.stream(told).sum());
    }

    /** The length of the union of all intervals within the campaign. */
    private static double busy(History history) {
        List<Provenance> byStart = history.steps().stream()
                .map(Performed::provenance)
                .sorted(Comparator.comparing(Provenance::started))
                .toList();
        Duration busy = Duration.ZERO;
        Instant until = history.standing().begun(); // clocks elsewhere may be behind
        for (Provenance step : byStart) {
            if (step.ended().isAfter(until)) {
                busy = busy.plus(
                        Duration.between(step.started().isAfter(until) ? step.started() : until, step.ended()));
                until = step.ended();
            }
        }
        return seconds(busy);
    }

    private static double seconds(Provenance step) {
        return seconds(Duration.between(step.started(), step.ended()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
