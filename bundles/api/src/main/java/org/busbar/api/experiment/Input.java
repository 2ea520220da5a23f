package org.busbar.api.experiment;

import org.busbar.api.Value;

/** Where a value of a step comes from. */
public sealed interface Input {

    /** Always the same value. */
    record Constant(Value value) implements Input {}

    /** The input of that name of the sequence. */
    record Given(String name) implements Input {}

    /** The output of that name of an earlier step. */
    record Output(String step, String name) implements Input {}
}
