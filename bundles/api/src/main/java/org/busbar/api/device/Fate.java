package org.busbar.api.device;

import org.busbar.api.Values;

/** What a device says became of an action of which nothing more was heard. */
public sealed interface Fate {

    /** It is still at work on it. */
    record Working() implements Fate {}

    /** It never began. */
    record NotBegun() implements Fate {}

    /** It was completed and gave this. */
    record Completed(Values outputs) implements Fate {}

    /** It failed, and the device is in a known state. */
    record Failed(String reason) implements Fate {}

    /** The device cannot tell. */
    record Unclear(String reason) implements Fate {}
}
