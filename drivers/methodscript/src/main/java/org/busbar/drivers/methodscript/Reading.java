package org.busbar.drivers.methodscript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.link.LinkException;

/**
 * One value of a data package.
 *
 * @param type two letters: {@code ab} or {@code da} a potential in V, {@code ba} a current in A, {@code eb} a time in s,
 *     {@code dc} a frequency in Hz, {@code cc} and {@code cd} the real and the imaginary part of an impedance in Ohm
 * @param value in the unit of its type; NaN if the instrument has none
 * @param status the bits of {@link Quality}; 0 if none was sent
 */
record Reading(String type, double value, int status) {

    private static final Pattern FORM =
            Pattern.compile("([a-z]{2})([0-9A-F]{7}[afpnum kMGTPEi]|     nan)((?:,[^,]+)*)");
    private static final Pattern STATUS = Pattern.compile(",1([0-9A-Fa-f])(?=,|$)");

    /**
     * Reads a line such as {@code Pda8000800u;ba8000800u,10,20A}.
     *
     * @throws LinkException if it is not of that form
     */
    static List<Reading> line(String line) throws LinkException {
        List<Reading> readings = new ArrayList<>();
        for (String part : line.substring(1).split(";", -1)) {
            Matcher form = FORM.matcher(part);
            if (!line.startsWith("P") || !form.matches()) {
                throw new LinkException(
                        LinkException.Kind.GARBLED,
                        "'" + part + "' in the line '" + line + "' is no measured value: look for a loose plug, a wrong"
                                + " baud rate or missing flow control");
            }
            readings.add(new Reading(form.group(1), SiNumber.unpacked(form.group(2)), status(form.group(3))));
        }
        return readings;
    }

    private static int status(String metadata) {
        Matcher found = STATUS.matcher(metadata);
        return found.find() ? Integer.parseInt(found.group(1), 16) : 0;
    }
}
