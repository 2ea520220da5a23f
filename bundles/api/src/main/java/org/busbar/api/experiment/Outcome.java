package org.busbar.api.experiment;

import org.busbar.api.Values;

/** What came of one step. */
public sealed interface Outcome {

    Provenance provenance();

    /** The step was completed. */
    record Done(Values outputs, Provenance provenance) implements Outcome {}

    /** The step was refused or failed; the device said so and is in a known state. */
    record Failed(String reason, Provenance provenance) implements Outcome {}

    /** The step was interrupted after it had begun, and the device confirmed that it has stopped. */
    record Stopped(String reason, Provenance provenance) implements Outcome {}

    /** The step was cut short, so nobody knows what the device did. Never repeated without a person's say. */
    record Unknown(String reason, Provenance provenance) implements Outcome {}
}
