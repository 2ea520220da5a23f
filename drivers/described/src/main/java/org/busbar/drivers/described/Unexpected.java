package org.busbar.drivers.described;

import org.busbar.api.device.DeviceException;

/** The instrument answered something else than the description expects. */
public final class Unexpected extends DeviceException {
    private static final long serialVersionUID = 1L;

    /** @param message names what was asked, the answer, and what was expected */
    public Unexpected(String message) {
        super(message);
    }
}
