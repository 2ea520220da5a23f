package org.busbar.api.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;

/**
 * A reusable, parametrised, versioned order of steps.
 *
 * @param inputs what a run must be given
 * @param outputs what a run gives, by name; each one is taken from a step or an input
 */
public record Sequence(
        String name, String version, List<Parameter> inputs, List<Step> steps, Map<String, Input> outputs) {

    public Sequence {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}
