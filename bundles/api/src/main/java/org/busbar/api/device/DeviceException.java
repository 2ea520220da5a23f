package org.busbar.api.device;

/**
 * The device said no, or could not be asked, and its state is known: nothing has happened beyond what the message says.
 *
 * <p>Whatever else a driver throws while a device acts means that nobody knows what the device did.
 */
public class DeviceException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message shown to people: names the thing, the value, the unit, the limit and what to do */
    public DeviceException(String message) {
        super(message);
    }

    public DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
