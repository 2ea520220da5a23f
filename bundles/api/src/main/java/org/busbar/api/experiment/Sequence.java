package org.busbar.api.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;

/**
 * A reusable, parametrised, versioned order of steps.
 *
 * @param inputs what a run must be given
 * @param roles the parts that devices play in it
 * @param cleanup steps that are done when a run is stopped, aborted or fails
 * @param outputs what a run gives, by name; each one is taken from a step or an input
 * @param interlocks must hold for an action to begin, and while it is at work; if one breaks, the run is aborted and
 *     the device barred
 * @param suspenders pause the run while they are broken
 */
public record Sequence(
        String name,
        String version,
        List<Parameter> inputs,
        List<Role> roles,
        List<Step> steps,
        List<Step> cleanup,
        Map<String, Input> outputs,
        List<Condition> interlocks,
        List<Suspender> suspenders) {

    public Sequence {
        inputs = List.copyOf(inputs);
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
        cleanup = List.copyOf(cleanup);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        interlocks = List.copyOf(interlocks);
        suspenders = List.copyOf(suspenders);
    }

    /** A sequence without roles, clean-up and conditions. */
    public Sequence(String name, String version, List<Parameter> inputs, List<Step> steps, Map<String, Input> outputs) {
        this(name, version, inputs, List.of(), steps, List.of(), outputs, List.of(), List.of());
    }

    /** The role of that name. */
    public Optional<Role> role(String called) {
        return roles.stream().filter(role -> role.name().equals(called)).findFirst();
    }
}
