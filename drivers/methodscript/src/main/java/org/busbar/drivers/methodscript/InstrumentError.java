package org.busbar.drivers.methodscript;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the instrument says when it refuses: {@code !000F}, or {@code !4001: Line 3, Col 1} of a script.
 *
 * @param code its number, 0 to 0xFFFF
 * @param place where in the script; empty if it is not of a script
 */
record InstrumentError(int code, String place) {

    /** It cannot be done now: {@code Z} while no script is at work, or {@code e} while one is. */
    static final int WRONG_STATE = 0x0006;

    private static final Pattern FORM = Pattern.compile("[A-Za-z]?!([0-9A-F]{4})(?:: *(.*))?");
    private static final Map<Integer, String> MEANINGS = Map.of(
            0x0003,
            "it does not know the command",
            WRONG_STATE,
            "it cannot do that now, such as while another script is at work",
            0x000F,
            "the potential is out of its range; set potential_min and potential_max as its data sheet says",
            0x0011,
            "the frequency is out of its range; set frequency_max as its data sheet says",
            0x0012,
            "the amplitude is out of its range; take a smaller one",
            0x0023,
            "its mode does not allow that",
            0x0032,
            "the cell draws far more current than it can give; look for a short circuit",
            0x4001,
            "it does not know a command of the script; its firmware may be too old",
            0x4027,
            "the cell is not switched on");

    static Optional<InstrumentError> in(String line) {
        Matcher form = FORM.matcher(line);
        return form.matches()
                ? Optional.of(new InstrumentError(
                        Integer.parseInt(form.group(1), 16),
                        Optional.ofNullable(form.group(2)).orElse("")))
                : Optional.empty();
    }

    /** As a sentence for people. */
    @Override
    public String toString() {
        return String.format("error 0x%04X", code) + (place.isEmpty() ? "" : " at " + place) + ": "
                + MEANINGS.getOrDefault(code, "its manual says what that means");
    }
}
