package org.busbar.api.optimize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;

/**
 * What an optimizer has learnt of the first objective.
 *
 * @param checks each value measured beside what is expected there without it
 * @param influences how much each parameter matters
 * @param gain how much the next trial is expected to better the best, in the unit of the objective
 * @param bound what the objective will hardly exceed anywhere in the space; with the best, how much is left to gain
 * @param remark what is to be known about this, as a sentence for people; empty if nothing
 * @param facts what was fitted, such as length scales and noise, for people
 */
public record Insight(
        List<Check> checks,
        List<Influence> influences,
        Optional<Quantity> gain,
        Optional<Quantity> bound,
        String remark,
        Map<String, String> facts) {

    public Insight {
        checks = List.copyOf(checks);
        influences = List.copyOf(influences);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Nothing, and why. */
    public static Insight none(String remark) {
        return new Insight(List.of(), List.of(), Optional.empty(), Optional.empty(), remark, Map.of());
    }

    /**
     * A value measured, and what is expected there if it is left out.
     *
     * @param expected with one standard deviation, that of a measurement included
     */
    public record Check(Values point, Quantity measured, Quantity expected) {

        /** How many standard deviations the measured value lies above what was expected. */
        public double score() {
            return (measured.in(expected.unit()) - expected.value()) / expected.uncertainty();
        }
    }

    /**
     * How much a parameter matters; each NaN if not known.
     *
     * @param relevance how fast the objective changes along it: the inverse of its length scale, 1 meaning the whole range
     * @param first the share of the variance that it explains alone (first Sobol index)
     * @param total the share that vanishes if it is fixed (total Sobol index)
     * @param shapley its fair share of the variance; these add up to 1
     */
    public record Influence(String parameter, double relevance, double first, double total, double shapley) {}
}
