package org.busbar.api.experiment;

import org.busbar.api.Value;

/** Where a value of a step comes from. */
public sealed interface Input {

    /** Always the same value. */
    record Constant(Value value) implements Input {}

    /** The input of that name of the sequence. */
    record Given(String name) implements Input {}

    /** The output of that name of an earlier step; in a loop, of its last pass. */
    record Output(String step, String name) implements Input {}

    /** The output of that name of a step in the previous pass of the loop around it; {@code first} in the first pass. */
    record Previous(String step, String name, Value first) implements Input {}

    /** What a channel of a device shows when the step begins. */
    record Reading(String device, String channel) implements Input {}
}
