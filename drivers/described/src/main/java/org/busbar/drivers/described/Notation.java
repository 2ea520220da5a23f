package org.busbar.drivers.described;

import org.busbar.api.Value;
import org.busbar.api.device.DeviceException;

/** How a value stands in a text. */
public interface Notation {

    /** A number as instruments write it. */
    String NUMBER = "[-+]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][-+]?\\d++)?+";

    /** @param value one that its parameter accepts */
    String write(Value value);

    /**
     * The value that a text stands for.
     *
     * @throws DeviceException if it stands for none ({@code COMMUNICATION}), or for one out of the declared range
     */
    Value read(String text) throws DeviceException;

    /** A regular expression without groups for every text that may stand for a value. */
    String pattern();
}
