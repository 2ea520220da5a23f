package org.busbar.drivers.methodscript.simulator;

import java.util.Locale;

/** A script is wrong, or cannot be run on. */
final class ScriptError extends Exception {
    private static final long serialVersionUID = 1L;

    /** An argument is missing or cannot be read. */
    static final int ARGUMENT = 0x4004;
    /** A command is unknown. */
    static final int COMMAND = 0x4001;
    /** A variable was not declared. */
    static final int VARIABLE = 0x420B;
    /** A loop has no end, or an end no loop. */
    static final int LOOP = 0x4018;
    /** The potential is out of range. */
    static final int POTENTIAL = 0x000F;
    /** The frequency is out of range. */
    static final int FREQUENCY = 0x0011;
    /** The cell is not on. */
    static final int CELL_OFF = 0x4027;
    /** The cell is on. */
    static final int CELL_ON = 0x0014;
    /** The mode does not allow it. */
    static final int MODE = 0x0023;

    private final int code;
    private final int line;

    /** @param line of the script, from 1 */
    ScriptError(int code, int line) {
        super(String.format(Locale.ROOT, "!%04X: Line %d", code, line));
        this.code = code;
        this.line = line;
    }

    /** As the instrument says it. */
    String said() {
        return String.format(Locale.ROOT, "!%04X: Line %d", code, line);
    }
}
