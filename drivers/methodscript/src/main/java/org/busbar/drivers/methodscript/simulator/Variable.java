package org.busbar.drivers.methodscript.simulator;

import java.util.Locale;
import org.busbar.drivers.methodscript.SiNumber;

/**
 * What a variable of a script holds.
 *
 * @param type two letters that say what it is
 * @param status bits of what is wrong with it
 * @param range number of the range in which it was measured; -1 if there is none
 */
record Variable(String type, double value, int status, int range) {

    /** As a data package has it. */
    String packed() {
        String metadata = range < 0 ? "" : String.format(Locale.ROOT, ",1%X,2%02X", status, range);
        return type + SiNumber.packed(value) + metadata;
    }
}
