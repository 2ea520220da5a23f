package org.busbar.api.experiment;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
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

    /** Whether a device with these actions, each by its name, can play it. */
    public boolean isPlayedBy(Collection<Capability> offered) {
        List<Capability> used =
                offered.stream().filter(one -> actions.contains(one.name())).toList();
        return used.size() == actions.size() && needs.entrySet().stream().allMatch(need -> isMet(need, used));
    }

    private static boolean isMet(Map.Entry<String, Value> need, List<Capability> used) {
        List<Parameter> inputs = used.stream()
                .flatMap(one -> one.inputs().stream())
                .filter(input -> input.name().equals(need.getKey()))
                .toList();
        return !inputs.isEmpty() && inputs.stream().allMatch(input -> input.accepts(need.getValue()));
    }
}
