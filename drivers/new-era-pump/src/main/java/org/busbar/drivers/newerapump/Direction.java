package org.busbar.drivers.newerapump;

/** Which way the plunger goes, as the pump calls it. */
enum Direction {
    /** Out of the syringe. */
    INFUSE("INF", "I", "dispensed"),
    /** Into the syringe. */
    WITHDRAW("WDR", "W", "withdrawn");

    /** Argument of {@code DIR} and {@code CLD}. */
    final String code;

    /** Status while the plunger goes this way. */
    final String prompt;

    /** What this has been done to a volume, in words and as the name of a value. */
    final String done;

    Direction(String code, String prompt, String done) {
        this.code = code;
        this.prompt = prompt;
        this.done = done;
    }
}
