package org.busbar.drivers.galil;

import java.util.Locale;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;

/**
 * Why an axis stands still.
 *
 * @param code its stop code, {@code _SC}
 * @param switches its switches, {@code _TS}: bit 3 is 0 at the forward limit, bit 2 at the reverse limit
 * @param mm where it stands
 */
record Standstill(int code, int switches, double mm) {

    /** Whether it reached what it was sent to. */
    boolean isArrival() {
        return code == 1 || isHome();
    }

    /** Whether it found its home. */
    boolean isHome() {
        return code == 9 || code == 10;
    }

    /** Why it stands, in words. */
    String reason() {
        return String.format(Locale.ROOT, "it stands at %.4f mm, ", mm) + cause();
    }

    private String cause() {
        return switch (code) {
            case 0 -> "and the controller says it moves";
            case 1 -> "where it was last sent to";
            case 2 -> ((switches & 8) == 0 ? "stopped by its forward limit switch" : "stopped by its forward limit FL");
            case 3 -> ((switches & 4) == 0 ? "stopped by its reverse limit switch" : "stopped by its reverse limit BL");
            case 4 -> "stopped by a command, such as when a person stops the device";
            case 6, 11 -> "stopped by an abort input";
            case 7 -> "stopped by an abort command";
            case 8 -> "switched off by too large a position error";
            case 9, 10 -> "at its home";
            default -> "stopped with the code " + code + ", see SC in the command reference";
        };
    }

    /** What to throw if it should not stand there. */
    DeviceException refusal(String what) {
        return new DeviceException(detail(), what + " ended early: " + reason() + advice());
    }

    private Detail detail() {
        return switch (code) {
            case 1, 4, 7, 9, 10 -> Detail.REFUSED;
            case 6, 11 -> Detail.INTERLOCK;
            default -> Detail.FAULT;
        };
    }

    private String advice() {
        return switch (code) {
            case 2, 3 -> "; look at what is in its way and at the settings lowest and highest, then reset";
            case 6, 11 -> "; look at the emergency stop, then reset";
            case 8 -> "; look for what blocks it, then reset";
            default -> "";
        };
    }
}
