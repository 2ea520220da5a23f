package org.busbar.api.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Value;

/**
 * A part that a device plays in a sequence, such as "any potentiostat with EIS to 1 MHz". Who plays it is decided when
 * it is needed first and stays so for the run.
 *
 * @param name what the steps call it
 * @param actions the actions the device must have
 * @param needs values that the inputs of that name of these actions must accept, such as {@code frequency: 1 MHz}
 */
public record Role(String name, List<String> actions, Map<String, Value> needs) {

    public Role {
        actions = List.copyOf(actions);
        needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
    }
}
