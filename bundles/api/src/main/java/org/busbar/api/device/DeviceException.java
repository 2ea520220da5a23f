package org.busbar.api.device;

/**
 * The device said no, or could not be asked, and its state is known: nothing has happened beyond what the message says.
 *
 * <p>Whatever else a driver throws while a device acts means that nobody knows what the device did.
 */
public class DeviceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Detail detail;

    /**
     * The device said no to this one action and is ready for others.
     *
     * @param message shown to people: names the thing, the value, the unit, the limit and what to do
     */
    public DeviceException(String message) {
        this(Detail.REFUSED, message);
    }

    /** The same, for a reason. */
    public DeviceException(String message, Throwable cause) {
        this(Detail.REFUSED, message, cause);
    }

    /**
     * The device said no, which says something about the device itself too.
     *
     * @param message shown to people: names the thing, the value, the unit, the limit and what to do
     */
    public DeviceException(Detail detail, String message) {
        super(message);
        this.detail = detail;
    }

    /** The same, for a reason. */
    public DeviceException(Detail detail, String message, Throwable cause) {
        super(message, cause);
        this.detail = detail;
    }

    /** What it says about the device. */
    public Detail detail() {
        return detail;
    }
}
