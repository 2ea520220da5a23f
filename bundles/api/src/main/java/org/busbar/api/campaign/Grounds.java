package org.busbar.api.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;

/**
 * Why a trial was suggested, and all it takes to ask the same question again.
 *
 * @param expected what each objective was expected to be, with one standard deviation; empty if nothing was
 * @param exploration the share of its worth that lay in what was not known, from 0 to 1; NaN if not said
 * @param reason why, as a sentence for people
 * @param facts what the optimizer worked with, such as length scales, for people
 * @param parts the surrogates and acquisitions that took part
 * @param settings how the optimizer was to choose
 * @param seed what it had for randomness
 * @param pending numbers of the earlier trials whose outcome it was not told
 * @param question SHA-256 of all it was asked, as 64 hexadecimal digits; empty if it was not written down
 */
public record Grounds(
        Values expected,
        double exploration,
        String reason,
        Map<String, String> facts,
        List<Agent> parts,
        Values settings,
        long seed,
        List<Integer> pending,
        String question) {

    /** Nothing was written down. */
    public static final Grounds UNKNOWN =
            new Grounds(Values.none(), Double.NaN, "", Map.of(), List.of(), Values.none(), 0, List.of(), "");

    public Grounds {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        parts = List.copyOf(parts);
        pending = List.copyOf(pending);
    }
}
