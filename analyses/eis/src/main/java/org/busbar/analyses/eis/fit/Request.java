package org.busbar.analyses.eis.fit;

import java.util.Map;

/**
 * How to fit a circuit. Maps go from names of parameters to numbers in the unit of the parameter.
 *
 * @param start where the first of the searches starts; what is not given is chosen from the data
 * @param bounds instead of the default ranges
 * @param fixed what is not fitted
 * @param starts how many searches there are, 1 or more
 * @param evaluations of the circuit on the whole spectrum, at most, for each search that is carried to its end
 */
public record Request(
        Weighting weighting,
        Map<String, Double> start,
        Map<String, Bound> bounds,
        Map<String, Double> fixed,
        int starts,
        int evaluations) {

    public Request {
        start = Map.copyOf(start);
        bounds = Map.copyOf(bounds);
        fixed = Map.copyOf(fixed);
    }

    /** 16 searches from the data alone, at most 10 000 evaluations. */
    public static Request by(Weighting weighting) {
        return new Request(weighting, Map.of(), Map.of(), Map.of(), 16, 10_000);
    }
}
