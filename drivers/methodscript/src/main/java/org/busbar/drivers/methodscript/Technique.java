package org.busbar.drivers.methodscript;

import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.DeviceException;

/** One way to measure. */
interface Technique {

    /** Its name, what it takes and gives and how long it lasts. */
    Action action();

    /**
     * The measurement with these inputs.
     *
     * @throws DeviceException if they do not go together
     */
    Measurement measurement(Values inputs) throws DeviceException;
}
