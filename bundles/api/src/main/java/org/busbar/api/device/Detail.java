package org.busbar.api.device;

/** What a fault says about the device, beside what it says about the one action. */
public enum Detail {
    /** It said no to this one action and is ready for others. */
    REFUSED,
    /** It could not be reached, and nothing was sent. It is offline, and tried again by itself. */
    OFFLINE,
    /** It cannot be understood. It is given no work, and tried again by itself. */
    COMMUNICATION,
    /** Another instrument answers than the one configured. It is given no work, and tried again by itself. */
    IDENTITY_MISMATCH,
    /** Its driver broke down. It is given no work, and tried again by itself. */
    DRIVER,
    /** Its settings do not fit the instrument. It is given no work until they are changed, or it is reset. */
    CONFIGURATION,
    /** It reports a fault of its own, such as a stall. It is given no work until a person resets it. */
    FAULT,
    /** A guard of its own, such as an open door, keeps it from working. It is given no work until a person resets it. */
    INTERLOCK,
    /** Its firmware does not do what is needed. It is given no work until a person resets it. */
    FIRMWARE,
    /** It has not come back within its bound after it was told to stop. It is stopped until a person has looked. */
    HUNG;

    /** Whether the device is ready for other work all the same. */
    public boolean isReady() {
        return this == REFUSED;
    }

    /** Whether the device is tried again by itself, without a person. */
    public boolean heals() {
        return this == OFFLINE || this == COMMUNICATION || this == IDENTITY_MISMATCH || this == DRIVER;
    }
}
