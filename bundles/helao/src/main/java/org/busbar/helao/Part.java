package org.busbar.helao;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.experiment.Step;

/**
 * As much of an experiment as can be one run.
 *
 * @param steps none if there was only something to copy
 * @param to the index after its last event
 * @param known every placeholder of the experiment whose value is known by now, by pointer
 */
record Part(List<Step> steps, int to, Map<String, Datum> known) {

    Part {
        steps = List.copyOf(steps);
        known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }
}
