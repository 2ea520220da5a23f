package org.busbar.drivers.newerapump;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;

/**
 * What a pump answers in basic mode.
 *
 * @param status how it fares: one of {@code I W S P T U X}, or an alarm such as {@code A?S}
 * @param data what was asked for, or an error such as {@code ?OOR}; empty if nothing was
 */
record Reply(String status, String data) {

    private static final Pattern FORM =
            Pattern.compile("(?<address>[0-9]{2})(?<status>A\\?[RSTEO]$|[IWSPTUX])(?<data>[ -~]*)");

    /**
     * Reads an answer.
     *
     * @param asked for messages
     * @throws LinkException of the kind {@code GARBLED} if it is none, or another pump's
     */
    static Reply of(String text, int address, String asked) throws LinkException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw garbled("'" + text + "' is no answer of a New Era pump to '" + asked
                    + "': look for a loose plug, a wrong baud rate or another instrument on the line");
        }
        if (Integer.parseInt(form.group("address")) != address) {
            throw garbled("Pump " + form.group("address") + " answered what pump " + address + " was asked, '" + asked
                    + "': give every pump on the line an address of its own");
        }
        return new Reply(form.group("status"), form.group("data"));
    }

    static LinkException garbled(String message) {
        return new LinkException(LinkException.Kind.GARBLED, message);
    }

    boolean isMoving() {
        return "IWX".contains(status);
    }

    boolean isStopped() {
        return status.equals("S");
    }

    boolean isAlarm() {
        return status.startsWith("A");
    }

    /** Whether the pump says that it was switched on since it was last asked anything. */
    boolean isRestart() {
        return status.equals("A?R");
    }

    /**
     * This answer, if it is neither an alarm nor an error.
     *
     * @param what was asked for, with value, unit and limit, for people
     * @throws DeviceException if it is
     */
    Reply accepted(String what) throws DeviceException {
        if (isAlarm()) {
            throw new DeviceException(Detail.FAULT, what + ": " + alarm());
        }
        if (data.startsWith("?")) {
            throw error(what);
        }
        return this;
    }

    /** The alarm, in words; it is over once it was told. */
    String alarm() {
        return switch (status) {
            case "A?R" -> "the pump lost its power: check its supply, and what it has pumped";
            case "A?S" -> "the motor of the pump stalled: look for a blocked tube or a plunger at its end, then reset";
            case "A?T" -> "the pump is in safe mode and missed a message: switch it to basic mode (SAF 0)";
            case "A?E" -> "the pump reports an error in its pumping program: clear the program at its keypad";
            default -> "the pump reports a phase of its program out of range: clear the program at its keypad";
        };
    }

    private DeviceException error(String what) {
        return switch (data) {
            case "?OOR" -> new DeviceException(what + " is out of the range of the pump");
            case "?NA" ->
                new DeviceException(what + " is not possible now, the pump says"
                        + (isMoving() ? ", which is pumping: wait or stop it" : ": stop it at its keypad"));
            case "?IGN" -> new DeviceException(what + " was ignored, since the pump began a new phase: try again");
            case "?COM" -> new DeviceException(Detail.COMMUNICATION, what + " reached the pump damaged");
            default ->
                new DeviceException(
                        Detail.FIRMWARE, what + " is answered by '" + data + "': the pump does not know that command");
        };
    }
}
